"""A partner with one of everything that the API can name by an id, so that every route has something to find."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from fastapi.testclient import TestClient
from sqlmodel import Session, func, select

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from accounts.models import Organisation
from accounts.usecases.api_clients import SCOPES, ClientSecret, make_client
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_partner
from accounts.usecases.sign_in import make_link, open_session
from delivery.customer_data.gateways.limits import DIRECTLY
from delivery.domain.states import ParcelState, SimState
from delivery.models import CustomerUser, DeliveryCase, Parcel, SimCard
from infra.clock import current
from infra.db import unit_of_work
from infra.outbox import relay
from infra.transitions import Cause
from invoicing.domain.terms import InvoiceKind
from invoicing.models import Invoice, InvoiceRun
from openfibre.operator_change.domain.parties import AgreementType, Flow, Party
from openfibre.operator_change.models import KoParty, KoProject
from openfibre.port_unblocking.models import Manner, PortDisplacement, PortUnblocking, UnblockingNetwork
from openfibre.port_unblocking.usecases.open_unblocking import NewUnblocking, WantedService, open_unblocking
from openfibre.port_unblocking.usecases.register_network import (
    NewNetwork,
    register_network,
    register_provider,
)
from portingsvc.models import PortingAttempt, PortingOrder, PortingWish, WishKind
from portingsvc.usecases.plan_orders import OrderItem, plan_orders

API = "/api/v1"
GO_LIVE = datetime(2027, 3, 10, 9, 0, tzinfo=UTC)
PLANNER = Actor(ActorKind.PLANNER, "Pia Planerare")
ORDER: dict[str, Any] = {
    "customer": {"name": "Exempelverken AB", "org_number": "559999-9009"},
    "contact": {"name": "Tove Exempelsson", "email": "tove@exempel.se"},
    "go_live_on": "2027-03-10",
    "agreement_address": {"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"},
}


@dataclass
class Tenant:
    """A partner: its program's bearer header, its person's session cookie, and the ids of what it has.

    `ids` are by the name of the path parameter, with the segment before it where the name alone says too little.
    `marks` are texts that stand in its things and nowhere else: whoever reads one has read this tenant.
    """

    organisation_id: UUID
    secret: ClientSecret
    bearer: dict[str, str]
    cookie: str
    ids: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    marks: set[str] = field(default_factory=set)


def token_of(client: TestClient, secret: ClientSecret, **more: str) -> dict[str, str]:
    """The header that a program sends."""
    form = {"grant_type": "client_credentials", "client_id": secret.client_id, "client_secret": secret.secret}
    answer = client.post(f"{API}/oauth/token", data={**form, **more})
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def cookie_of(session: Session, organisation: Organisation, role: Role, email: str) -> str:
    """The session cookie of a new person of an organisation."""
    now = datetime.now(UTC)
    person = invite_person(session, organisation, role, email=email, name=f"Person {role}", now=now)
    link = make_link(session, person, now)
    session.flush()
    return open_session(session, link.rsplit("/", 1)[1], now).token


def by(actor: Actor, now: datetime) -> Cause:
    return Cause(actor.kind.value, actor.name, now)


def tenant(client: TestClient, name: str, org_number: str) -> Tenant:
    """A partner with a person, a key with every scope, and one of everything."""
    with unit_of_work() as session:
        now = current(session)
        partner = register_partner(session, name=name, org_number=org_number, now=now)
        secret = make_client(session, partner, name=f"{name} program", scopes=list(SCOPES), now=now)
        cookie = cookie_of(session, partner, Role.PARTNER_ADMIN, f"admin-{org_number}@exempel.se")
    made = Tenant(partner.id, secret, token_of(client, secret), cookie)
    _deliveries(client, made, name)
    _lists(client, made, name)
    _webhooks(client, made, name)
    _family(client, made, name)
    _papers(client, made, name)
    with unit_of_work() as session:
        _cards(session, made)
        _porting(session, made)
        _invoice(session, made, name)
        _fibre(session, made, name)
    with unit_of_work() as session:
        relay({}, current(session))
    made.ids["reseller_id"].append(str(partner.id))
    made.marks |= {name, secret.client_id, *(each for found in made.ids.values() for each in found)}
    made.ids["requirement_id"].append("TELIA-mobile")  # the same for everybody, so no mark
    return made


def _deliveries(client: TestClient, made: Tenant, name: str) -> None:
    order = {**ORDER, "external_reference": f"ref {name}"}
    answer = client.post(f"{API}/delivery-cases", json=order, headers=made.bearer)
    assert answer.status_code == 201, answer.text
    made.ids["case_id"].append(answer.json()["id"])
    said = {"text": f"Frågan är {name}s"}
    comment = client.post(
        f"{API}/delivery-cases/{answer.json()['id']}/comments", json=said, headers=made.bearer
    )
    assert comment.status_code == 201, comment.text
    made.ids["comment_id"].append(comment.json()["id"])


def _lists(client: TestClient, made: Tenant, name: str) -> None:
    """A version of the customer's lists, and a large file on its way."""
    base = f"{API}/delivery-cases/{made.ids['case_id'][0]}/customer-data"
    mail = f"{name.lower().replace(' ', '.')}@exempel.se"
    rows = {"users": [{"name": f"Anna {name}", "email": mail, "extension": "200"}]}
    version = client.post(f"{base}/rows", json=rows, headers=made.bearer)
    assert (version.status_code, version.json()["errors"]) == (201, 0), version.text
    made.ids["version_id"].append(version.json()["id"])
    large = {"file": ("stor.csv", b"Namn;E-post\n" + b"\n" * DIRECTLY)}
    waiting = client.post(f"{base}/versions", files=large, headers=made.bearer)
    assert waiting.status_code == 202, waiting.text
    made.ids["import_id"].append(waiting.json()["id"])
    made.marks |= {f"Anna {name}", mail}


