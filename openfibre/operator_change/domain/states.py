"""The machines of a change of operator: project, wave, data set (open-fibre 1.14).

A project has one cut-over and any number of waves. Steps 1–4 and 10 are the project's; each wave goes
through steps 5–9, where 5 and 6 overlap: dialogue on changes may begin while data still moves.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kernel.statemachine import Machine, on


class ProjectState(StrEnum):
    """Where a project stands; in brackets the steps."""

    DRAFT = "draft"
    PREP = "prep"
    SIGNED = "signed"
    STARTED = "started"
    PLANNED = "planned"
    MIGRATING = "migrating"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class ProjectEvent(StrEnum):
    """What happens to a project."""

    PREPARE = "prepare"
    SIGN = "sign"
    START = "start"
    AGREE_PLAN = "agree_plan"
    MIGRATE = "migrate"
    CLOSE = "close"
    CANCEL = "cancel"


_P, _PE = ProjectState, ProjectEvent
_BY: Final = "planner partner"
PROJECT: Final = Machine(
    "operator_change",
    _P.DRAFT,
    frozenset({_P.CLOSED, _P.CANCELLED}),
    (
        on(_PE.PREPARE, _P.DRAFT, to=_P.PREP, by=_BY),
        on(_PE.SIGN, _P.PREP, to=_P.SIGNED, by=_BY),
        on(_PE.START, _P.SIGNED, to=_P.STARTED, by=_BY),
        on(_PE.AGREE_PLAN, _P.STARTED, to=_P.PLANNED, by=_BY),
        on(_PE.MIGRATE, _P.PLANNED, to=_P.MIGRATING, by=_BY, why="the first wave's data may move"),
        on(_PE.CLOSE, _P.MIGRATING, to=_P.CLOSED, by=_BY),
        on(
            _PE.CANCEL,
            _P.DRAFT,
            _P.PREP,
            _P.SIGNED,
            _P.STARTED,
            _P.PLANNED,
            to=_P.CANCELLED,
            by=_BY,
            why="once data has moved a project is brought to its end",
        ),
    ),
)


class WaveState(StrEnum):
    """Where a wave stands."""

    WAITING = "waiting"
    DATA = "data"
    CHANGES = "changes"
    INFORMED = "informed"
    MIGRATING = "migrating"
    HANDOVER = "handover"
    CLOSED = "closed"


class WaveEvent(StrEnum):
    """What happens to a wave."""

    OPEN_DATA = "open_data"
    SETTLE_DATA = "settle_data"
    INFORM = "inform"
    MIGRATE = "migrate"
    HAND_OVER = "hand_over"
    CLOSE = "close"


_W, _WE = WaveState, WaveEvent
WAVE: Final = Machine(
    "operator_change_wave",
    _W.WAITING,
    frozenset({_W.CLOSED}),
    (
        on(_WE.OPEN_DATA, _W.WAITING, to=_W.DATA, by=_BY),
        on(_WE.SETTLE_DATA, _W.DATA, to=_W.CHANGES, by=_BY),
        on(_WE.INFORM, _W.CHANGES, to=_W.INFORMED, by=_BY),
        on(_WE.MIGRATE, _W.INFORMED, to=_W.MIGRATING, by=_BY, pivot=True),
        on(_WE.HAND_OVER, _W.MIGRATING, to=_W.HANDOVER, by=_BY),
        on(_WE.CLOSE, _W.HANDOVER, to=_W.CLOSED, by=_BY),
    ),
)
WAVE_STEP: Final = {
    _W.WAITING: 4,
    _W.DATA: 5,
    _W.CHANGES: 6,
    _W.INFORMED: 7,
    _W.MIGRATING: 8,
    _W.HANDOVER: 9,
    _W.CLOSED: 9,
}


class DataSetState(StrEnum):
    """What became of a file: all rows taken, some rejected, or none and nothing kept."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    FAULTY = "faulty"
    REFUSED = "refused"
    SUPERSEDED = "superseded"


class DataSetEvent(StrEnum):
    """What happens to a file."""

    ACCEPT = "accept"
    REJECT_ROWS = "reject_rows"
    REFUSE = "refuse"
    SUPERSEDE = "supersede"


_D, _DE = DataSetState, DataSetEvent
DATA_SET: Final = Machine(
    "ko_data_set",
    _D.RECEIVED,
    frozenset({_D.REFUSED, _D.SUPERSEDED}),
    (
        on(_DE.ACCEPT, _D.RECEIVED, to=_D.ACCEPTED, by="system"),
        on(_DE.REJECT_ROWS, _D.RECEIVED, to=_D.FAULTY, by="system"),
        on(_DE.REFUSE, _D.RECEIVED, to=_D.REFUSED, by="system"),
        on(_DE.SUPERSEDE, _D.ACCEPTED, _D.FAULTY, to=_D.SUPERSEDED, by="system"),
    ),
)
LIVE_DATA: Final = (DataSetState.ACCEPTED, DataSetState.FAULTY)
MACHINES: Final = (PROJECT, WAVE, DATA_SET)
