"""A basis, whole: what exports are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from invoicing.domain.gathering import Row
from invoicing.domain.terms import InvoiceKind


@dataclass(frozen=True, slots=True)
class Party:
    """A company on an invoice."""

    name: str
    org_number: str
    address: dict[str, str]


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """The basis of one invoice, whole."""

    id: UUID
    reference: str
    kind: InvoiceKind
    cost_centre: str
    buyer_reference: str
    seller: Party
    buyer: Party
    customer_id: UUID
    issued_on: date
    due_on: date
    first_day: date
    last_day: date
    net_ore: int
    vat_ore: int
    rows: tuple[Row, ...]

    @property
    def total_ore(self) -> int:
        return self.net_ore + self.vat_ore
