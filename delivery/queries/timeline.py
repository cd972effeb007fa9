"""What happened in a case, newest first: who did what, when, why."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.labels import LABELS, NOTES
from delivery.domain.phase_words import WORDS
from delivery.models import CaseNote
from delivery.queries.lines import TimelineLine
from infra.transitions import StateHistory
from kernel.language import Text

# Steps of single numbers and cards are told by their order, parcel or version; each is in the history all the same.
_TOLD_BY_OTHERS = ("porting_number", "porting_attempt")


def timeline(session: Session, actor: Actor, case_id: UUID, *, limit: int = 60) -> list[TimelineLine]:
    """The newest lines. What came together (the same event, minute and actor) is folded into one."""
    repository.case(session, actor, case_id)
    steps = session.exec(
        select(StateHistory)
        .where(StateHistory.case_id == case_id, col(StateHistory.entity).not_in(_TOLD_BY_OTHERS))
        .order_by(col(StateHistory.id).desc())
        .limit(limit * 10)
    ).all()
    notes = session.exec(
        select(CaseNote).where(CaseNote.case_id == case_id).order_by(col(CaseNote.id).desc()).limit(limit)
    ).all()
    lines = [_step(each) for each in steps] + [_note(each) for each in notes]
    lines.sort(key=lambda line: line.at, reverse=True)
    return _folded(lines)[:limit]


def _step(row: StateHistory) -> TimelineLine:
    what = LABELS.get(f"{row.entity}.{row.event}", Text(sv=row.event, en=row.event))
    return TimelineLine(
        row.at, what, "", row.actor_name, row.actor_role, row.reason, 1, row.entity, row.event
    )


def _note(row: CaseNote) -> TimelineLine:
    what = NOTES[row.kind]
    key = str(row.facts.get("activity", ""))
    if key in WORDS:
        words = WORDS[key].staff
        what = Text(sv=f"{what.sv}: {words.sv}", en=f"{what.en}: {words.en}")
    return TimelineLine(
        row.at, what, str(row.facts.get("about", "")), row.by, "", row.text, 1, "note", row.kind
    )


def _minute(line: TimelineLine) -> tuple[str, str, str, str, datetime]:
    at = line.at.replace(second=0, microsecond=0)
    return line.entity, line.event, line.who, line.why, at


def _folded(lines: list[TimelineLine]) -> list[TimelineLine]:
    folded = []
    for _, group in groupby(lines, key=lambda line: (_minute(line), line.what.sv)):
        same = list(group)
        first = same[0]
        if len(same) > 1 and first.entity != "note":
            first = TimelineLine(
                first.at,
                first.what,
                first.about,
                first.who,
                first.role,
                first.why,
                len(same),
                first.entity,
                first.event,
            )
            folded.append(first)
        else:
            folded += same
    return folded
