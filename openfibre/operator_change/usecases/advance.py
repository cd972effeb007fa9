"""Take a project or a wave to its next step, when what the step asks for is there (KO-01, KO-04)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.transitions import Cause, move
from kernel.errors import REASON_REQUIRED
from openfibre.operator_change.domain.errors import STEP_NOT_OPEN
from openfibre.operator_change.domain.gates import Lack
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.states import PROJECT, WAVE, ProjectEvent, WaveEvent
from openfibre.operator_change.models import KoProject, KoWave
from openfibre.operator_change.queries.gates import project_lacks, wave_lacks
from openfibre.operator_change.repository import lists, projects
from openfibre.operator_change.usecases.settle import settle
from openfibre.operator_change.usecases.tell import close_activity, tell

_PROJECT_DONE = {
    ProjectEvent.START: "3.TKO.a",
    ProjectEvent.CLOSE: "10.TKO.a",
}


def advance_project(
    session: Session,
    actor: Actor,
    project_id: UUID,
    event: ProjectEvent,
    *,
    day: date | None = None,
    regardless: bool = False,
    cause: Cause,
) -> KoProject:
    """Make a step. `day` is the date of signing or start. For the lead; signing also for the network owner.

    Raises `STEP_NOT_OPEN` with what is lacking; `regardless` with a reason goes on all the same, and the
    history says so. Raises `ILLEGAL_TRANSITION`.
    """
    project = projects.project(session, actor, project_id, lock=True, also_over=True)
    projects.seat(session, actor, project.id).act(Party.TKO, Party.NO)
    if event is ProjectEvent.SIGN and day is not None:
        project.signed_on = day
    if event is ProjectEvent.START and day is not None:
        project.started_on = day
    PROJECT.decide(project.state, event, actor=cause.role)
    _pass(lambda: project_lacks(session, project, event, cause.now), regardless=regardless, cause=cause)
    move(session, project, PROJECT, event, cause)
    if event in _PROJECT_DONE:
        tko = projects.seat(session, actor, project.id).parts(Party.TKO)
        for part in tko:
            close_activity(session, project, _PROJECT_DONE[event], cause, party_id=part.id)
    settle(session, project, cause)
    return project


def advance_wave(
    session: Session,
    actor: Actor,
    wave_id: UUID,
    event: WaveEvent,
    *,
    regardless: bool = False,
    cause: Cause,
) -> KoWave:
    """Make a step of a wave; as `advance_project`. For the lead."""
    project, wave = projects.wave(session, actor, wave_id, lock=True)
    seat = projects.seat(session, actor, project.id)
    seat.act(Party.TKO)
    WAVE.decide(wave.state, event, actor=cause.role)
    if event is WaveEvent.CLOSE:
        lists.reconcile_wave(session, wave.id, over=True)
    _pass(lambda: wave_lacks(session, project, wave, event, cause.now), regardless=regardless, cause=cause)
    move(session, wave, WAVE, event, cause)
    tell(session, project, seat.all, f"wave_{event}", cause, wave=wave)
    return wave


def _pass(lacks: Callable[[], Sequence[Lack]], *, regardless: bool, cause: Cause) -> None:
    lacking = lacks()
    if not lacking:
        return
    if regardless and not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    if not regardless:
        raise STEP_NOT_OPEN.error(
            lacking=[each.key for each in lacking],
            lacking_text="; ".join(each.text.sv for each in lacking),
            lacking_en="; ".join(each.text.en for each in lacking),
        )
    cause.facts["regardless_of"] = [each.key for each in lacking]