def _papers(client: TestClient, made: Tenant, name: str) -> None:
    """A mandate that waits to be signed, and a file that lies with the case."""
    case_id = made.ids["case_id"][0]
    order = {
        "case_id": case_id,
        "donor": "TELIA",
        "numbers": ["08-465 006 00"],
        "owner_name": f"Firman {name}",
    }
    mandate = client.post(f"{API}/mandates", json=order, headers=made.bearer)
    assert mandate.status_code == 201, mandate.text
    made.ids["mandate_id"].append(mandate.json()["id"])
    signed = client.post(f"{API}/mandates", json={**order, "donor": "TRE"}, headers=made.bearer).json()["id"]
    scan = {"file": ("skannad.pdf", b"%PDF-1.4\n%%EOF\n")}
    on_paper = {"signed_by": "Tove Exempelsson", "signed_on": "2027-01-15"}
    filed = client.post(f"{API}/mandates/{signed}/document", data=on_paper, files=scan, headers=made.bearer)
    assert filed.status_code == 200, filed.text
    made.ids["mandate_id"].append(signed)
    files = {"file": (f"avtal {name}.pdf", b"%PDF-1.4\n%%EOF\n")}
    kept = client.post(f"{API}/delivery-cases/{case_id}/documents", files=files, headers=made.bearer)
    assert kept.status_code == 201, kept.text
    made.ids["document_id"].append(kept.json()["id"])
    made.marks |= {f"Firman {name}", f"avtal {name}"}


def _cards(session: Session, made: Tenant) -> None:
    """A parcel under way with a card for the user."""
    case = session.get_one(DeliveryCase, UUID(made.ids["case_id"][0]))
    version_id = UUID(made.ids["version_id"][0])
    user = session.exec(select(CustomerUser).where(CustomerUser.version_id == version_id)).one()
    taken = session.scalar(select(func.count()).select_from(SimCard)) or 0
    whose = {"case_id": case.id, "customer_id": case.customer_id, "partner_id": made.organisation_id}
    parcel = Parcel(
        reference=f"PK-{taken}",
        state=ParcelState.DISPATCHED,
        address=ORDER["agreement_address"],
        tracking=f"EX{made.organisation_id.hex[-8:]}SE",
        created_at=current(session),
        **whose,
    )
    session.add(parcel)
    session.flush()
    codes = {"pin_encrypted": b"-", "puk_encrypted": b"-"}
    card = SimCard(
        iccid=f"894620000000{taken:07d}",
        kind="SIM",
        state=SimState.SHIPPED,
        user_id=user.id,
        parcel_id=parcel.id,
        envelope=1,
        **codes,
        **whose,
    )
    session.add(card)
    made.ids["sim_id"].append(str(card.id))
    made.ids["parcel_id"].append(str(parcel.id))
    made.marks |= {parcel.tracking, card.iccid}


def _webhooks(client: TestClient, made: Tenant, name: str) -> None:
    wish = {"name": f"hook {name}", "url": "https://hooks.exempel.se/vaxla"}
    hook = client.post(f"{API}/webhook-subscriptions", json=wish, headers=made.bearer)
    assert hook.status_code == 201, hook.text
    made.ids["subscription_id"].append(hook.json()["id"])
    path = f"{API}/webhook-subscriptions/{hook.json()['id']}/ping"
    made.ids["delivery_id"].append(client.post(path, headers=made.bearer).json()["id"])


def _family(client: TestClient, made: Tenant, name: str) -> None:
    """An order of one number by API, and what was said about the case."""
    with unit_of_work() as session:
        taken = session.scalar(select(func.count()).select_from(PortingOrder)) or 0
    asked = {"number": f"070-17406{10 + taken}", "donor": "TELIA", "owner_id": "559999-9009"}
    order = {
        "customer": ORDER["customer"],
        "port_at": "2027-03-10T10:00:00+01:00",
        "items": [{**asked, "owner_name": f"Ägare {name}"}],
    }
    answer = client.post(f"{API}/porting-families", json=order, headers=made.bearer)
    assert answer.status_code == 201, answer.text
    made.ids["family_id"].append(answer.json()["id"])
    numbers = {"numbers": [{"number": asked["number"], "donor": "TELIA"}]}
    quote = client.post(f"{API}/fee-quotes", json=numbers, headers=made.bearer)
    assert quote.status_code == 201, quote.text
    made.ids["quote_id"].append(quote.json()["id"])
    made.marks.add(f"Ägare {name}")


