"""Keep the dates true: deadlines, and when each activity is due, follow from what is known now (KO-02)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlmodel import Session, col

from infra.clock import local_date
from infra.outbox import emit
from infra.transitions import Cause
from openfibre.operator_change.domain.activities import ACTIVITY, Due
from openfibre.operator_change.domain.deadlines import (
    Deadline,
    directly_after,
    feeder_due,
    met_by,
    plan,
)
from openfibre.operator_change.domain.months import first_month_shift
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.models import KoActivity, KoDeadline, KoProject, KoWave
from openfibre.operator_change.repository import bulk, exchange, projects

if TYPE_CHECKING:
    from collections.abc import Iterable

_INFORMING = ("7.NO.a", "7.TKO.a", "7.TLA.a", "7.TLU.a")
MIX_CHANGED = "MIX_CHANGED"
DATE_CHANGED = "DATE_CHANGED"


def cut_over(project: KoProject, waves: list[KoWave]) -> date | None:
    """B: as agreed, else the first month shift on or after the last wave's migration."""
    if project.brytpunkt_on is not None:
        return project.brytpunkt_on
    return first_month_shift(max(each.technical_on for each in waves)) if waves else None


def settle(session: Session, project: KoProject, cause: Cause, *, reason: str = DATE_CHANGED) -> None:
    """Compute every deadline anew; where a raw date moved, the old one and the reason are kept."""
    session.flush()
    waves = projects.waves(session, project.id)
    brytpunkt_on = cut_over(project, waves)
    known = {(each.wave_id, each.rule): each for each in projects.deadlines(session, project.id)}
    for wave in waves:
        found = plan(wave.technical_on, mixed=wave.mixed, brytpunkt_on=brytpunkt_on)
        for each in found:
            if not each.rule.of_project:
                _keep(session, project, wave, each, known, cause, reason)
    if brytpunkt_on is not None:
        of_project = plan(brytpunkt_on, mixed=False, brytpunkt_on=brytpunkt_on, only="D6")[0]
        _keep(session, project, None, of_project, known, cause, reason)
    session.flush()
    note_what_is_met(session, project)
    _date_activities(session, project, waves, brytpunkt_on)


def _keep(
    session: Session,
    project: KoProject,
    wave: KoWave | None,
    deadline: Deadline,
    known: dict[tuple[UUID | None, str], KoDeadline],
    cause: Cause,
    reason: str,
) -> None:
    wave_id = wave.id if wave else None
    row = known.get((wave_id, deadline.id))
    if row is None:
        session.add(
            KoDeadline(
                project_id=project.id,
                wave_id=wave_id,
                rule=deadline.id,
                raw=deadline.raw,
                due=deadline.due,
                computed_at=cause.now,
            )
        )
    elif row.raw != deadline.raw:
        row.before, row.reason, row.computed_at = row.raw, reason, cause.now
        row.raw, row.due, row.told_late_at = deadline.raw, deadline.due, None
        facts = {"rule": deadline.id, "from": str(row.before), "to": str(row.raw), "reason": reason}
        emit(session, "ko_deadline.moved", project.subject(), facts, actor=cause.name, now=cause.now)


def note_what_is_met(session: Session, project: KoProject) -> None:
    """When each deadline was met, from the facts: receipts of data, information sent, project started."""
    rows = projects.deadlines(session, project.id)
    raw = {(each.wave_id, each.rule): each.raw for each in rows}
    met: dict[tuple[UUID | None, str], date | None] = {(None, "D6"): project.process_begun_on}
    for wave in projects.waves(session, project.id):
        met[wave.id, "D1end"] = project.started_on
        met[wave.id, "D4"] = _informed(session, project, wave)
        for rule, content in (("D2", Content.ACCESS), ("D3", Content.MIGRATION)):
            days = [local_date(at) for at in exchange.delivered(session, wave.id, content)]
            met[wave.id, rule] = met_by(days, raw.get((wave.id, rule)))
    for row in rows:
        found = met.get((row.wave_id, row.rule))
        if row.met_on != found:
            row.met_on = found


def _informed(session: Session, project: KoProject, wave: KoWave) -> date | None:
    """The day on which the last of those who inform customers had done so."""
    rows = _of_wave(session, project, wave, _INFORMING)
    if wave.informed_again_needed or not rows:
        return None
    if any(row.done_at is None and not row.waived_reason for row in rows):
        return None
    return max((local_date(row.done_at) for row in rows if row.done_at), default=None)


def _of_wave(session: Session, project: KoProject, wave: KoWave, keys: Iterable[str]) -> list[KoActivity]:
    where = (col(KoActivity.wave_id) == wave.id, col(KoActivity.activity).in_(list(keys)))
    return projects.of_project(session, KoActivity, project.id, *where)


def _date_activities(
    session: Session, project: KoProject, waves: list[KoWave], brytpunkt_on: date | None
) -> None:
    first = min(waves, key=lambda each: each.technical_on, default=None)
    by_id = {wave.id: wave for wave in waves}
    for row in projects.of_project(session, KoActivity, project.id):
        wave = by_id.get(row.wave_id) if row.wave_id else first
        due = _due(ACTIVITY[row.activity].due, project, wave, brytpunkt_on)
        if row.due_on != due:
            row.due_on = due


def _due(kind: Due, project: KoProject, wave: KoWave | None, brytpunkt_on: date | None) -> date | None:
    if kind is Due.SIGNED:
        return directly_after(project.signed_on) if project.signed_on else None
    if kind is Due.STARTED:
        return directly_after(project.started_on) if project.started_on else None
    if kind is Due.CUT_OVER:
        return brytpunkt_on
    if wave is None or kind is Due.NONE:
        return None
    found = {each.id: each for each in plan(wave.technical_on, mixed=wave.mixed)}
    return {
        Due.START: found["D1end"].due,
        Due.ACCESS: found["D2"].due,
        Due.MIGRATION: found["D3"].due,
        Due.INFORM: found["D4"].due,
        Due.FEED_ACCESS: feeder_due(found["D2"]),
        Due.FEED_MIGRATION: feeder_due(found["D3"]),
        Due.FREEZE: wave.freeze_first or wave.technical_on,
        Due.TECHNICAL: wave.technical_on,
        Due.AFTER: wave.technical_on + timedelta(days=1),
    }[kind]


def settle_mix(session: Session, project: KoProject, wave: KoWave, cause: Cause) -> None:
    """A company among the customers moves D2 at once, and it may be overdue as it comes (MIX_CHANGED)."""
    mixed = bulk.has_companies(session, wave.id)
    if mixed is not wave.mixed:
        wave.mixed = mixed
        settle(session, project, cause, reason=MIX_CHANGED)
    else:
        note_what_is_met(session, project)
