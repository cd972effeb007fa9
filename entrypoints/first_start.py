"""What an empty installation begins with, and what `vaxla up` prints: addresses and one-time links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository
from accounts.domain.actor import SYSTEM, Actor, ActorKind
from accounts.domain.roles import Role
from accounts.usecases.api_clients import SCOPES, ClientSecret, make_client
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_operator, register_partner
from accounts.usecases.sign_in import make_link
from delivery.cockpit.usecases.set_contact_ways import set_contact_ways
from delivery.usecases.open_case import NewCase, open_case
from infra.clock import current, local_date
from infra.db import unit_of_work
from infra.transitions import Cause
from kernel.workdays import add_workdays

if TYPE_CHECKING:
    from entrypoints.embedded import Embedded

PLANNER: Final = ("Pia Planerare", "pia.planerare@exempel.se")
_STAFF: Final = (
    (Role.LEVERANSPLANERARE, *PLANNER),
    (Role.TEKNISK_LEVERANSLEDARE, "Tage Teknik", "tage.teknik@exempel.se"),
    (Role.ADMINISTRATIV_LEVERANSLEDARE, "Ada Admin", "ada.admin@exempel.se"),
)
CUSTOMER_EMAIL: Final = "tove.exempelsson@exempel.se"
PARTNER: Final = ("Partnerbolaget AB", "5599999025")
PARTNER_EMAIL: Final = "petra.partner@exempel.se"
LINK_LIFETIME: Final = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What was made; the partner's secret is known only now."""

    partner_secret: ClientSecret


def begin(session: Session, now: datetime) -> Beginning | None:
    """Enter operator, staff and a partner, once. None when they are there already."""
    if repository.operator(session) is not None:
        return None
    operator = register_operator(session, name="Växla Telefoni", org_number="5599999033", now=now)
    for role, name, email in _STAFF:
        invite_person(session, operator, role, email=email, name=name, now=now)
    _say_how_to_reach(session, operator.id, now)
    partner = register_partner(session, name=PARTNER[0], org_number=PARTNER[1], now=now)
    invite_person(session, partner, Role.PARTNER_ADMIN, email=PARTNER_EMAIL, name="Petra Partner", now=now)
    return Beginning(make_client(session, partner, name="Partnerbolaget", scopes=list(SCOPES), now=now))


def _say_how_to_reach(session: Session, operator_id: UUID, now: datetime) -> None:
    """Mail first, telephone for what is urgent (seed 004); the planner changes it on its page."""
    set_contact_ways(
        session,
        SYSTEM,
        operator_id,
        email="kundservice@exempel.se",
        urgent_phone="08-465 004 00",
        guidelines="",
        cause=Cause("system", SYSTEM.name, now),
    )


def open_example(session: Session, now: datetime) -> None:
    """A case to look at, so that nobody starts with empty pages."""
    planner = repository.person_by_email(session, PLANNER[1])
    actor = Actor(ActorKind.PLANNER, PLANNER[0], planner.id if planner else None)
    order = NewCase(
        customer_name="Exempelverken AB",
        org_number="559999-9009",
        contact_name="Tove Exempelsson",
        contact_email=CUSTOMER_EMAIL,
        go_live_on=add_workdays(local_date(now), 35),
        agreement_address={"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"},
        size=60,
    )
    open_case(session, actor, order, cause=Cause("planner", PLANNER[0], now))


def addresses(product: Embedded) -> str:
    """The lines that `vaxla up` prints. Links are made anew at each start and work once."""
    with unit_of_work() as session:
        now = current(session)
        made = begin(session, now)
        if made is not None:
            open_example(session, now)
        lines = [
            "",
            f"  Växla runs at {product.base_url}",
            f"  data is kept in {product.data_dir}; mails are kept in {product.mail.directory}",
            "  the porting gateway is a simulator: nothing leaves this machine",
            "",
            "  One-time sign-in links:",
            f"    planner   {link(session, PLANNER[1], '/planner')}",
            f"    customer  {link(session, CUSTOMER_EMAIL, '/')}",
            f"    partner   {link(session, PARTNER_EMAIL, '/partner')}",
            "",
            f"  Partner API  {product.base_url}/api/v1/openapi.json",
        ]
        if made is not None:
            secret = made.partner_secret
            lines.append(f"    client id {secret.client_id}  secret {secret.secret}  (shown once)")
    return "\n".join(lines)


def link(session: Session, email: str, path: str) -> str:
    """A one-time sign-in link that leads to a page; a dash for nobody we know."""
    person = repository.person_by_email(session, email)
    if person is None:
        return "–"
    return make_link(session, person, datetime.now(UTC), next_path=path, lifetime=LINK_LIFETIME)
