"""All SQL of invoicing. Who may see an invoice is decided here, once (PA-01)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from operator import eq, ge, gt, le
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from accounts.domain.actor import Actor, ActorKind
from accounts.models import Organisation
from invoicing.domain.prices import Price
from invoicing.domain.terms import InvoiceKind
from invoicing.models import (
    INVOICE_REFERENCES,
    Charge,
    EndedThing,
    Invoice,
    InvoiceLine,
    InvoiceRun,
    InvoicingAgreement,
    PriceRow,
    UsageFile,
    UsageRow,
    Waiver,
)
from kernel.errors import NOT_FOUND

_RUN_LOCK = 7_281_105


def agreement(session: Session, actor: Actor, customer_id: UUID, *, lock: bool = False) -> InvoicingAgreement:
    """A customer's terms. Raises `NOT_FOUND` for an unknown and a foreign customer alike."""
    wanted = select(InvoicingAgreement).where(InvoicingAgreement.customer_id == customer_id)
    if lock:
        wanted = wanted.with_for_update(key_share=True).execution_options(populate_existing=True)
    found = session.exec(wanted).first()
    if found is None or not actor.sees(found.customer_id, found.partner_id):
        raise NOT_FOUND.error()
    return found


def agreements(session: Session, customer_ids: Iterable[UUID] | None = None) -> Sequence[InvoicingAgreement]:
    wanted = select(InvoicingAgreement).order_by(col(InvoicingAgreement.id))
    if customer_ids is not None:
        wanted = wanted.where(col(InvoicingAgreement.customer_id).in_(list(customer_ids)))
    return session.exec(wanted).all()


def agreements_after(
    session: Session, after: UUID | None, limit: int, *, search: str = ""
) -> Sequence[InvoicingAgreement]:
    """A page of agreements in order of id; of companies whose name or organisation number holds `search`."""
    wanted = select(InvoicingAgreement).order_by(col(InvoicingAgreement.id)).limit(limit)
    if after is not None:
        wanted = wanted.where(col(InvoicingAgreement.id) > after)
    if search.strip():
        wanted = wanted.join(Organisation, col(Organisation.id) == InvoicingAgreement.customer_id).where(
            col(Organisation.name).icontains(search.strip(), autoescape=True)
            | col(Organisation.org_number).startswith("".join(filter(str.isdigit, search)) or "-")
        )
    return session.exec(wanted).all()


def unfinished_run(session: Session) -> InvoiceRun | None:
    """The oldest run that is not finished, held."""
    return session.exec(
        select(InvoiceRun)
        .where(col(InvoiceRun.finished_at).is_(None))
        .order_by(col(InvoiceRun.id))
        .limit(1)
        .with_for_update(key_share=True)
    ).first()


def lock_runs(session: Session) -> None:
    """One change of what is billed at a time: a run, a waiver, an end. The constraint would refuse the second."""
    session.execute(select(func.pg_advisory_xact_lock(_RUN_LOCK)))


def prices(session: Session) -> list[Price]:
    """Every row of the price list, in the order entered."""
    return [
        Price(row.article, row.valid_from, row.amount_ore, row.customer_id)
        for row in session.exec(select(PriceRow).order_by(col(PriceRow.at), col(PriceRow.id)))
    ]


def price_row(session: Session, article: str, customer_id: UUID | None, valid_from: date) -> PriceRow | None:
    wanted = select(PriceRow).where(PriceRow.article == article, PriceRow.valid_from == valid_from)
    return session.exec(wanted.where(col(PriceRow.customer_id).is_not_distinct_from(customer_id))).first()


def charges(session: Session, customer_ids: Iterable[UUID]) -> Sequence[Charge]:
    return session.exec(
        select(Charge).where(col(Charge.customer_id).in_(list(customer_ids))).order_by(col(Charge.id))
    ).all()


def ends(session: Session, customer_ids: Iterable[UUID]) -> dict[str, date]:
    rows = session.exec(select(EndedThing).where(col(EndedThing.customer_id).in_(list(customer_ids))))
    return {row.thing: row.ends_on for row in rows}


def end_of(session: Session, thing: str) -> EndedThing | None:
    return session.exec(select(EndedThing).where(EndedThing.thing == thing)).first()


def waivers(session: Session, customer_ids: Iterable[UUID]) -> dict[tuple[str, str], str]:
    rows = session.exec(select(Waiver).where(col(Waiver.customer_id).in_(list(customer_ids))))
    return {(row.thing, row.period): row.reason for row in rows}


def usage(session: Session, customer_ids: Iterable[UUID], before: date) -> Sequence[UsageRow]:
    """Usage before a day that stands on no line yet."""
    return session.exec(
        select(UsageRow)
        .where(col(UsageRow.customer_id).in_(list(customer_ids)), UsageRow.day < before)
        .where(
            ~select(InvoiceLine.id).where(InvoiceLine.thing == func.concat("usage:", UsageRow.id)).exists()
        )
        .order_by(col(UsageRow.day), col(UsageRow.id))
    ).all()


