"""What is known of cases just now, gathered in a fixed number of statements however many they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from delivery import repository
from delivery.domain.facts import CaseFacts, GoLiveFacts, NumberCounts, PortingFacts, SimFacts
from delivery.domain.options import Option
from delivery.domain.plan import Stored, board
from delivery.domain.sims import ESIM, SIM
from delivery.domain.states import GIVEN_UP, DataState, FaultState, SimState
from delivery.models import (
    CaseActivity,
    CustomerDataVersion,
    CustomerUser,
    DeliveryCase,
    GoLiveFault,
    Parcel,
    PortingPreparation,
    SimCard,
    TestCall,
)
from infra.clock import local_date
from portingsvc.domain.states import NumberState
from portingsvc.queries import PortingSummary, confirmed_numbers, summaries

_IN_HAND = (SimState.RECEIVED, SimState.ACTIVE)


@dataclass
class Gathered:
    """All rows of one case, and the facts they make."""

    case: DeliveryCase
    porting: PortingSummary
    activities: list[CaseActivity] = field(default_factory=list)
    versions: list[CustomerDataVersion] = field(default_factory=list)
    preparations: list[PortingPreparation] = field(default_factory=list)
    users: list[CustomerUser] = field(default_factory=list)
    sims: list[SimCard] = field(default_factory=list)
    parcels: list[Parcel] = field(default_factory=list)
    calls: list[TestCall] = field(default_factory=list)
    faults: list[GoLiveFault] = field(default_factory=list)
    confirmed: frozenset[str] = frozenset()

    def facts(self, now: datetime) -> CaseFacts:
        """The facts that rules read."""
        case = self.case
        signed = next((v for v in self.versions if v.state is DataState.SIGNED), None)
        stored = [
            Stored(a.key, a.due_on, a.done_at is not None, a.waived_at is not None) for a in self.activities
        ]
        start_mail = next((a for a in self.activities if a.key == "start_mail"), None)
        return CaseFacts(
            state=case.state,
            today=local_date(now),
            go_live_on=case.go_live_on,
            placed=board(stored),
            options=frozenset(Option(each) for each in case.options),
            data_state=self.versions[0].state if self.versions else None,
            complete_on=local_date(signed.signed_at) if signed and signed.signed_at else None,
            preparations=len(self.preparations),
            preparations_answered=sum(1 for p in self.preparations if p.answered_at is not None),
            start_mails_sent=bool(start_mail and start_mail.result.get("sent")),
            hand_over_at=case.hand_over_at,
            hand_over_on=local_date(case.hand_over_at) if case.hand_over_at else None,
            porting=self._porting(),
            sims=self._sims(),
            go_live=self._go_live(),
        )

    def _porting(self) -> PortingFacts:
        found = self.porting
        return PortingFacts(
            numbers=number_counts(found),
            orders=found.orders,
            unsent=found.unsent,
            parked=found.parked,
            repairs=found.repairs,
            repairs_not_contacted=found.repairs_not_contacted,
            repairs_due_on=local_date(found.repairs_due_at) if found.repairs_due_at else None,
            mandates=found.mandates,
            mandates_signed=found.mandates_signed,
            headroom=found.headroom,
        )

    def _sims(self) -> SimFacts:
        wanting = [user for user in self.users if user.sim_type in (SIM, ESIM)]
        held = {card.user_id for card in self.sims if card.state not in GIVEN_UP}
        states = [(card.kind, card.state) for card in self.sims]
        return SimFacts(
            needed=len(wanting),
            ready=sum(1 for user in wanting if not user.mobile or user.mobile in self.confirmed),
            assigned=sum(1 for user in wanting if user.id in held),
            to_pack=states.count((SIM, SimState.RESERVED)),
            to_activate=states.count((ESIM, SimState.RESERVED)),
            packed=sum(1 for _, state in states if state is SimState.PACKED),
            on_way=sum(1 for _, state in states if state is SimState.SHIPPED),
            in_hand=sum(1 for _, state in states if state in _IN_HAND),
        )

    def _go_live(self) -> GoLiveFacts:
        last_ok = {call.number: call.ok for call in self.calls}
        targets = self.call_numbers()
        return GoLiveFacts(
            sample_drawn=bool(self.case.sample_seed),
            to_call=sum(1 for number in targets if not last_ok.get(number)),
            faults_open=sum(1 for fault in self.faults if fault.state is FaultState.OPEN),
        )

    def call_numbers(self) -> list[str]:
        """The main number first, then the sample."""
        main = [self.case.main_number] if self.case.main_number else []
        return [*main, *(number for number in self.case.sample if number not in main)]


# Rare ends that people meet as what they come to: something to repair, or no longer part of the move.
_SHOWN_AS: Final = {
    NumberState.FAILED: NumberState.REJECTED,
    NumberState.PORTED_BACK: NumberState.EXCLUDED,
    NumberState.RETURNED: NumberState.EXCLUDED,
}


def number_counts(found: PortingSummary) -> NumberCounts:
    """The summary's counts under the names that people see."""
    counts = Counter({state.value: 0 for state in NumberState if state not in _SHOWN_AS})
    for state, count in found.numbers.items():
        counts[_SHOWN_AS.get(state, state).value] += count
    return NumberCounts(**counts)


def gather(session: Session, cases: Sequence[DeliveryCase], now: datetime) -> dict[UUID, Gathered]:
    """Everything about some cases."""
    ids = [case.id for case in cases]
    porting = summaries(session, ids, now)
    found = {case.id: Gathered(case, porting[case.id]) for case in cases}
    for activity in repository.activities(session, ids):
        found[activity.case_id].activities.append(activity)
    for version in repository.versions(session, ids):
        found[version.case_id].versions.append(version)
    for preparation in repository.preparations(session, ids):
        found[preparation.case_id].preparations.append(preparation)
    for card in repository.sims(session, ids):
        if card.case_id is not None:
            found[card.case_id].sims.append(card)
    for parcel in repository.parcels(session, ids):
        found[parcel.case_id].parcels.append(parcel)
    for call in repository.test_calls(session, ids):
        found[call.case_id].calls.append(call)
    for fault in repository.faults(session, ids):
        found[fault.case_id].faults.append(fault)
    _add_users(session, found)
    return found


def _add_users(session: Session, found: dict[UUID, Gathered]) -> None:
    """The users of each signed version, and which of their numbers their donors have confirmed."""
    signed = {
        version.id: gathered
        for gathered in found.values()
        for version in gathered.versions
        if version.state is DataState.SIGNED
    }
    for user in repository.users_of(session, signed):
        signed[user.version_id].users.append(user)
    confirmed: dict[UUID, set[str]] = defaultdict(set)
    for case_id, number in confirmed_numbers(session, found):
        confirmed[case_id].add(number)
    for case_id, gathered in found.items():
        gathered.confirmed = frozenset(confirmed[case_id])


def facts_of(session: Session, case: DeliveryCase, now: datetime) -> CaseFacts:
    """The facts of one case."""
    return gather(session, [case], now)[case.id].facts(now)
