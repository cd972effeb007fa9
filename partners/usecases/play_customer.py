"""The customer's and the packing table's parts in a sandbox, by the same use cases as live (PA-03)."""

from __future__ import annotations

import secrets
from typing import Final
from uuid import UUID

from sqlmodel import Session, func, select

from accounts import repository as accounts
from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from delivery import repository as deliveries
from delivery.customer_data.usecases.sign_off_version import sign_off_version
from delivery.domain.sims import ESIM, SIM
from delivery.models import CustomerDataVersion, Parcel, SimCard
from delivery.usecases.assign_sims import assign_sims
from delivery.usecases.pack_parcels import pack_parcels
from delivery.usecases.send_parcel import dispatch_parcel
from delivery.usecases.stock_sims import stock_sims
from infra.transitions import Cause
from kernel.errors import NOT_FOUND
from kernel.identities import check_iccid
from portingsvc.models import Mandate
from portingsvc.usecases.mandates import Signature, sign_mandate

_PLAYED: Final = "sandbox"
_SIGNER: Final = "Tove Exempelsson"
_BEGINS: Final = "8946200"


def play_sign_off(
    session: Session, actor: Actor, case_id: UUID, version_id: UUID, *, default_donor: str, cause: Cause
) -> CustomerDataVersion:
    """The telefoniansvarig signs a version off. Raises as `sign_off_version`."""
    case = deliveries.case(session, actor, case_id)
    version = session.get(CustomerDataVersion, version_id)
    if version is None or version.case_id != case.id:
        raise NOT_FOUND.error()
    tove = _customer(session, case.customer_id)
    by = Cause(tove.kind.value, tove.name, cause.now, tove.person_id)
    return sign_off_version(
        session, tove, case.id, version.number, default_donor=default_donor or None, cause=by
    )


def play_signature(session: Session, actor: Actor, mandate_id: UUID, *, cause: Cause) -> Mandate:
    """As many as must sign a mandate do. Raises `NOT_FOUND`, `ILLEGAL_TRANSITION`."""
    mandate = session.get(Mandate, mandate_id)
    if mandate is None or not actor.sees(None, mandate.partner_id):
        raise NOT_FOUND.error()
    for name in (_SIGNER, f"Bo {_SIGNER.split()[-1]}")[: mandate.signatories]:
        by = Cause(ActorKind.CUSTOMER.value, name, cause.now)
        mandate = sign_mandate(session, mandate_id, Signature(name, "", _PLAYED), by)
    return mandate


def play_parcels(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> list[Parcel]:
    """Everybody who is to have a card gets one from the stock; cards are packed and handed to the carrier.

    Raises `NOT_FOUND`, `NOTHING_TO_PACK`, `ADDRESS_INCOMPLETE`.
    """
    case = deliveries.case(session, actor, case_id, lock=True)
    planner = Actor(ActorKind.PLANNER, _PLAYED)
    by = Cause(planner.kind.value, planner.name, cause.now)
    _fill_stock(session, planner, case_id, by)
    assign_sims(session, case, by)
    packed = pack_parcels(session, planner, case_id, cause=by)
    return [
        dispatch_parcel(session, planner, each.id, tracking=f"SANDBOX-{each.reference}", cause=by)
        for each in packed
    ]


def _customer(session: Session, customer_id: UUID) -> Actor:
    """Raises `NOT_FOUND` when nobody looks after telephony there."""
    people = accounts.people_with_role(session, customer_id, Role.TELEFONIANSVARIG)
    if not people:
        raise NOT_FOUND.error()
    roles = frozenset({Role.TELEFONIANSVARIG})
    return Actor(ActorKind.CUSTOMER, people[0].name, people[0].id, customer_id, roles)


def _fill_stock(session: Session, planner: Actor, case_id: UUID, cause: Cause) -> None:
    """Enough of each kind for every user of the case."""
    version = deliveries.signed_version(session, case_id)
    users = deliveries.users(session, version.id) if version else ()
    stock = deliveries.stock_counts(session)
    taken = session.scalar(select(func.count()).select_from(SimCard))
    kinds = [
        kind
        for kind in (SIM, ESIM)
        for _ in range(sum(user.sim_type == kind for user in users) - stock.get(kind, 0))
    ]
    if kinds:
        lines = [_line(serial, kind) for serial, kind in enumerate(kinds, start=taken or 0)]
        stock_sims(session, planner, "\n".join(["iccid;kind;pin;puk;activation", *lines]), cause=cause)


def _line(serial: int, kind: str) -> str:
    """A card as its maker's file tells it, with codes that open nothing."""
    stem = f"{_BEGINS}{serial:011d}"
    iccid = next(f"{stem}{digit}" for digit in range(10) if check_iccid(f"{stem}{digit}") is None)
    if kind == ESIM:
        return f"{iccid};{ESIM};;;LPA:1$sandbox.exempel.se${secrets.token_hex(8)}"
    return f"{iccid};{SIM};{secrets.randbelow(10_000):04d};{secrets.randbelow(10**8):08d};"
