"""Tell those concerned that the plan is another: whoever owns a row that changed, each what is theirs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.roles import Role
from accounts.models import Person
from delivery.domain.next_action import CUSTOMER_ROLES
from delivery.domain.phase_words import WORDS
from delivery.domain.phases import BY_KEY
from delivery.models import DeliveryCase
from delivery.planning.domain.difference import Difference, RowChange
from infra.mail import queue_mail
from infra.settings import get_settings
from infra.transitions import Cause
from kernel.language import Language

# Who hears of another go-live day or scope whatever rows are theirs.
_ALWAYS: Final = (
    Role.TELEFONIANSVARIG,
    Role.LEVERANSPLANERARE,
    Role.TEKNISK_LEVERANSLEDARE,
    Role.ADMINISTRATIV_LEVERANSLEDARE,
)


@dataclass
class _Reader:
    """A person and what of the difference is theirs."""

    person: Person
    is_customer: bool
    rows: list[RowChange] = field(default_factory=list)

    def lines(self, language: Language) -> list[tuple[str, date | None, date | None]]:
        """Their own rows: in words, the day before, the day now."""
        return [
            ((words.customer if self.is_customer else words.staff).in_(language), row.before, row.after)
            for row, words in ((row, WORDS[row.key]) for row in self.rows)
        ]


def tell_replanned(session: Session, case: DeliveryCase, difference: Difference, cause: Cause) -> Difference:
    """Mail each of them once; who made the change is not told of it. Returns the difference with their names."""
    readers = _readers(session, case, difference, cause.person_id)
    company = accounts.organisation(session, case.customer_id).name
    for reader in readers:
        person = reader.person
        path = f"/cases/{case.id}" if reader.is_customer else f"/planner/cases/{case.id}/plan"
        queue_mail(
            session,
            person.email,
            "replanned",
            person.speaks,
            case_id=case.id,
            name=person.name,
            company=company,
            before=difference.go_live_before,
            after=difference.go_live_after,
            lines=reader.lines(person.speaks),
            reason=cause.reason,
            link=f"{get_settings().public_url}{path}",
        )
    return replace(difference, told=tuple(reader.person.name for reader in readers))


def _readers(
    session: Session, case: DeliveryCase, difference: Difference, actor_id: UUID | None
) -> list[_Reader]:
    scope = difference.options_added or difference.options_removed
    everybody = scope or difference.go_live_before != difference.go_live_after
    found: dict[UUID, _Reader] = {}
    for role, person in _people(session, case):
        rows = [row for row in difference.rows if BY_KEY[row.key].owner is role]
        if person.id == actor_id or not (rows or (everybody and role in _ALWAYS)):
            continue
        reader = found.setdefault(person.id, _Reader(person, role in CUSTOMER_ROLES))
        reader.rows += rows
    return list(found.values())


def _people(session: Session, case: DeliveryCase) -> Iterable[tuple[Role, Person]]:
    """The customer's people, then the case's own at the operator."""
    for role, person in accounts.roles_in(session, case.customer_id):
        if role in CUSTOMER_ROLES:
            yield role, person
    ours = (
        (Role.LEVERANSPLANERARE, case.planner_id),
        (Role.TEKNISK_LEVERANSLEDARE, case.technical_lead_id),
        (Role.ADMINISTRATIV_LEVERANSLEDARE, case.administrative_lead_id),
    )
    known = {person.id: person for person in accounts.people(session, [each for _, each in ours if each])}
    for role, person_id in ours:
        if person_id is not None and person_id in known:
            yield role, known[person_id]
