"""What happened in a case, newest first: who did what to what, when, why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.labels import LABELS, NOTES, REASONS
from delivery.domain.phase_words import WORDS
from delivery.models import CaseNote
from delivery.queries.lines import TimelineLine
from infra.transitions import StateHistory
from kernel.language import Language, Text
from kernel.numbers import format_national
from portingsvc.domain import rejections
from portingsvc.queries import mandates_of_case, orders_of_case

# Steps of single numbers and attempts are told by their order; each is in the history all the same.
_TOLD_BY_OTHERS = ("porting_number", "porting_attempt")
_LOOKED_THROUGH = 10


def timeline(
    session: Session, actor: Actor, case_id: UUID, *, limit: int = 60, language: Language = "sv"
) -> list[TimelineLine]:
    """The newest lines. What came together (the same event, minute and actor) is folded into one.

    `language` is the reader's, for the reasons that the product gives by itself.
    """
    repository.case(session, actor, case_id)
    steps = session.exec(
        select(StateHistory)
        .where(StateHistory.case_id == case_id, col(StateHistory.entity).not_in(_TOLD_BY_OTHERS))
        .order_by(col(StateHistory.id).desc())
        .limit(limit * _LOOKED_THROUGH)
    ).all()
    notes = session.exec(
        select(CaseNote).where(CaseNote.case_id == case_id).order_by(col(CaseNote.id).desc()).limit(limit)
    ).all()
    names = _names(session, case_id)
    lines = [_step(each, names.get(each.entity_id, ""), language) for each in steps]
    lines += [_note(each) for each in notes]
    lines.sort(key=lambda line: line.at, reverse=True)
    return _folded(lines)[:limit]


def _names(session: Session, case_id: UUID) -> dict[UUID, str]:
    """What people call the things that the history knows by id."""
    names = {order.id: order.writing for order in orders_of_case(session, case_id)}
    names |= {mandate.id: mandate.donor_name for mandate in mandates_of_case(session, case_id)}
    names |= {parcel.id: parcel.reference for parcel in repository.parcels(session, [case_id])}
    names |= {
        card.id: format_national(card.number) if card.number else card.iccid
        for card in repository.sims(session, [case_id])
    }
    names |= {
        version.id: f"{version.filename} ({version.number})"
        for version in repository.versions(session, [case_id])
    }
    return names


def _step(row: StateHistory, about: str, language: Language) -> TimelineLine:
    return TimelineLine(
        at=row.at,
        what=LABELS.get(f"{row.entity}.{row.event}", Text(sv=row.event, en=row.event)),
        about=about,
        who=row.actor_name,
        role=row.actor_role,
        why=_reason(row, language),
        count=1,
        entity=row.entity,
        event=row.event,
    )


def _reason(row: StateHistory, language: Language) -> str:
    """A person's own words as they stand; what the product or a donor gave as a code, in words."""
    if row.reason in REASONS:
        return REASONS[row.reason].in_(language)
    if row.entity == "porting_order" and row.actor_role == "donor":
        codes = [code for code in row.reason.split(", ") if code in rejections.REASONS]
        return "; ".join(rejections.REASONS[code].text.in_(language) for code in codes) or row.reason
    return row.reason


def _note(row: CaseNote) -> TimelineLine:
    what = NOTES[row.kind]
    key = str(row.facts.get("activity", ""))
    if key in WORDS:
        words = WORDS[key].staff
        what = Text(sv=f"{what.sv}: {words.sv}", en=f"{what.en}: {words.en}")
    return TimelineLine(
        at=row.at,
        what=what,
        about=str(row.facts.get("about", "")),
        who=row.by,
        role="",
        why=row.text,
        count=1,
        entity="note",
        event=row.kind,
    )


def _folded(lines: Iterable[TimelineLine]) -> list[TimelineLine]:
    """One line for each event, actor, reason and minute; a note always keeps a line of its own."""
    folded: dict[object, TimelineLine] = {}
    for place, line in enumerate(lines):
        minute = line.at.replace(second=0, microsecond=0)
        key = place if line.entity == "note" else (line.entity, line.event, line.who, line.why, minute)
        before = folded.get(key)
        folded[key] = line if before is None else replace(before, count=before.count + 1, about="")
    return list(folded.values())
