"""What is known of a section before anybody answers: from the order, the lists, the people. It is only confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.roles import Role
from accounts.models import Organisation, Person
from delivery import repository
from delivery.customer_data import repository as lists
from delivery.customer_data.domain.fields import squeeze
from delivery.customer_data.domain.records import UserRow
from delivery.domain.states import DataState
from delivery.models import AnswerGroup, CustomerDataVersion, CustomerSeries, DeliveryCase
from delivery.queries.preview import grouping_from
from delivery.questionnaire.domain.errors import TOO_MANY_BY_HAND
from delivery.questionnaire.domain.listed import MOST_BY_HAND, item_key, user_item, user_values
from delivery.questionnaire.domain.money import LICENCE_KEYS
from delivery.questionnaire.domain.opening_hours import CLOSED, SATURDAY, SUNDAY, in_words, read_week
from delivery.questionnaire.domain.shape import SOLE, Value
from kernel.errors import DomainError
from kernel.numbers import format_national, format_series
from portingsvc.domain.donors import DONORS, donor_of

Known = list[tuple[str, dict[str, Value]]]
"""Items in their order, each with what is known of it; a section without items has one, `SOLE`."""
USABLE: Final = (DataState.CLEAN, DataState.SIGNED)


@dataclass
class Basis:
    """What answers are filled in from, read when first asked for."""

    session: Session
    case: DeliveryCase

    @cached_property
    def customer(self) -> Organisation:
        return accounts.organisation(self.session, self.case.customer_id)

    @cached_property
    def version(self) -> CustomerDataVersion | None:
        """The newest lists without faults."""
        found = repository.versions(self.session, [self.case.id])
        return next((each for each in found if each.state in USABLE), None)

    @cached_property
    def users(self) -> list[UserRow]:
        return lists.user_rows(self.session, self.version.id) if self.version else []

    @cached_property
    def groups(self) -> list[AnswerGroup]:
        return list(repository.groups(self.session, self.version.id)) if self.version else []

    @cached_property
    def series(self) -> list[CustomerSeries]:
        return list(repository.series(self.session, self.version.id)) if self.version else []

    @cached_property
    def series_operators(self) -> dict[str, str]:
        """The operator as it was written, by item."""
        return {item_key("s", one.first): one.operator for one in self.series}

    @cached_property
    def people(self) -> list[tuple[Role, Person]]:
        return accounts.roles_in(self.session, self.case.customer_id)

    def person(self, role: Role) -> Person | None:
        """The first who has a role."""
        return next((person for held, person in self.people if held is role), None)

    @cached_property
    def emails(self) -> dict[str, str]:
        """Every user's e-mail, by whatever a group may call them."""
        return {
            key: user.email
            for user in self.users
            if user.email
            for key in (user.extension, user.email, user.name)
            if key
        }


def _company(basis: Basis) -> Known:
    address = basis.case.agreement_address
    return [(SOLE, {"name": basis.customer.name, **{k: address.get(k, "") for k in _ADDRESS}})]


_ADDRESS: Final = ("street", "postcode", "town")


def _sims(basis: Basis) -> Known:
    contact = basis.person(Role.TELEFONIANSVARIG)
    address = basis.case.sim_address or basis.case.agreement_address
    name = address.get("name") or (contact.name if contact else "")
    return [("agreement", {"name": name, **{k: address.get(k, "") for k in _ADDRESS}})]


def _operators(basis: Basis) -> Known:
    if basis.version is None:
        return []
    listed = [
        (each.current_operator or "", each.mobile or "", each.landline or "", each.other_number or "")
        for each in basis.users
    ]
    donors = grouping_from(basis.series, listed, basis.groups, None).by_donor
    return [(code.lower(), {"operator": code}) for code in donors]


def _groups(basis: Basis) -> Known:
    found: Known = []
    for group in basis.groups:
        members = [basis.emails[each] for each in group.members if each in basis.emails]
        number = format_national(group.number) if group.number else ""
        values: dict[str, Value] = {"name": group.name, "number": number, "members": members}
        found.append((group_item(group.name), {**values, **_hours(group.opening_hours)}))
    return found


def group_item(name: str) -> str:
    """What a group of the lists is called as an item."""
    return f"g-{squeeze(name)}"[:80]


def _hours(written: str) -> dict[str, Value]:
    """The hours of a list; as they were written where they cannot be read."""
    if not written:
        return {}
    try:
        week = read_week(written)
    except DomainError:
        return {"weekdays": written}
    working = {day: spans for day, spans in week.items() if day < SATURDAY}
    alike = len(working) == SATURDAY and len(set(working.values())) == 1
    return {
        "weekdays": working[0] if alike else in_words(working) or CLOSED,
        "saturday": week.get(SATURDAY, CLOSED),
        "sunday": week.get(SUNDAY, CLOSED),
    }


def _invoicing(basis: Basis) -> Known:
    contact = basis.person(Role.FAKTURAANSVARIG)
    centres = sorted({user.cost_centre for user in basis.users if user.cost_centre})
    return [(SOLE, {"email": contact.email if contact else "", "cost_centres": "\n".join(centres)})]


def _licences(basis: Basis) -> Known:
    counts = Counter(user.subscription for user in basis.users)
    return [(SOLE, {key: str(counts[subscription]) for subscription, key in LICENCE_KEYS.items()})]


def _integrations(basis: Basis) -> Known:
    contact = basis.person(Role.IT_ANSVARIG)
    return [(SOLE, {"admin": contact.email if contact else ""})]


def _users(basis: Basis) -> Known:
    if len(basis.users) > MOST_BY_HAND:
        raise TOO_MANY_BY_HAND.error(most=MOST_BY_HAND)
    return [(user_item(user), user_values(user)) for user in basis.users]


def _series(basis: Basis) -> Known:
    found: Known = []
    for one in basis.series:
        donor = donor_of(one.operator)
        writing = format_series(one.first, one.last)
        operator = DONORS[donor].name if donor else ""
        found.append((item_key("s", one.first), {"series": writing, "series_operator": operator}))
    return found


_KNOWN: Final[dict[str, Callable[[Basis], Known]]] = {
    "users": _users,
    "series": _series,
    "company": _company,
    "sims": _sims,
    "operators": _operators,
    "groups": _groups,
    "invoicing": _invoicing,
    "licences": _licences,
    "integrations": _integrations,
}


def known_of(basis: Basis, section: str) -> Known:
    """What is known of a section."""
    told = _KNOWN.get(section)
    return told(basis) if told else []
