"""What pages, API and exports read of invoicing."""

from invoicing.queries.invoices import (
    account_view,
    agreement_lines,
    invoice_view,
    invoices_of_run,
    list_invoices,
    run_lines,
)

__all__ = [
    "account_view",
    "agreement_lines",
    "invoice_view",
    "invoices_of_run",
    "list_invoices",
    "run_lines",
]
