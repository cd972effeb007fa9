"""The go-live date: how early it can be, and what it still hangs on (DL-06)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from delivery.domain import phases
from delivery.domain.errors import GO_LIVE_NOT_A_WORKING_DAY, GO_LIVE_TOO_EARLY
from delivery.domain.facts import CaseFacts
from delivery.domain.phase_words import WORDS
from delivery.domain.states import DataState
from kernel.language import Text
from kernel.workdays import add_workdays, is_workday

_FROM_TODAY: Final = Text(
    sv="leveransen tar sex till åtta veckor räknat från komplett och rätt kunddata, tidigast i dag.",
    en="delivery takes six to eight weeks from complete and correct customer data, today at the earliest.",
)
_FROM_DATA: Final = Text(
    sv="leveransen tar sex till åtta veckor från det att kunddata blev komplett och rätt.",
    en="delivery takes six to eight weeks from when the customer data became complete and correct.",
)
_FROM_PORTING: Final = Text(
    sv="nummerflytten ska begäras minst tio arbetsdagar i förväg.",
    en="the move of the numbers must be asked for at least ten working days ahead.",
)


@dataclass(frozen=True, slots=True)
class Earliest:
    """The first possible go-live day and why it is no earlier."""

    day: date
    reason: Text


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain that is not confirmed yet."""

    key: str
    text: Text


def earliest_go_live(today: date, complete_on: date | None, earliest_port: date) -> Earliest:
    """The first day that leaves six weeks from complete data and the donors their lead."""
    floors = (
        Earliest(
            add_workdays(complete_on or today, phases.LEAD_WORKING_DAYS),
            _FROM_DATA if complete_on else _FROM_TODAY,
        ),
        Earliest(earliest_port, _FROM_PORTING),
    )
    return max(floors, key=lambda floor: floor.day)


def refuse_day(go_live_on: date, today: date, complete_on: date | None, earliest_port: date) -> None:
    """Refuse a go-live day that is no working day, or earlier than can be kept.

    Raises `GO_LIVE_NOT_A_WORKING_DAY` with the next one, `GO_LIVE_TOO_EARLY` with the earliest day and why.
    """
    if not is_workday(go_live_on):
        raise GO_LIVE_NOT_A_WORKING_DAY.error(
            "go_live_on", wanted=go_live_on, next_one=add_workdays(go_live_on, 1)
        )
    earliest = earliest_go_live(today, complete_on, earliest_port)
    if go_live_on < earliest.day:
        raise GO_LIVE_TOO_EARLY.error(
            "go_live_on", wanted=go_live_on, earliest=earliest.day, reason=earliest.reason
        )


# Until each of these is so, the date is preliminary; the work of the last days is not what a date hangs on.
CHAIN: Final = (
    phases.CUSTOMER_DATA,
    phases.PORTING_PREPARATION,
    phases.MANDATE,
    phases.INVOICING_BASICS,
    phases.MEETING_HELD,
    phases.PORTING_REQUESTED,
    phases.PORTING_CONFIRMED,
    "configuration",
    "network_ready",
)


def missing_links(facts: CaseFacts) -> tuple[Link, ...]:
    """What the go-live date still hangs on; none means it can be confirmed."""
    standing = {row.key: row for row in facts.placed}
    return tuple(
        Link(key, WORDS[key].staff) for key in CHAIN if key in standing and not standing[key].is_settled
    )


def is_data_late(facts: CaseFacts) -> bool:
    """Whether the data was, or will be, complete with less than the lead left."""
    earliest = add_workdays(facts.complete_on or facts.today, phases.LEAD_WORKING_DAYS)
    return earliest > facts.go_live_on and facts.data_state is not DataState.SUPERSEDED
