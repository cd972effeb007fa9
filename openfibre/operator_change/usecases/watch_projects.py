"""Watch what time alone changes: deadlines that pass, days that end, protected files that are to go (KO-02)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from accounts.domain.actor import SYSTEM
from infra.clock import current, local_date
from infra.db import unit_of_work
from infra.outbox import emit
from infra.transitions import Cause, StateHistory
from openfibre.operator_change.domain.deadlines import Deadline, Standing, standing
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.reconcile import is_over
from openfibre.operator_change.domain.states import ProjectState, WaveState
from openfibre.operator_change.models import KoContact, KoDeadline, KoProject
from openfibre.operator_change.repository import lists, projects
from openfibre.operator_change.usecases.alarm_blocked import alarm_blocked
from openfibre.operator_change.usecases.correspond import forget_contact
from openfibre.operator_change.usecases.seal_data import KEPT_AFTER_CLOSURE, purge
from openfibre.operator_change.usecases.tell import tell

_LISTS_OPEN = (WaveState.MIGRATING, WaveState.HANDOVER)
_OVER = (ProjectState.CLOSED, ProjectState.CANCELLED)


def watch_projects() -> None:
    """One unit of work a project; one that somebody holds is left for the next ring."""
    with unit_of_work() as session:
        ids = projects.live_project_ids(session)
        over = session.exec(select(KoProject.id).where(col(KoProject.state).in_(_OVER))).all()
    for project_id in [*ids, *over]:
        with unit_of_work() as session:
            project = session.exec(
                select(KoProject)
                .where(KoProject.id == project_id)
                .with_for_update(key_share=True, skip_locked=True)
            ).first()
            if project is not None:
                _watch(session, project, current(session))


def _watch(session: Session, project: KoProject, now: datetime) -> None:
    cause = Cause("system", "Växla", now)
    if project.state in _OVER:
        ended = session.exec(
            select(StateHistory.at)
            .where(StateHistory.entity_id == project.id)
            .order_by(col(StateHistory.id).desc())
        ).first()
        if ended is not None:
            _forget(session, project, ended, cause)
        return
    for row in projects.deadlines(session, project.id):
        if row.told_late_at is None and is_late(row, now):
            _tell_late(session, project, row, cause)
    for wave in projects.waves(session, project.id):
        if wave.state in _LISTS_OPEN and is_over(wave.technical_on, local_date(now)):
            lists.reconcile_wave(session, wave.id, over=True)
            alarm_blocked(session, project, wave, cause)


def _forget(session: Session, project: KoProject, ended: datetime, cause: Cause) -> None:
    """What is kept about people no longer than a time after the end: protected files, contact persons."""
    purge(session, project, ended, cause.now)
    if cause.now >= ended + KEPT_AFTER_CLOSURE:
        for contact in projects.of_project(session, KoContact, project.id):
            forget_contact(session, project, contact, cause)


def is_late(row: KoDeadline, now: datetime) -> bool:
    """Whether a kept deadline has passed unmet."""
    found = Deadline(row.rule, row.raw, row.due)
    return standing(found, done_on=row.met_on, today=local_date(now)) is Standing.OVERDUE


def _tell_late(session: Session, project: KoProject, row: KoDeadline, cause: Cause) -> None:
    row.told_late_at = cause.now
    leads = projects.seat(session, SYSTEM, project.id).parts(Party.TKO, Party.NO)
    tell(session, project, leads, "deadline_late", cause, rule=row.rule, raw=str(row.raw))
    facts = {"rule": row.rule, "raw": str(row.raw), "wave": str(row.wave_id or "")}
    emit(session, "ko_deadline.late", project.subject(), facts, actor=cause.name, now=cause.now)
