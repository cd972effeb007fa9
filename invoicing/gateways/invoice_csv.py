"""Bases as a table for the billing system (IN-03). A spreadsheet that opens it computes nothing a customer wrote."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from invoicing.domain.documents import InvoiceView
from kernel.language import Language
from kernel.numbers import format_national

HEADINGS: Final = (
    "reference",
    "kind",
    "customer",
    "org_number",
    "cost_centre",
    "issued_on",
    "due_on",
    "article",
    "text",
    "number",
    "first_day",
    "last_day",
    "quantity",
    "unit",
    "unit_price",
    "amount",
    "waived",
)
_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_MARK: Final = "\N{BYTE ORDER MARK}"


def invoices_csv(invoices: Iterable[InvoiceView], language: Language) -> bytes:
    """One row a line, semicolons and a mark for UTF-8, amounts in kronor with a decimal comma, VAT not counted."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for invoice in invoices:
        for row in invoice.rows:
            writer.writerow(
                (
                    invoice.reference,
                    invoice.kind.value,
                    harmless(invoice.buyer.name),
                    invoice.buyer.org_number,
                    harmless(row.cost_centre),
                    invoice.issued_on.isoformat(),
                    invoice.due_on.isoformat(),
                    row.article.key,
                    harmless(row.words(language)),
                    format_national(row.number) if row.number else "",
                    row.first_day.isoformat(),
                    row.last_day.isoformat(),
                    row.quantity,
                    row.article.unit.name.lower(),
                    decimal(row.unit_price_ore, ","),
                    decimal(row.amount_ore, ","),
                    harmless(row.waived),
                )
            )
    return (_MARK + out.getvalue()).encode()


def harmless(words: str) -> str:
    """Words that begin like a formula get an apostrophe before them, so that they stay words."""
    clean = words.replace("\0", "")
    return f"'{clean}" if clean.startswith(_STARTS_A_FORMULA) else clean


def decimal(amount_ore: int, point: str = ".") -> str:
    """An amount of kronor with two decimals."""
    sign = "-" if amount_ore < 0 else ""
    whole, ore = divmod(abs(amount_ore), 100)
    return f"{sign}{whole}{point}{ore:02d}"
