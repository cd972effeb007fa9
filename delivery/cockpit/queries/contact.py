"""Whom a case's customer reaches after hand-over: the partner that sold it by its guidelines, else the operator."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from accounts import repository as accounts
from delivery.cockpit import repository
from delivery.models import DeliveryCase


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways to reach somebody. `partner` is empty when the operator sold it; no e-mail says that none are set."""

    name: str
    partner: str = ""
    email: str = ""
    urgent_phone: str = ""
    guidelines: str = ""


def ways_of(session: Session, case: DeliveryCase) -> Ways:
    """The contact ways of a case (DL-11)."""
    operator = accounts.operator(session)
    seller = accounts.organisation(session, case.partner_id) if case.partner_id else operator
    if seller is None:
        return Ways("")
    found = repository.contact_ways(session, [seller.id]).get(seller.id)
    partner = seller.name if case.partner_id else ""
    if found is None:
        return Ways(seller.name, partner)
    return Ways(seller.name, partner, found.email, found.urgent_phone, found.guidelines)
