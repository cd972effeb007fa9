"""Invoicing bases for partners (IN-03, PA-01): each sees its own customers' only."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.db import SessionDep
from infra.resources import TAGGED, Day, Fields, Limit, page_of_rows, resource
from infra.routing import Router
from invoicing import queries
from invoicing.domain.documents import InvoiceView
from invoicing.domain.gathering import Row
from invoicing.domain.terms import InvoiceKind
from invoicing.queries.views import InvoiceLineView

router = Router(prefix="/api/v1/invoices", tags=["invoices"])
READ = Annotated[Actor, needs("invoices:read")]


class InvoiceHead(BaseModel):
    """The basis of an invoice. Amounts in öre; `net_ore` without VAT."""

    id: UUID
    reference: str
    customer_id: UUID
    kind: InvoiceKind
    cost_centre: str
    issued_on: date
    due_on: date
    first_day: date
    last_day: date
    net_ore: int
    vat_ore: int
    allowed_actions: list[str] = Field(default=[], description="None: it is never changed.")


class Line(BaseModel):
    """One line: `amount_ore` is quantity times unit price; a waived line costs nothing and says why."""

    article: str
    text: str
    number: str
    cost_centre: str
    first_day: date
    last_day: date
    quantity: int
    unit: str
    unit_price_ore: int
    amount_ore: int
    waived: str


class WholeInvoice(InvoiceHead):
    """The basis with its lines."""

    lines: list[Line]


class InvoicePage(BaseModel):
    """A page of bases; `next_cursor` is null on the last."""

    items: list[InvoiceHead]
    next_cursor: str | None


_TOLD = InvoiceHead.model_fields.keys() - {"allowed_actions"}


def _head(line: InvoiceLineView | InvoiceView) -> dict[str, object]:
    return {name: getattr(line, name) for name in _TOLD}


def _line(row: Row, actor: Actor) -> Line:
    return Line(
        article=row.article.key,
        text=row.words(actor.language),
        number=row.number,
        cost_centre=row.cost_centre,
        first_day=row.first_day,
        last_day=row.last_day,
        quantity=row.quantity,
        unit=row.article.unit.name.lower(),
        unit_price_ore=row.unit_price_ore,
        amount_ore=row.amount_ore,
        waived=row.waived,
    )


@router.get("", response_model=InvoicePage, summary="List invoicing bases")
def list_(
    session: SessionDep,
    actor: READ,
    customer_id: UUID | None = None,
    kind: InvoiceKind | None = None,
    issued_from: Day = None,
    issued_to: Day = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: UUID | None = None,
) -> Response:
    """Of your customers, oldest first, a page at a time. Filters narrow together."""
    wanted = {"customer_id": customer_id, "kind": kind, "issued_from": issued_from, "issued_to": issued_to}
    found = queries.list_invoices(session, actor, after=cursor, limit=limit + 1, **wanted)
    return page_of_rows(
        found, limit, lambda line: InvoiceHead.model_validate(_head(line)), InvoiceHead, fields
    )


@router.get("/{invoice_id}", response_model=WholeInvoice, responses=TAGGED, summary="One invoicing basis")
def read(
    request: Request, session: SessionDep, actor: READ, invoice_id: UUID, fields: Fields = ""
) -> Response:
    """404 for a basis that is not of your customers."""
    view = queries.invoice_view(session, actor, invoice_id)
    whole = {**_head(view), "lines": [_line(row, actor) for row in view.rows]}
    return resource(request, WholeInvoice.model_validate(whole), fields)
