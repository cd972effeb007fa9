"""Which activities follow from facts. Nobody ticks these, and a fact that falls takes them back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from delivery.domain import phases
from delivery.domain.facts import CaseFacts
from delivery.domain.states import CaseState


def _data_signed(facts: CaseFacts) -> bool:
    return facts.complete_on is not None


def _prepared(facts: CaseFacts) -> bool:
    return _data_signed(facts) and facts.preparations_answered == facts.preparations


def _mandated(facts: CaseFacts) -> bool:
    return _data_signed(facts) and facts.porting.mandates_signed == facts.porting.mandates


def _has_begun(facts: CaseFacts) -> bool:
    """Whether the work has begun: before that, no orders means not yet, not none needed."""
    return facts.state is not CaseState.FORBEREDELSER


def _requested(facts: CaseFacts) -> bool:
    return _has_begun(facts) and facts.porting.unsent == 0


def _confirmed(facts: CaseFacts) -> bool:
    numbers = facts.porting.numbers
    return _requested(facts) and numbers.pending + numbers.rejected == 0


def _ported(facts: CaseFacts) -> bool:
    return _has_begun(facts) and facts.porting.numbers.outstanding == 0


def _sims_in_hand(facts: CaseFacts) -> bool:
    return _has_begun(facts) and facts.sims.in_hand >= facts.sims.needed


def _tested(facts: CaseFacts) -> bool:
    day = facts.go_live
    return day.sample_drawn and day.to_call == 0 and day.faults_open == 0


FOLLOWS: Final[Mapping[str, Callable[[CaseFacts], bool]]] = {
    phases.CUSTOMER_DATA: _data_signed,
    phases.PORTING_PREPARATION: _prepared,
    phases.MANDATE: _mandated,
    phases.PORTING_REQUESTED: _requested,
    phases.PORTING_CONFIRMED: _confirmed,
    phases.SIM_DELIVERED: _sims_in_hand,
    phases.START_MAIL: lambda facts: facts.start_mails_sent,
    phases.NUMBERS_PORTED: _ported,
    phases.TEST_CALLS: _tested,
    phases.HAND_OVER: lambda facts: facts.state is CaseState.HANDED_OVER,
}


def settled_by_facts(facts: CaseFacts) -> dict[str, bool]:
    """Every activity that follows from facts, and whether they say it is done."""
    return {key: rule(facts) for key, rule in FOLLOWS.items()}
