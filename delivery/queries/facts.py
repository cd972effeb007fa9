"""What is known of cases just now, gathered in a fixed number of statements however many they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.models import Organisation, Person
from delivery import repository
from delivery.changes.domain.requests import ChangeState
from delivery.changes.models import ChangeRequest
from delivery.domain.facts import CaseFacts, GoLiveFacts, NumberCounts, PortingFacts, SimFacts
from delivery.domain.options import Option
from delivery.domain.plan import Stored, board
from delivery.domain.states import DataState, FaultState
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
from delivery.queries.sim_counts import sim_facts
from infra.clock import local_date
from infra.together import Read, read_together
from infra.transitions import StateHistory
from portingsvc.domain.states import NumberState
from portingsvc.queries import PortingSummary, summaries


@dataclass(frozen=True, slots=True)
class Names:
    """What the organisations and people of some cases are called."""

    names: dict[UUID, str]
    org_numbers: dict[UUID, str]


def reads_of_names(ids: Sequence[UUID]) -> tuple[Read[Organisation], Read[Person]]:
    """Customers, partners and planners of some cases, to put beside other reads."""
    of_case = col(DeliveryCase.id).in_(ids)
    customers, partners = (
        select(column).where(of_case) for column in (DeliveryCase.customer_id, DeliveryCase.partner_id)
    )
    planners = select(DeliveryCase.planner_id).where(of_case)
    either = col(Organisation.id).in_(customers) | col(Organisation.id).in_(partners)
    return Read(Organisation, (either,)), Read(Person, (col(Person.id).in_(planners),))


def names_from(organisations: Sequence[Organisation], people: Sequence[Person]) -> Names:
    """What those reads tell."""
    return Names(
        {each.id: each.name for each in organisations} | {each.id: each.name for each in people},
        {each.id: each.org_number for each in organisations},
    )


@dataclass
class Gathered:
    """All rows of one case, and the facts they make. `users` and `sims` are there when asked for.

    All but the case itself are rows to read only.
    """

    case: DeliveryCase
    porting: PortingSummary
    sim_facts: SimFacts
    activities: list[CaseActivity] = field(default_factory=list)
    versions: list[CustomerDataVersion] = field(default_factory=list)
    preparations: list[PortingPreparation] = field(default_factory=list)
    users: list[CustomerUser] = field(default_factory=list)
    sims: list[SimCard] = field(default_factory=list)
    parcels: list[Parcel] = field(default_factory=list)
    calls: list[TestCall] = field(default_factory=list)
    faults: list[GoLiveFault] = field(default_factory=list)
    steps: list[StateHistory] = field(default_factory=list)
    changes: list[ChangeRequest] = field(default_factory=list)
    known: Names = field(default_factory=lambda: Names({}, {}))

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
            changes_asked=len(self.changes),
            changes_asked_on=local_date(self.changes[0].asked_at) if self.changes else None,
            porting=self._porting(),
            sims=self.sim_facts,
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


def gather(
    session: Session,
    cases: Sequence[DeliveryCase],
    now: datetime,
    *,
    whole: bool = False,
    cards: bool = False,
) -> dict[UUID, Gathered]:
    """Everything about some cases, in three statements.

    `whole` adds findings, parcels, history and names; `cards` users and cards, in two statements more.
    """
    ids = [case.id for case in cases]
    porting, sims = summaries(session, ids, now), sim_facts(session, ids)
    found = {case.id: Gathered(case, porting[case.id], sims[case.id]) for case in cases}
    _add_parts(session, found, whole=whole)
    if cards:
        _add_users(session, found)
    return found


def _add_parts(session: Session, found: dict[UUID, Gathered], *, whole: bool) -> None:
    ids = list(found)
    wanted = [part for part in _PARTS if whole or not part.only_whole]
    reads = [
        Read(
            part.model,
            (getattr(part.model, part.case).in_(ids), *part.where),
            (part.without if whole else part.without | part.without_in_lists),
        )
        for part in wanted
    ]
    found_rows = read_together(session, *reads, *(reads_of_names(ids) if whole else ()))
    if whole:
        known = names_from(found_rows.pop(-2), found_rows.pop(-1))
        for each in found.values():
            each.known = known
    for part, rows in zip(wanted, found_rows, strict=True):
        for row in sorted(rows, key=lambda each: getattr(each, part.order), reverse=part.newest_first):
            getattr(found[getattr(row, part.case)], part.field).append(row)


@dataclass(frozen=True)
class _Part:
    """A table of which a case has rows: where they go, in which order, and what is left out."""

    field: str
    model: Any
    order: str
    case: str = "case_id"
    where: tuple[Any, ...] = ()
    without: frozenset[str] = frozenset()
    without_in_lists: frozenset[str] = frozenset()
    newest_first: bool = False
    only_whole: bool = False


_PARTS: Final = (
    _Part("activities", CaseActivity, "position"),
    _Part(
        "versions",
        CustomerDataVersion,
        "number",
        newest_first=True,
        without=frozenset({"outline"}),
        without_in_lists=frozenset({"issues", "mapping"}),
    ),
    _Part("preparations", PortingPreparation, "donor"),
    _Part("calls", TestCall, "id"),
    _Part("faults", GoLiveFault, "id"),
    _Part(
        "changes",
        ChangeRequest,
        "asked_at",
        where=(col(ChangeRequest.state) == ChangeState.ASKED,),
        without=frozenset({"text", "answer"}),
    ),
    _Part("parcels", Parcel, "id", only_whole=True),
    _Part(
        "steps",
        StateHistory,
        "id",
        case="entity_id",
        where=(col(StateHistory.entity) == "delivery_case",),
        only_whole=True,
    ),
)


def _add_users(session: Session, found: dict[UUID, Gathered]) -> None:
    """The users of each signed version, and the cards."""
    signed = {
        version.id: gathered
        for gathered in found.values()
        for version in gathered.versions
        if version.state is DataState.SIGNED
    }
    for user in repository.users_of(session, signed):
        signed[user.version_id].users.append(user)
    for card in repository.sims(session, found):
        if card.case_id is not None:
            found[card.case_id].sims.append(card)


def facts_of(session: Session, case: DeliveryCase, now: datetime) -> CaseFacts:
    """The facts of one case."""
    return gather(session, [case], now)[case.id].facts(now)
