"""Training sessions: kinds, for whom, seats, and what is refused (DL-03, DL-09)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from kernel.errors import ErrorKind, spec
from kernel.language import Text
from kernel.statemachine import Machine, on

MOST_SEATS: Final = 500


class TrainingKind(StrEnum):
    """How a session is held (seed 002)."""

    ON_SITE = "on_site"
    REMOTE = "remote"
    E_LEARNING = "e_learning"


class Audience(StrEnum):
    """Whom a session is for."""

    USERS = "users"
    ATTENDANTS = "attendants"
    AGENTS = "agents"
    ADMINISTRATORS = "administrators"


class TrainingState(StrEnum):
    """Where a session stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class TrainingEvent(StrEnum):
    """What happens to a session."""

    MOVE = "move"
    HOLD = "hold"
    CANCEL = "cancel"


_S, _E = TrainingState, TrainingEvent
TRAINING: Final = Machine(
    "training_session",
    _S.PLANNED,
    frozenset({_S.HELD, _S.CANCELLED}),
    (
        on(_E.MOVE, _S.PLANNED, to=_S.PLANNED, by="planner", why="another time or place: new invitations"),
        on(_E.HOLD, _S.PLANNED, to=_S.HELD, by="planner", why="with who was there"),
        on(_E.CANCEL, _S.PLANNED, to=_S.CANCELLED, by="planner"),
    ),
)
KIND_TITLES: Final = {
    TrainingKind.ON_SITE: Text(sv="lärarledd på plats", en="led on site"),
    TrainingKind.REMOTE: Text(sv="på distans", en="remote"),
    TrainingKind.E_LEARNING: Text(sv="e-learning", en="e-learning"),
}
AUDIENCE_TITLES: Final = {
    Audience.USERS: Text(sv="användare", en="users"),
    Audience.ATTENDANTS: Text(sv="telefonister", en="attendants"),
    Audience.AGENTS: Text(sv="svarsgrupper", en="answer groups"),
    Audience.ADMINISTRATORS: Text(sv="administratörer", en="administrators"),
}
STATE_TITLES: Final = {
    _S.PLANNED: Text(sv="planerad", en="planned"),
    _S.HELD: Text(sv="hållen", en="held"),
    _S.CANCELLED: Text(sv="inställd", en="cancelled"),
}

TRAINING_TIMES = spec(
    "TRAINING_TIMES",
    ErrorKind.INVALID,
    sv="Utbildningen ska börja i framtiden och sluta efter att den börjat.",
    en="The training must begin in the future and end after it begins.",
)
TRAINING_PLACE = spec(
    "TRAINING_PLACE",
    ErrorKind.INVALID,
    sv="Skriv plats, möteslänk eller adress till kursen.",
    en="Give the place, the meeting link or the address of the course.",
)
TRAINING_SEATS = spec(
    "TRAINING_SEATS",
    ErrorKind.INVALID,
    sv="Antalet platser ska vara mellan {least} och {most}.",
    en="The number of seats is between {least} and {most}.",
)
TRAINING_FULL = spec(
    "TRAINING_FULL",
    ErrorKind.CONFLICT,
    sv="Alla {seats} platser är tagna. Lägg till platser eller ett tillfälle till.",
    en="All {seats} seats are taken. Add seats or another session.",
)
SEAT_TAKEN = spec(
    "SEAT_TAKEN",
    ErrorKind.CONFLICT,
    sv="{email} har redan en plats.",
    en="{email} has a seat already.",
)
TRAINING_CLOSED = spec(
    "TRAINING_CLOSED",
    ErrorKind.CONFLICT,
    sv="Tillfället är hållet eller inställt.",
    en="The session has been held or cancelled.",
)
TRAINING_NOT_BEGUN = spec(
    "TRAINING_NOT_BEGUN",
    ErrorKind.CONFLICT,
    sv="Närvaro antecknas när utbildningen har börjat, {starts_at}.",
    en="Attendance is noted once the training has begun, {starts_at}.",
)


def refuse_session(
    starts_at: datetime, ends_at: datetime, place: str, seats: int, now: datetime, *, least: int = 1
) -> None:
    """Raises `TRAINING_TIMES`, `TRAINING_PLACE`, `TRAINING_SEATS`; `least` is how many seats are taken."""
    if not now < starts_at < ends_at:
        raise TRAINING_TIMES.error("starts_at")
    if not place.strip():
        raise TRAINING_PLACE.error("place")
    if not max(1, least) <= seats <= MOST_SEATS:
        raise TRAINING_SEATS.error("seats", least=max(1, least), most=MOST_SEATS)
