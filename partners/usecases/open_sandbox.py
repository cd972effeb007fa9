"""A partner's sandbox: made once, furnished, emptied and furnished again when the partner wants (PA-03)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.roles import OrganisationKind, Role
from accounts.models import Organisation
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_operator
from infra.clock import set_virtual
from infra.db import place_of, unit_of_work
from infra.migrating import migrate
from infra.sandboxes import LIVE, at, partner_of, sandbox_of
from partners import repository
from partners.domain.errors import SANDBOX_BUSY
from partners.models import PartnerSandbox

_PATIENCE_SECONDS: Final = 10.0
_PAUSE_SECONDS: Final = 0.05
_STAFF: Final = (
    (Role.LEVERANSPLANERARE, "Pia Planerare", "pia.planerare@exempel.se"),
    (Role.TEKNISK_LEVERANSLEDARE, "Tage Teknik", "tage.teknik@exempel.se"),
    (Role.ADMINISTRATIV_LEVERANSLEDARE, "Ada Admin", "ada.admin@exempel.se"),
)


@dataclass(frozen=True, slots=True)
class Owner:
    """What a sandbox knows of the partner whose it is."""

    id: UUID
    kind: OrganisationKind
    name: str
    org_number: str


def open_sandbox(session: Session, partner_id: UUID, machine_now: datetime) -> PartnerSandbox:
    """The partner's sandbox; its tables are made when it is asked for the first time, in a second or two."""
    found = repository.sandbox(session, partner_id)
    if found is not None:
        return found
    place = sandbox_of(partner_id)
    migrate(place)
    owner = _owner(session, partner_id)
    with at(place), unit_of_work() as inside:
        _own(inside, place)
        _furnish(inside, owner, machine_now)
    made = PartnerSandbox(partner_id=partner_id, reset_at=machine_now, created_at=machine_now)
    session.add(made)
    session.flush()
    return made


def reset_sandbox(session: Session) -> None:
    """Empty the sandbox that the session works in: as new, on the machine's present day, subscriptions gone too.

    Keys stand. Raises `SANDBOX_BUSY` when it is being worked and does not come to rest within ten seconds.
    """
    place, machine_now = place_of(session), datetime.now(UTC)
    with at(LIVE), unit_of_work() as live:
        row = repository.sandbox(live, partner_of(place), lock=True)
        if row is not None:
            row.advancing_to, row.reset_at = None, machine_now
        owner = _owner(live, partner_of(place))
    _own(session, place)
    _furnish(session, owner, machine_now)


def reset_from_outside(partner_id: UUID) -> None:
    """Empty a partner's sandbox from its pages. Raises `SANDBOX_BUSY`."""
    with at(sandbox_of(partner_id)), unit_of_work() as inside:
        reset_sandbox(inside)


def _owner(live: Session, partner_id: UUID) -> Owner:
    partner = accounts.organisation(live, partner_id)
    return Owner(partner.id, partner.kind, partner.name, partner.org_number)


def _own(session: Session, place: str) -> None:
    """Wait until nobody works the sandbox, and keep others away until the unit of work ends."""
    ends = time.monotonic() + _PATIENCE_SECONDS
    while not repository.take(session, place):
        if time.monotonic() > ends:
            raise SANDBOX_BUSY.error()
        time.sleep(_PAUSE_SECONDS)


def _furnish(session: Session, owner: Owner, machine_now: datetime) -> None:
    """Nobody in it but an invented operator and the partner itself, under the id that it has live."""
    repository.empty(session)
    set_virtual(session, machine_now)
    operator = register_operator(
        session, name="Växla Telefoni (sandlåda)", org_number="5599999033", now=machine_now
    )
    for role, name, email in _STAFF:
        invite_person(session, operator, role, email=email, name=name, now=machine_now)
    session.add(
        Organisation(
            id=owner.id,
            kind=owner.kind,
            name=owner.name,
            org_number=owner.org_number,
            created_at=machine_now,
        )
    )
    session.flush()
