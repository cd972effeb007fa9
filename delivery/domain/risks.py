"""What can make a case miss its day, each with its reason in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from delivery.domain.facts import CaseFacts
from delivery.domain.lead_time import is_data_late
from delivery.domain.states import CaseState
from kernel.language import Text
from kernel.workdays import workdays_between

_UNDERWAY: Final = (CaseState.FORBEREDELSER, CaseState.GENOMFORANDE, CaseState.DRIFTSATTNING)
_SIM_MARGIN_DAYS: Final = 3


def fill(text: Text, **facts: object) -> Text:
    """A text with its facts filled in, still in both languages."""
    return Text(sv=text.sv.format(**facts), en=text.en.format(**facts))


def days_left(facts: CaseFacts) -> int:
    """Working days until go-live; 0 on the day and after it."""
    return workdays_between(facts.today, facts.go_live_on) if facts.today < facts.go_live_on else 0


def _no_headroom(facts: CaseFacts) -> bool:
    numbers = facts.porting.numbers
    waiting = numbers.pending + numbers.rejected
    return waiting > 0 and facts.porting.headroom is not None and facts.porting.headroom <= 0


def _sims_late(facts: CaseFacts) -> bool:
    missing = facts.sims.needed > facts.sims.in_hand
    begun = facts.state in (CaseState.GENOMFORANDE, CaseState.DRIFTSATTNING)
    return begun and missing and days_left(facts) <= _SIM_MARGIN_DAYS


RISKS: Final[tuple[tuple[Callable[[CaseFacts], bool], Text], ...]] = (
    (
        lambda facts: facts.go_live_on < facts.today,
        Text(sv="Driftstartsdagen har passerat.", en="The go-live day has passed."),
    ),
    (
        _no_headroom,
        Text(
            sv="Ett avslag till, och numren hinner inte flyttas till driftstart.",
            en="One more rejection, and the numbers cannot move by go-live.",
        ),
    ),
    (
        _sims_late,
        Text(
            sv="Alla har inte sitt sim-kort, och det är högst tre arbetsdagar kvar.",
            en="Not everybody has a SIM card, and at most three working days are left.",
        ),
    ),
    (
        is_data_late,
        Text(
            sv="Kunddata blir klar senare än sex veckor före driftstart.",
            en="The customer data is complete later than six weeks before go-live.",
        ),
    ),
    (
        lambda facts: any(row.is_overdue(facts.today) for row in facts.placed if row.activity.gate),
        Text(
            sv="Något som nästa fas väntar på är försenat.",
            en="Something that the next phase waits for is late.",
        ),
    ),
)


def risks(facts: CaseFacts) -> tuple[Text, ...]:
    """What puts the go-live day at risk now, the gravest first."""
    if facts.state not in _UNDERWAY:
        return ()
    return tuple(text for applies, text in RISKS if applies(facts))
