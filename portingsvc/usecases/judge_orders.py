"""Judge what a partner asks to have ported: every fault of every number, nothing stored (NP-01, NP-02).

The dry run and the order itself run this same code, so what the one lets through the other does too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from uuid import UUID

from sqlmodel import Session

from infra.clock import local_date
from infra.sandboxes import refuses_fiction
from kernel.errors import DomainError
from kernel.numbers import NumberCheck, check_number, expand, format_series
from portingsvc import repository
from portingsvc.domain import waves
from portingsvc.domain.donors import donor, donor_of
from portingsvc.domain.errors import NUMBER_ALREADY_IN_PORTING, NUMBER_REFUSED, TOO_MANY_NUMBERS
from portingsvc.usecases.keep_budget import refuse_over_budget
from portingsvc.usecases.mandates import owner_in_donor_form
from portingsvc.usecases.plan_orders import OrderItem, refuse_early

MOST_NUMBERS = 20_000
_Owner = Callable[[str, str, datetime], tuple[DomainError | None, DomainError | str]]
_Early = Callable[[str, str, datetime, datetime], DomainError | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """A number or series in any writing, with who has it today and in whose name, as the partner wrote it."""

    number: str
    donor: str
    owner_id: str
    owner_name: str
    is_main: bool = False
    port_at: datetime | None = None


@dataclass(slots=True)
class Judged:
    """One that was asked for: what it turned out to be, and every fault of it. `item` is none when it has faults."""

    asked: Asked
    found: NumberCheck
    item: OrderItem | None = None
    faults: list[DomainError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Each that was asked for, in order; and what is wrong with the good ones together."""

    items: list[Judged]
    faults: list[DomainError]

    @property
    def good(self) -> list[OrderItem]:
        """What can be ordered as it stands."""
        return [each.item for each in self.items if each.item is not None]


def judge_orders(
    session: Session, customer_id: UUID | None, asked: Sequence[Asked], port_at: datetime, now: datetime
) -> Judgement:
    """Judge each by itself, then the good ones together. Raises `TOO_MANY_NUMBERS` for more than 20,000.

    Without a customer, what hangs on one (the day's budget) is judged as for one that is new today.
    """
    production = refuses_fiction()
    items = [Judged(each, check_number(each.number, production=production)) for each in asked]
    amount = sum(each.found.count for each in items if each.found.ok)
    if amount > MOST_NUMBERS:
        raise TOO_MANY_NUMBERS.error("items", count=amount, most=MOST_NUMBERS)
    owner = cache(_owner)
    early = cache(_early)
    for each in items:
        _judge_one(each, port_at, now, owner, early)
    _find_taken(session, items)
    return Judgement(items, _together(session, customer_id, items, port_at, now))


def _judge_one(judged: Judged, port_at: datetime, now: datetime, owner: _Owner, early: _Early) -> None:
    asked, found = judged.asked, judged.found
    if not found.ok:
        codes = ", ".join(found.codes)
        judged.faults.append(NUMBER_REFUSED.error("number", number=asked.number[:60], codes=codes))
    code = donor_of(asked.donor) or asked.donor.strip().upper()
    known, owner_id = owner(code, asked.owner_id, now)
    judged.faults += [each for each in (known, owner_id) if isinstance(each, DomainError)]
    if judged.faults:
        return
    first, last, at = found.first or "", found.last or "", asked.port_at or port_at
    if (refusal := early(code, str(found.type), now, at)) is not None:
        facts = {**refusal.facts, "number": format_series(first, last)}
        judged.faults.append(refusal.spec.error(refusal.field, **facts))
        return
    judged.item = OrderItem(
        first, last, code, str(owner_id), asked.owner_name.strip(), is_main=asked.is_main, port_at=at
    )


def _owner(code: str, owner_id: str, now: datetime) -> tuple[DomainError | None, DomainError | str]:
    """What is wrong with the donor, and the owner as the donor knows it or what is wrong with that."""
    try:
        donor(code)
    except DomainError as unknown:
        return unknown, ""
    try:
        return None, owner_in_donor_form(code, owner_id, local_date(now))
    except DomainError as wrong:
        return None, wrong


def _early(code: str, number_type: str, now: datetime, port_at: datetime) -> DomainError | None:
    try:
        refuse_early(code, number_type, "+4680000000", "+4680000000", now, port_at)
    except DomainError as refusal:
        return refusal
    return None


def _find_taken(session: Session, items: Sequence[Judged]) -> None:
    """Mark what is in a live port already, or asked for twice: then the later one is at fault."""
    wanted: Counter[str] = Counter()
    good = [each for each in items if each.item is not None]
    numbers = {id(each): list(expand(each.item.first, each.item.last)) for each in good if each.item}
    taken = repository.live_numbers(session, [e164 for listed in numbers.values() for e164 in listed])
    for each in good:
        mine = numbers[id(each)]
        clash = [e164 for e164 in mine if e164 in taken or wanted[e164]]
        wanted.update(mine)
        if clash:
            shown = format_series(clash[0], clash[0])
            each.faults.append(
                NUMBER_ALREADY_IN_PORTING.error("number", number=shown, numbers=clash[:MOST_NUMBERS])
            )
            each.item = None


def _together(
    session: Session, customer_id: UUID | None, items: Sequence[Judged], port_at: datetime, now: datetime
) -> list[DomainError]:
    good = [each.item for each in items if each.item is not None]
    faults = []
    try:
        waves.refuse_disorder([(i.first, i.last, i.donor, i.is_main, i.port_at or port_at) for i in good])
    except DomainError as disorder:
        faults.append(disorder)
    try:
        if customer_id is not None:
            refuse_over_budget(session, customer_id, sum(donor(i.donor).fee_ore for i in good), now)
    except DomainError as dear:
        faults.append(dear)
    return faults