def _porting(session: Session, made: Tenant) -> None:
    now = current(session)
    case = session.get_one(DeliveryCase, UUID(made.ids["case_id"][0]))
    taken = session.scalar(select(func.count()).select_from(PortingOrder)) or 0
    number = f"+4684650{taken:02d}00"
    [order] = plan_orders(
        session,
        customer_id=case.customer_id,
        partner_id=made.organisation_id,
        case_id=case.id,
        items=[OrderItem(number, number, "TELIA", "165599999009", "Exempelverken AB")],
        port_at=GO_LIVE,
        cause=by(PLANNER, now),
    )
    session.flush()
    attempt = session.exec(select(PortingAttempt).where(PortingAttempt.order_id == order.id)).one()
    wish = PortingWish(
        order_id=order.id,
        attempt_id=attempt.id,
        case_id=case.id,
        customer_id=case.customer_id,
        partner_id=made.organisation_id,
        kind=WishKind.CANCEL,
        created_at=now,
    )
    session.add(wish)
    made.ids["order_id"].append(str(order.id))
    made.ids["wish_id"].append(str(wish.id))
    made.marks.add(number)


def _invoice(session: Session, made: Tenant, name: str) -> None:
    case = session.get_one(DeliveryCase, UUID(made.ids["case_id"][0]))
    day = date(2027, 1, 1)
    run = InvoiceRun(as_of=day, at=current(session))
    session.add(run)
    session.flush()
    row = Invoice(
        reference=f"F-{name}"[:20],
        run_id=run.id,
        customer_id=case.customer_id,
        partner_id=made.organisation_id,
        kind=InvoiceKind.COMMON,
        address={},
        issued_on=day,
        due_on=day,
        first_day=day,
        last_day=day,
        net_ore=100,
        vat_ore=25,
    )
    session.add(row)
    made.ids["invoice_id"].append(str(row.id))


def _network(session: Session, cause: Cause) -> Actor:
    """The one network of this world, and a provider in it that displaces others."""
    third = register_partner(session, name="Tredje Bredband AB", org_number="5599999041", now=cause.now)
    if session.exec(select(UnblockingNetwork)).first() is None:
        new = NewNetwork("EXNET", "Exempelnätet", Manner.PORTAL, alarm_email="larm@exempel.se")
        register_network(session, PLANNER, new, cause=cause)
        session.flush()
        _provider(session, third.id, "SP-T", cause)
    return Actor(ActorKind.PARTNER, third.name, None, third.id)


def _provider(session: Session, organisation_id: UUID, sp_id: str, cause: Cause) -> None:
    mail = "drift@exempel.se"
    register_provider(session, PLANNER, organisation_id, sp_id=sp_id, contact_email=mail, cause=cause)
    session.flush()


def _unblocking(session: Session, actor: Actor, access_id: str, now: datetime) -> PortUnblocking:
    wanted = (WantedService("BB-1000-100"),)
    return open_unblocking(
        session, actor, NewUnblocking("EXNET", access_id, wanted, f"REF-{access_id}"), cause=by(actor, now)
    )


def _fibre(session: Session, made: Tenant, name: str) -> None:
    """An unblocking of its own, a service lost through somebody else's, and a part in a change of operator."""
    now = current(session)
    cause = by(PLANNER, now)
    third = _network(session, cause)
    serial = name.rsplit(" ", 1)[-1].upper()
    _provider(session, made.organisation_id, f"SP-{serial}", cause)
    own = _unblocking(
        session, Actor(ActorKind.PARTNER, name, None, made.organisation_id), f"ACC-{serial}", now
    )
    other = _unblocking(session, third, f"LOST-{serial}", now)
    lost = PortDisplacement(
        case_id=other.id,
        sp_id=f"SP-{serial}",
        organisation_id=made.organisation_id,
        displaced_at=now,
        told_at=now,
    )
    project = KoProject(
        reference=f"KO-{serial}",
        name=f"Staden {name}",
        agreement=AgreementType.TYPE_2,
        flow=Flow.I,
        created_at=now,
    )
    session.add_all([lost, project])
    session.flush()
    party = KoParty(
        project_id=project.id,
        organisation_id=made.organisation_id,
        party=Party.TKO,
        name=name,
        org_number="5599999538",
    )
    session.add(party)
    made.ids["port-unblockings/case_id"] += [str(own.id), str(lost.id)]
    made.ids["project_id"].append(str(project.id))
    made.marks |= {f"ACC-{serial}", f"SP-{serial}", f"KO-{serial}"}
