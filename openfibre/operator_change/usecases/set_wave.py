"""A wave of the project: its migration date, and its freeze (KO-02, KO-04)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.clock import local_date
from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED
from kernel.workdays import is_workday
from openfibre.operator_change.domain import remarks
from openfibre.operator_change.domain.errors import FREEZE_WRONG, VALUE_MISSING
from openfibre.operator_change.domain.freeze import CONFIRMED_BY
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.remarks import Remark
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.models import KoFreezeWord, KoProject, KoWave
from openfibre.operator_change.repository import exchange, projects
from openfibre.operator_change.usecases.open_project import lay_up_wave
from openfibre.operator_change.usecases.settle import settle
from openfibre.operator_change.usecases.tell import tell


def add_wave(
    session: Session, actor: Actor, project_id: UUID, *, name: str, technical_on: date, cause: Cause
) -> KoWave:
    """One more wave, with its activities and deadlines. For the lead. Raises `DATE_OUT_OF_RANGE`."""
    is_workday(technical_on)
    project = projects.project(session, actor, project_id, lock=True)
    projects.seat(session, actor, project.id).act(Party.TKO)
    number = len(projects.waves(session, project.id)) + 1
    wave = KoWave(
        project_id=project.id,
        number=number,
        name=name.strip(),
        technical_on=technical_on,
        created_at=cause.now,
    )
    session.add(wave)
    session.flush()
    lay_up_wave(session, project, wave)
    settle(session, project, cause)
    return wave


def move_wave(session: Session, actor: Actor, wave_id: UUID, technical_on: date, *, cause: Cause) -> KoWave:
    """Another migration date: every deadline follows, and the freeze must be agreed anew.

    Needs a reason. Raises `FREEZE_WRONG` when the freeze would no longer hold the migration.
    """
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    is_workday(technical_on)
    project, wave = projects.wave(session, actor, wave_id, lock=True)
    seat = projects.seat(session, actor, project.id)
    seat.act(Party.TKO)
    if wave.freeze_first is not None and wave.freeze_last is not None:
        _refuse_freeze(wave.freeze_first, wave.freeze_last, technical_on, None)
    wave.technical_on = technical_on
    settle(session, project, cause)
    _inform_anew(session, project, wave)
    tell(session, project, seat.all, "wave_moved", cause, wave=wave, text=cause.reason, day=str(technical_on))
    return wave


def set_freeze(
    session: Session, actor: Actor, wave_id: UUID, *, first: date, last: date, cause: Cause
) -> KoWave:
    """Propose a freeze window; AKO, TKO and every TLA must say yes to it, each time it changes (D10).

    Raises `FREEZE_WRONG` when it misses the migration or begins before the last data was delivered.
    """
    project, wave = projects.wave(session, actor, wave_id, lock=True)
    seat = projects.seat(session, actor, project.id)
    seat.act(Party.TKO, Party.AKO)
    sets = exchange.live(session, wave.id, Content.MIGRATION, Party.TKO, Party.TLA)
    _refuse_freeze(first, last, wave.technical_on, local_date(sets[-1].at) if sets else None)
    wave.freeze_first, wave.freeze_last = first, last
    wave.freeze_version += 1
    if wave.freeze_version > 1:
        _inform_anew(session, project, wave)
    settle(session, project, cause)
    asked = seat.parts(*CONFIRMED_BY, Party.TLA)
    tell(session, project, asked, "freeze_asked", cause, wave=wave, first=str(first), last=str(last))
    return wave


def _refuse_freeze(first: date, last: date, technical_on: date, last_data_on: date | None) -> None:
    wrong = remarks.on_freeze(first, last, technical_on, last_data_on)
    if wrong:
        raise FREEZE_WRONG.error("first", why_sv=wrong[0].text.sv, why_en=wrong[0].text.en, why=wrong[0].code)


def _inform_anew(session: Session, project: KoProject, wave: KoWave) -> None:
    """Customers who were told the old dates have to be told again (D4)."""
    told = next(
        (
            each.met_on
            for each in projects.deadlines(session, project.id)
            if each.wave_id == wave.id and each.rule == "D4"
        ),
        None,
    )
    if told is not None:
        wave.informed_again_needed = True


def inform_again(session: Session, actor: Actor, wave_id: UUID, *, cause: Cause) -> KoWave:
    """The customers have been told the new dates."""
    project, wave = projects.wave(session, actor, wave_id, lock=True)
    projects.seat(session, actor, project.id).act(Party.TKO, Party.NO)
    wave.informed_again_needed = False
    settle(session, project, cause)
    return wave


def confirm_freeze(
    session: Session, actor: Actor, wave_id: UUID, part_id: UUID | None = None, *, cause: Cause
) -> KoWave:
    """A party's yes to the window as it now stands. Saying it again changes nothing."""
    project, wave = projects.wave(session, actor, wave_id, lock=True)
    part = projects.seat(session, actor, project.id).act(*CONFIRMED_BY, Party.TLA, part_id=part_id)
    if wave.freeze_first is None:
        raise VALUE_MISSING.error("first")
    given = {each.party_id for each in projects.freeze_words(session, wave)}
    if part.id not in given:
        session.add(
            KoFreezeWord(
                wave_id=wave.id, party_id=part.id, version=wave.freeze_version, by=cause.name, at=cause.now
            )
        )
        session.flush()
    return wave


def set_brytpunkt(
    session: Session, actor: Actor, project_id: UUID, day: date, *, cause: Cause
) -> tuple[KoProject, list[Remark]]:
    """The commercial cut-over, apart from any migration (D5, D6). Off a month shift it needs a reason."""
    is_workday(day)
    project = projects.project(session, actor, project_id, lock=True)
    projects.seat(session, actor, project.id).act(Party.TKO, Party.AKO)
    found = remarks.on_brytpunkt(day)
    if found and not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    project.brytpunkt_on, project.brytpunkt_reason = day, cause.reason
    settle(session, project, cause)
    return project, found


def begin_process(session: Session, actor: Actor, project_id: UUID, day: date, *, cause: Cause) -> KoProject:
    """The process towards the cut-over was begun on a day (D6)."""
    project = projects.project(session, actor, project_id, lock=True)
    projects.seat(session, actor, project.id).act(Party.TKO, Party.AKO)
    project.process_begun_on = day
    settle(session, project, cause)
    return project
