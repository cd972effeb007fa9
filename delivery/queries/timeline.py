"""What happened in a case, newest first: who did what to what, when, why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlmodel import Session, col

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.labels import LABELS, NOTES, REASONS
from delivery.domain.phase_words import WORDS
from delivery.models import CaseNote, CustomerDataVersion, Parcel, SimCard
from delivery.queries.lines import TimelineLine
from infra.together import Read, read_together
from infra.transitions import StateHistory
from kernel.language import Language, Text
from kernel.numbers import format_national
from portingsvc.domain import rejections
from portingsvc.queries import named, names_in

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
    steps, notes = read_together(
        session,
        Read(
            StateHistory,
            (col(StateHistory.case_id) == case_id, col(StateHistory.entity).not_in(_TOLD_BY_OTHERS)),
            newest=limit * _LOOKED_THROUGH,
        ),
        Read(CaseNote, (col(CaseNote.case_id) == case_id,), newest=limit),
    )
    names = names_of_things(session, {each.entity_id for each in steps})
    lines = [step_line(each, names.get(each.entity_id, ""), language) for each in _newest_first(steps)]
    lines += [note_line(each) for each in _newest_first(notes)]
    lines.sort(key=lambda line: line.at, reverse=True)
    return _folded(lines)[:limit]


def _newest_first(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: row.id, reverse=True)


_SECRETS = frozenset({"pin_encrypted", "puk_encrypted", "activation_encrypted"})
_LONG = frozenset({"outline", "issues", "mapping", "counts"})


def names_of_things(session: Session, ids: Iterable[UUID]) -> dict[UUID, str]:
    """What people call the things that the history knows by id, in one statement."""
    wanted = list(ids)
    parcels, cards, versions, orders, mandates = read_together(
        session,
        Read(Parcel, (col(Parcel.id).in_(wanted),)),
        Read(SimCard, (col(SimCard.id).in_(wanted),), _SECRETS),
        Read(CustomerDataVersion, (col(CustomerDataVersion.id).in_(wanted),), _LONG),
        *named(wanted),
    )
    names = names_in(orders, mandates)
    names |= {parcel.id: parcel.reference for parcel in parcels}
    names |= {card.id: format_national(card.number) if card.number else card.iccid for card in cards}
    return names | {version.id: f"{version.filename} ({version.number})" for version in versions}


def step_line(row: StateHistory, about: str, language: Language) -> TimelineLine:
    """A state change in words."""
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


def note_line(row: CaseNote) -> TimelineLine:
    """A note in words."""
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
