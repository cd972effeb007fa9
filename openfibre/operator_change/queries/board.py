"""A project as one page shows it: waves, to-do list, deadlines, and what the next step lacks."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.clock import local_date
from openfibre.operator_change.domain import remarks
from openfibre.operator_change.domain.activities import ACTIVITY, STEPS
from openfibre.operator_change.domain.deadlines import RULE, Deadline, Standing, days_late, standing
from openfibre.operator_change.domain.freeze import CONFIRMED_BY
from openfibre.operator_change.domain.months import first_month_shift
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.seat import Part, Seat
from openfibre.operator_change.domain.states import PROJECT, WAVE, ProjectEvent, ProjectState, WaveState
from openfibre.operator_change.models import KoActivity, KoDeadline, KoProject, KoWave
from openfibre.operator_change.queries.gates import project_lacks, wave_lacks
from openfibre.operator_change.queries.views import (
    DeadlineLine,
    ProjectLine,
    ProjectView,
    TodoLine,
    WaveLine,
)
from openfibre.operator_change.repository import projects

_LEAD_ROLE = "partner"


def project_lines(
    session: Session,
    actor: Actor,
    *,
    now: datetime,
    state: ProjectState | None = None,
    after: UUID | None = None,
    limit: int = 200,
) -> list[ProjectLine]:
    """The actor's projects, oldest first."""
    return [
        _line(session, actor, each, now)
        for each in projects.projects(session, actor, state=state, after=after, limit=limit)
    ]


def _line(session: Session, actor: Actor, project: KoProject, now: datetime) -> ProjectLine:
    waves = projects.waves(session, project.id)
    ahead = [each.technical_on for each in waves if each.state is not WaveState.CLOSED]
    seat = projects.seat(session, actor, project.id)
    late = [
        each for each in projects.deadlines(session, project.id) if _standing(each, now) is Standing.OVERDUE
    ]
    return ProjectLine(
        id=project.id,
        reference=project.reference,
        name=project.name,
        state=project.state,
        flow=project.flow,
        parts=() if seat.is_staff else tuple(part.party for part in seat.mine),
        next_migration_on=min(ahead, default=None),
        brytpunkt_on=project.brytpunkt_on,
        late=len(late) if seat.sees_whole() else 0,
    )


def project_view(session: Session, actor: Actor, project_id: UUID, *, now: datetime) -> ProjectView:
    """A project. Raises `NOT_FOUND` for who has no part in it."""
    project = projects.project(session, actor, project_id)
    seat = projects.seat(session, actor, project.id)
    waves = projects.waves(session, project.id)
    numbers = {wave.id: wave.number for wave in waves}
    event = _next_event(project)
    return ProjectView(
        id=project.id,
        reference=project.reference,
        name=project.name,
        state=project.state,
        flow=project.flow,
        agreement=project.agreement,
        signed_on=project.signed_on,
        started_on=project.started_on,
        process_begun_on=project.process_begun_on,
        brytpunkt_on=project.brytpunkt_on or _default_brytpunkt(waves),
        brytpunkt_is_agreed=project.brytpunkt_on is not None,
        brytpunkt_reason=project.brytpunkt_reason,
        seat=seat,
        waves=tuple(_wave(session, project, wave, seat, now) for wave in waves),
        todo=_todo(session, project, seat, numbers, local_date(now)),
        deadlines=_deadlines(session, project, seat, numbers, now),
        next_event=event,
        lacks=tuple(project_lacks(session, project, event, now)) if event else (),
    )


def _default_brytpunkt(waves: list[KoWave]) -> date | None:
    return first_month_shift(max(each.technical_on for each in waves)) if waves else None


def _next_event(project: KoProject) -> ProjectEvent | None:
    allowed = PROJECT.allowed(project.state, _LEAD_ROLE)
    return next((each for each in allowed if each is not ProjectEvent.CANCEL), None)


def _wave(session: Session, project: KoProject, wave: KoWave, seat: Seat, now: datetime) -> WaveLine:
    event = next(iter(WAVE.allowed(wave.state, _LEAD_ROLE)), None)
    said = {each.party_id for each in projects.freeze_words(session, wave)}
    asked = seat.parts(*CONFIRMED_BY, Party.TLA)
    frozen = wave.freeze_first is not None
    return WaveLine(
        id=wave.id,
        number=wave.number,
        name=wave.name,
        state=wave.state,
        technical_on=wave.technical_on,
        mixed=wave.mixed,
        freeze_first=wave.freeze_first,
        freeze_last=wave.freeze_last,
        freeze_yes=tuple(part.name for part in asked if part.id in said),
        freeze_waits=tuple(part for part in asked if frozen and part.id not in said),
        informed_again_needed=wave.informed_again_needed,
        cross_reference_at=wave.cross_reference_at,
        next_event=event,
        lacks=tuple(wave_lacks(session, project, wave, event, now)) if event and seat.leads else (),
        remarks=tuple(remarks.on_technical(wave.technical_on)),
    )


def _todo(
    session: Session, project: KoProject, seat: Seat, numbers: dict[UUID, int], today: date
) -> tuple[TodoLine, ...]:
    """The asker's own activities; every party's for staff. By step, wave and date."""
    parts: dict[UUID | None, Part] = {part.id: part for part in seat.mine}
    lines = [
        TodoLine(
            id=row.id,
            key=row.activity,
            step=ACTIVITY[row.activity].step,
            step_name=STEPS[ACTIVITY[row.activity].step].name,
            text=ACTIVITY[row.activity].text(project.flow),
            part=parts[row.party_id],
            wave_number=numbers.get(row.wave_id) if row.wave_id else None,
            due_on=row.due_on,
            done_at=row.done_at,
            done_by=row.done_by,
            waived_reason=row.waived_reason,
            standing=_of_activity(row, today),
        )
        for row in projects.of_project(session, KoActivity, project.id)
        if row.party_id in parts
    ]
    order = {key: place for place, key in enumerate(ACTIVITY)}
    return tuple(sorted(lines, key=lambda line: (line.step, line.wave_number or 0, order[line.key])))


def _of_activity(row: KoActivity, today: date) -> str:
    if row.done_at is not None:
        return "done"
    if row.waived_reason:
        return "waived"
    return "late" if row.due_on is not None and row.due_on < today else "open"


def _standing(row: KoDeadline, now: datetime) -> Standing:
    return standing(Deadline(row.rule, row.raw, row.due), done_on=row.met_on, today=local_date(now))


def _deadlines(
    session: Session, project: KoProject, seat: Seat, numbers: dict[UUID, int], now: datetime
) -> tuple[DeadlineLine, ...]:
    if not seat.sees_whole():
        return ()
    rows = projects.deadlines(session, project.id)
    lines = [
        DeadlineLine(
            rule=row.rule,
            asks=RULE[row.rule].asks,
            wave_number=numbers.get(row.wave_id) if row.wave_id else None,
            raw=row.raw,
            due=row.due,
            met_on=row.met_on,
            standing=_standing(row, now),
            days_late=days_late(row.raw, row.met_on or local_date(now)),
            before=row.before,
            reason=row.reason,
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=lambda line: (line.wave_number or 0, line.raw)))
