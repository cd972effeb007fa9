"""Whom a case's customer reaches after hand-over: the partner that sold it by its guidelines, else the operator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.models import Organisation
from delivery.cockpit import repository
from delivery.cockpit.models import ContactWays
from delivery.models import DeliveryCase


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways to reach somebody. `partner` is empty when the operator sold it; no e-mail says that none are set.

    `version` counts the seller's changes, 0 when none are set.
    """

    name: str
    partner: str = ""
    email: str = ""
    urgent_phone: str = ""
    guidelines: str = ""
    version: int = 0
    changed_at: datetime | None = None


def ways_of(session: Session, case: DeliveryCase) -> Ways:
    """The contact ways of a case (DL-11)."""
    operator = accounts.operator(session)
    seller = accounts.organisation(session, case.partner_id) if case.partner_id else operator
    if seller is None:
        return Ways("")
    known = repository.contact_ways(session, [seller.id]).values()
    return ways_from(seller, known, is_partner=case.partner_id is not None)


def ways_from(seller: Organisation | None, known: Iterable[ContactWays], *, is_partner: bool) -> Ways:
    """The same, of rows that have been read."""
    if seller is None:
        return Ways("")
    found = next((each for each in known if each.organisation_id == seller.id), None)
    partner = seller.name if is_partner else ""
    if found is None:
        return Ways(seller.name, partner)
    return Ways(
        seller.name,
        partner,
        found.email,
        found.urgent_phone,
        found.guidelines,
        found.version,
        found.changed_at,
    )


@dataclass(frozen=True, slots=True)
class WaysVersion:
    """A version of a seller's contact ways; 0 when none are set."""

    version: int = 0
    email: str = ""
    urgent_phone: str = ""
    guidelines: str = ""
    changed_by: str = ""
    changed_at: datetime | None = None


def _version(row: ContactWays) -> WaysVersion:
    return WaysVersion(
        row.version, row.email, row.urgent_phone, row.guidelines, row.changed_by, row.changed_at
    )


def current_ways(session: Session, organisation_id: UUID, *, lock: bool = False) -> WaysVersion:
    """The ones that hold; with `lock` nobody changes them until this unit of work ends."""
    if lock:
        session.get(Organisation, organisation_id, with_for_update={"key_share": True})
    found = repository.contact_ways(session, [organisation_id]).get(organisation_id)
    return _version(found) if found else WaysVersion()


def ways_versions(
    session: Session, organisation_id: UUID, *, before: int | None = None, limit: int = 20
) -> list[WaysVersion]:
    """The newest first."""
    rows = repository.versions_of_ways(session, organisation_id, before=before, limit=limit)
    return [_version(row) for row in rows]
