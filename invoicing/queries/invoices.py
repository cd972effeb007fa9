"""Invoices and accounts as pages, API and exports read them. Every reader takes the actor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.models import Organisation
from invoicing import repository
from invoicing.domain.articles import ARTICLES, Counting
from invoicing.domain.documents import InvoiceView, Party
from invoicing.domain.gathering import gather
from invoicing.domain.terms import following
from invoicing.models import Invoice
from invoicing.queries.due import due_lines
from invoicing.queries.sources import sources
from invoicing.queries.views import (
    AccountView,
    AgreementLine,
    InvoiceLineView,
    RunLine,
    Running,
)
from kernel.language import Text


def invoice_view(session: Session, actor: Actor, invoice_id: UUID) -> InvoiceView:
    """One basis, whole. Raises `NOT_FOUND`."""
    row = repository.invoice(session, actor, invoice_id)
    return _views(session, [row])[0]


def invoices_of_run(session: Session, actor: Actor, run_id: UUID) -> list[InvoiceView]:
    """Every basis of a run, whole, in order."""
    found = repository.invoices(session, actor, run_id=run_id, limit=100_000)
    return _views(session, found)


def list_invoices(
    session: Session,
    actor: Actor,
    *,
    after: UUID | None = None,
    limit: int = 50,
    **wanted: Any,
) -> list[InvoiceLineView]:
    """A page of invoices, oldest first. `wanted` are the filters of `repository.invoices`; none is no filter."""
    found = repository.invoices(session, actor, after=after, limit=limit, **wanted)
    return _lines(session, found)


def agreement_lines(
    session: Session, *, search: str = "", after: UUID | None = None, limit: int = 50
) -> list[AgreementLine]:
    """A page of customers with terms; the newest customers last."""
    rows = repository.agreements_after(session, after, limit, search=search)
    companies = {each.id: each for each in accounts.organisations(session, [r.customer_id for r in rows])}
    return [
        AgreementLine(
            row.id,
            row.customer_id,
            companies[row.customer_id].name,
            companies[row.customer_id].org_number,
            row.rhythm.value,
            row.is_grouped,
        )
        for row in rows
    ]


def account_view(session: Session, actor: Actor, customer_id: UUID, today: date) -> AccountView:
    """One customer's account. Raises `NOT_FOUND`."""
    terms = repository.agreement(session, actor, customer_id)
    company = accounts.organisation(session, customer_id)
    charged = sources(session, [customer_id], following(today.replace(day=1)))[customer_id]
    running = (
        Running(each.thing, each.article, each.number, each.label, each.starts_on, each.ends_on)
        for each in charged
        if ARTICLES[each.article].counting is Counting.MONTHLY
    )
    return AccountView(
        customer=Party(company.name, company.org_number, terms.address),
        waiting=tuple(due_lines(session, [terms], today, also_open=True)[customer_id]),
        running=tuple(running),
        invoices=tuple(list_invoices(session, actor, customer_id=customer_id, limit=500)),
    )


def run_lines(session: Session) -> list[RunLine]:
    """The newest runs."""
    rows = repository.runs(session)
    ids = {UUID(each["customer_id"]) for run in rows for each in run.failed}
    names = {each.id: each.name for each in accounts.organisations(session, ids)}
    return [
        RunLine(
            run.id,
            run.as_of,
            run.invoices,
            run.net_ore,
            tuple((names[UUID(f["customer_id"])], Text(sv=f["sv"], en=f["en"])) for f in run.failed),
            run.made_by,
            run.at,
            run.finished_at is not None,
        )
        for run in rows
    ]


def _views(session: Session, found: Sequence[Invoice]) -> list[InvoiceView]:
    operator = accounts.operator(session)
    seller = Party(operator.name, operator.org_number, {}) if operator else Party("", "", {})
    companies = _companies(session, found)
    lines = repository.lines(session, [row.id for row in found])
    return [
        InvoiceView(
            id=row.id,
            reference=row.reference,
            kind=row.kind,
            cost_centre=row.cost_centre,
            buyer_reference=row.buyer_reference,
            seller=seller,
            buyer=Party(companies[row.customer_id].name, companies[row.customer_id].org_number, row.address),
            customer_id=row.customer_id,
            issued_on=row.issued_on,
            due_on=row.due_on,
            first_day=row.first_day,
            last_day=row.last_day,
            net_ore=row.net_ore,
            vat_ore=row.vat_ore,
            rows=tuple(gather(line for line in lines if line.invoice_id == row.id)),
        )
        for row in found
    ]


def _lines(session: Session, found: Sequence[Invoice]) -> list[InvoiceLineView]:
    companies = _companies(session, found)
    return [
        InvoiceLineView(
            row.id,
            row.reference,
            row.customer_id,
            companies[row.customer_id].name,
            row.kind,
            row.cost_centre,
            row.issued_on,
            row.due_on,
            row.first_day,
            row.last_day,
            row.net_ore,
            row.vat_ore,
        )
        for row in found
    ]


def _companies(session: Session, found: Sequence[Invoice]) -> dict[UUID, Organisation]:
    ids = {row.customer_id for row in found}
    return {each.id: each for each in accounts.organisations(session, ids)}