def usage_between(
    session: Session, customer_ids: Iterable[UUID], first: date, last: date
) -> Sequence[UsageRow]:
    return session.exec(
        select(UsageRow).where(
            col(UsageRow.customer_id).in_(list(customer_ids)),
            col(UsageRow.day).between(first, last),
        )
    ).all()


def usage_file(session: Session, content: bytes) -> UsageFile | None:
    digest = hashlib.sha256(content).hexdigest()
    return session.exec(select(UsageFile).where(UsageFile.sha256 == digest)).first()


def usage_files(session: Session, limit: int = 20) -> Sequence[UsageFile]:
    """Newest first."""
    return session.exec(select(UsageFile).order_by(col(UsageFile.id).desc()).limit(limit)).all()


def billed(session: Session, customer_ids: Iterable[UUID]) -> set[tuple[str, str]]:
    """Everything that stands on a line, by thing and period."""
    rows = session.exec(
        select(InvoiceLine.thing, InvoiceLine.period).where(
            col(InvoiceLine.customer_id).in_(list(customer_ids))
        )
    )
    return set(rows.all())


def line_of(session: Session, thing: str, period: str) -> tuple[InvoiceLine, Invoice] | None:
    found = session.exec(
        select(InvoiceLine, Invoice)
        .join(Invoice, col(Invoice.id) == InvoiceLine.invoice_id)
        .where(InvoiceLine.thing == thing, InvoiceLine.period == period)
    ).first()
    return (found[0], found[1]) if found else None


def billed_to(session: Session, thing: str) -> date | None:
    """The last day of a monthly thing that stands on a line."""
    return session.exec(select(func.max(InvoiceLine.last_day)).where(InvoiceLine.thing == thing)).one()


def newest_priced_day(session: Session, article: str, customer_id: UUID | None) -> date | None:
    """The last day for which an article has been billed, to one customer or any."""
    wanted = select(func.max(InvoiceLine.last_day)).where(InvoiceLine.article == article)
    if customer_id is not None:
        wanted = wanted.where(InvoiceLine.customer_id == customer_id)
    return session.exec(wanted).one()


def next_invoice_reference(session: Session) -> str:
    return f"FU-{session.scalar(select(INVOICE_REFERENCES.next_value()))}"


def runs(session: Session, limit: int = 12) -> Sequence[InvoiceRun]:
    """Newest first."""
    return session.exec(select(InvoiceRun).order_by(col(InvoiceRun.id).desc()).limit(limit)).all()


def invoice(session: Session, actor: Actor, invoice_id: UUID) -> Invoice:
    """An invoice that the actor may see. Raises `NOT_FOUND` for an unknown and a foreign one alike."""
    found = session.get(Invoice, invoice_id)
    if found is None or not actor.sees(found.customer_id, found.partner_id):
        raise NOT_FOUND.error()
    return found


def invoices(
    session: Session,
    actor: Actor,
    *,
    customer_id: UUID | None = None,
    run_id: UUID | None = None,
    kind: InvoiceKind | None = None,
    issued_from: date | None = None,
    issued_to: date | None = None,
    after: UUID | None = None,
    limit: int = 50,
) -> Sequence[Invoice]:
    """A page of what the actor may see, in order of id."""
    wanted = select(Invoice).order_by(col(Invoice.id)).limit(limit)
    if actor.kind is ActorKind.CUSTOMER:
        wanted = wanted.where(Invoice.customer_id == actor.organisation_id)
    elif actor.kind is ActorKind.PARTNER:
        wanted = wanted.where(col(Invoice.partner_id).in_(actor.partner_ids))
    narrowing: tuple[tuple[Any, Any, Any], ...] = (
        (eq, Invoice.customer_id, customer_id),
        (eq, Invoice.run_id, run_id),
        (eq, Invoice.kind, kind),
        (ge, Invoice.issued_on, issued_from),
        (le, Invoice.issued_on, issued_to),
        (gt, Invoice.id, after),
    )
    given = [(how, column, value) for how, column, value in narrowing if value is not None]
    return session.exec(wanted.where(*(how(column, value) for how, column, value in given))).all()


def lines(session: Session, invoice_ids: Iterable[UUID]) -> Sequence[InvoiceLine]:
    return session.exec(
        select(InvoiceLine)
        .where(col(InvoiceLine.invoice_id).in_(list(invoice_ids)))
        .order_by(
            col(InvoiceLine.invoice_id),
            col(InvoiceLine.number),
            col(InvoiceLine.article),
            col(InvoiceLine.first_day),
            col(InvoiceLine.id),
        )
    ).all()
