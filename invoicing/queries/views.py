"""What is told of invoicing: frozen views."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from invoicing.domain.billing import Line
from invoicing.domain.documents import Party
from invoicing.domain.terms import InvoiceKind
from kernel.language import Text


@dataclass(frozen=True, slots=True)
class InvoiceLineView:
    """An invoice in a list."""

    id: UUID
    reference: str
    customer_id: UUID
    customer_name: str
    kind: InvoiceKind
    cost_centre: str
    issued_on: date
    due_on: date
    first_day: date
    last_day: date
    net_ore: int
    vat_ore: int


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """A customer's terms in a list. `id` is the agreement's, by which a list goes on."""

    id: UUID
    customer_id: UUID
    customer_name: str
    org_number: str
    rhythm: str
    is_grouped: bool


@dataclass(frozen=True, slots=True)
class Running:
    """Something monthly."""

    thing: str
    article: str
    number: str
    label: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class AccountView:
    """One customer: what is charged and not billed yet, what runs, what was billed."""

    customer: Party
    waiting: tuple[Line, ...]
    running: tuple[Running, ...]
    invoices: tuple[InvoiceLineView, ...]


@dataclass(frozen=True, slots=True)
class RunLine:
    """One making of bases. `failed` is who could not be billed, and why."""

    id: UUID
    as_of: date
    invoices: int
    net_ore: int
    failed: tuple[tuple[str, Text], ...]
    made_by: str
    at: datetime
    is_finished: bool
