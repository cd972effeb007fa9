"""Users, numbers and add-ons are ordered during the whole agreement; the confirmation says the delivery time (DL-14)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from accounts.domain.roles import Role
from infra.clock import local_date
from infra.mail import queue_mail
from infra.transitions import Cause
from invoicing import repository
from invoicing.domain.articles import FAULT_WORK, SUBSCRIPTIONS, Article, orderable
from invoicing.domain.billing import LARGEST_QUANTITY
from invoicing.domain.errors import (
    ARTICLE_UNKNOWN,
    FRAME_MISSING,
    NUMBER_NEEDED,
    QUANTITY_WRONG,
    SUBSCRIPTION_EXISTS,
    WORK_IS_OURS,
)
from invoicing.domain.terms import InvoiceKind
from invoicing.models import Charge, InvoicingAgreement
from invoicing.queries.sources import sources
from kernel.numbers import check_number, format_national
from kernel.workdays import add_workdays

# Whose fault a fault can be, when it is to be charged (seed 004): anybody's but ours.
OTHERS: tuple[str, ...] = ("customer", "donor", "other")


def order_charge(
    session: Session,
    actor: Actor,
    customer_id: UUID,
    article: str,
    *,
    quantity: str = "1",
    number: str = "",
    cost_centre: str = "",
    cause: Cause,
) -> Charge:
    """Order something; it is charged from the day it is delivered, which its confirmation tells by mail.

    Raises `NOT_YOURS`, `NOT_FOUND`, `ARTICLE_UNKNOWN`, `QUANTITY_WRONG`, `INVOICING_NUMBER_NEEDED`,
    `FRAME_AGREEMENT_MISSING`, `SUBSCRIPTION_EXISTS`.
    """
    refuse_outsiders(actor)
    agreement = repository.agreement(session, actor, customer_id)
    wanted = next((row for row in orderable() if row.key == article), None)
    if wanted is None:
        raise ARTICLE_UNKNOWN.error("article", value=article)
    delivered_on = add_workdays(local_date(cause.now), wanted.delivery_days)
    _refuse_without_frame(agreement, wanted, delivered_on)
    e164 = _number(wanted, number)
    _refuse_second(session, customer_id, wanted, e164, delivered_on)
    charge = Charge(
        customer_id=customer_id,
        article=wanted.key,
        quantity=read_quantity(quantity),
        number=e164,
        cost_centre=cost_centre.strip()[:100],
        starts_on=delivered_on,
        reason=cause.reason,
        entered_by=cause.name,
        at=cause.now,
    )
    session.add(charge)
    for person in accounts.people_with_role(session, customer_id, Role.TELEFONIANSVARIG):
        queue_mail(
            session,
            person.email,
            "ordered",
            person.speaks,
            name=person.name,
            article=wanted.text.in_(person.speaks),
            quantity=charge.quantity,
            number=charge.number,
            delivered_on=delivered_on,
        )
    return charge


def charge_work(
    session: Session, actor: Actor, customer_id: UUID, *, hours: str, fault_of: str, cause: Cause
) -> Charge:
    """Work on a fault whose cause was not ours (seed 004), in started hours; `cause.reason` is the evidence.

    Raises `NOT_YOURS`, `NOT_FOUND`, `QUANTITY_WRONG`, `FAULT_WORK_IS_OURS`.
    """
    refuse_outsiders(actor)
    repository.agreement(session, actor, customer_id)
    if fault_of not in OTHERS or not cause.reason.strip():
        raise WORK_IS_OURS.error("fault_of" if fault_of not in OTHERS else "reason")
    charge = Charge(
        customer_id=customer_id,
        article=FAULT_WORK,
        quantity=read_quantity(hours, "hours"),
        starts_on=local_date(cause.now),
        reason=f"{fault_of}: {cause.reason.strip()}",
        entered_by=cause.name,
        at=cause.now,
    )
    session.add(charge)
    return charge


def read_quantity(written: str, field: str = "quantity") -> int:
    """A whole number above zero. Raises `QUANTITY_WRONG`."""
    plain = "".join(written.split())
    if not (plain.isascii() and plain.isdigit() and 0 < int(plain[:12]) <= LARGEST_QUANTITY):
        raise QUANTITY_WRONG.error(field, value=written, most=LARGEST_QUANTITY)
    return int(plain)


def _number(article: Article, written: str) -> str:
    """What goes on a user's subscription names it; other things may name a number."""
    checked = check_number(written) if written.strip() else None
    if checked is not None and checked.ok and checked.kind == "number" and checked.first:
        return checked.first
    if written.strip() or article.invoice is InvoiceKind.SUBSCRIPTIONS:
        raise NUMBER_NEEDED.error("number", article=article.text.sv)
    return ""


def _refuse_second(session: Session, customer_id: UUID, article: Article, number: str, on: date) -> None:
    """A number has one subscription at a time: another begins when the one before has ended."""
    if article.key not in SUBSCRIPTIONS:
        return
    for each in sources(session, [customer_id], on)[customer_id]:
        runs = each.ends_on is None or each.ends_on >= on
        if each.article in SUBSCRIPTIONS and each.number == number and runs:
            raise SUBSCRIPTION_EXISTS.error("number", number=format_national(number), day=on)


def _refuse_without_frame(agreement: InvoicingAgreement, article: Article, on: date) -> None:
    valid = agreement.frame_agreement and (agreement.frame_valid_until or date.max) >= on
    if article.needs_frame and not valid:
        raise FRAME_MISSING.error("article", article=article.text.sv, day=on)
