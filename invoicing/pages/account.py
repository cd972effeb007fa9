"""One customer's invoicing: terms, what is charged, orders, waivers, ends."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from infra.routing import Router
from invoicing import queries, repository
from invoicing.domain.terms import Rhythm
from invoicing.pages.office import Office, OfficeDep, read_day
from invoicing.usecases.end_charge import end_charge
from invoicing.usecases.order_charge import charge_work, order_charge
from invoicing.usecases.set_terms import Terms, set_terms
from invoicing.usecases.waive_charge import waive_charge
from kernel.errors import DomainError

router = Router(prefix="/customers/{customer_id}")
_HERE: Final = "/planner/invoicing/customers"
Word = Annotated[str, Form(max_length=320)]
Words = Annotated[str, Form(max_length=4000)]


@router.get("")
def account(office: OfficeDep, customer_id: UUID) -> Response:
    """The account."""
    return _show(office, customer_id)


def _show(
    office: Office, customer_id: UUID, refusal: DomainError | None = None, status: int = 200
) -> Response:
    view = queries.account_view(office.session, office.actor, customer_id, office.today)
    terms = repository.agreement(office.session, office.actor, customer_id)
    return office.render("account", refusal, status, view=view, terms=terms, customer_id=customer_id)


@router.post("/terms", dependencies=[CSRF])
def terms(
    office: OfficeDep,
    customer_id: UUID,
    rhythm: Annotated[Rhythm, Form()],
    version: Annotated[int, Form()],
    grouped: Word = "",
    buyer_reference: Annotated[str, Form(max_length=100)] = "",
    recipient: Word = "",
    frame_agreement: Annotated[str, Form(max_length=60)] = "",
    frame_valid_until: Word = "",
) -> Response:
    """Change the terms."""

    def read() -> Terms:
        until = read_day(frame_valid_until, "frame_valid_until") if frame_valid_until.strip() else None
        return Terms(rhythm, grouped == "yes", buyer_reference, recipient, frame_agreement, until)

    return office.act(
        f"{_HERE}/{customer_id}",
        lambda cause: set_terms(
            office.session, office.actor, customer_id, read(), version=version, cause=cause
        ),
        lambda refusal, status: _show(office, customer_id, refusal, status),
    )


@router.post("/orders", dependencies=[CSRF])
def order(
    office: OfficeDep,
    customer_id: UUID,
    article: Word = "",
    quantity: Word = "1",
    number: Word = "",
    cost_centre: Word = "",
) -> Response:
    """Order something during the agreement."""
    return office.act(
        f"{_HERE}/{customer_id}",
        lambda cause: order_charge(
            office.session,
            office.actor,
            customer_id,
            article,
            quantity=quantity,
            number=number,
            cost_centre=cost_centre,
            cause=cause,
        ),
        lambda refusal, status: _show(office, customer_id, refusal, status),
    )


@router.post("/work", dependencies=[CSRF])
def work(
    office: OfficeDep, customer_id: UUID, hours: Word = "", fault_of: Word = "", reason: Words = ""
) -> Response:
    """Charge work on a fault that was not ours."""
    return office.act(
        f"{_HERE}/{customer_id}",
        lambda cause: charge_work(
            office.session, office.actor, customer_id, hours=hours, fault_of=fault_of, cause=cause
        ),
        lambda refusal, status: _show(office, customer_id, refusal, status),
        reason,
    )


@router.post("/waivers", dependencies=[CSRF])
def waive(
    office: OfficeDep, customer_id: UUID, thing: Word = "", period: Word = "", reason: Words = ""
) -> Response:
    """Let a charge off."""
    return office.act(
        f"{_HERE}/{customer_id}",
        lambda cause: waive_charge(office.session, office.actor, customer_id, thing, period, cause=cause),
        lambda refusal, status: _show(office, customer_id, refusal, status),
        reason,
    )


@router.post("/ends", dependencies=[CSRF])
def end(office: OfficeDep, customer_id: UUID, thing: Word = "", ends_on: Word = "") -> Response:
    """End something monthly."""
    return office.act(
        f"{_HERE}/{customer_id}",
        lambda cause: end_charge(
            office.session, office.actor, customer_id, thing, read_day(ends_on, "ends_on"), cause=cause
        ),
        lambda refusal, status: _show(office, customer_id, refusal, status),
    )
