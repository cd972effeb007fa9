"""A basis on the page, and out as CSV and Peppol XML."""

from __future__ import annotations

from uuid import UUID

from starlette.responses import Response

from infra.routing import Router
from infra.settings import get_settings
from infra.templating import language_of
from invoicing import queries
from invoicing.gateways.invoice_csv import invoices_csv
from invoicing.gateways.invoice_ubl import invoice_xml
from invoicing.pages.office import OfficeDep
from kernel.errors import NOT_FOUND

router = Router()


@router.get("/invoices/{invoice_id}")
def show(office: OfficeDep, invoice_id: UUID) -> Response:
    """One basis."""
    return office.render("invoice", invoice=queries.invoice_view(office.session, office.actor, invoice_id))


@router.get("/invoices/{invoice_id}/csv")
def as_csv(office: OfficeDep, invoice_id: UUID) -> Response:
    """One basis as a table."""
    invoice = queries.invoice_view(office.session, office.actor, invoice_id)
    return _file(invoices_csv([invoice], language_of(office.request)), f"{invoice.reference}.csv", "text/csv")


@router.get("/invoices/{invoice_id}/xml")
def as_xml(office: OfficeDep, invoice_id: UUID) -> Response:
    """One basis as a Peppol BIS Billing 3 invoice."""
    invoice = queries.invoice_view(office.session, office.actor, invoice_id)
    content = invoice_xml(invoice, bankgiro=get_settings().invoice_bankgiro)
    return _file(content, f"{invoice.reference}.xml", "application/xml")


@router.get("/runs/{run_id}/csv")
def run_as_csv(office: OfficeDep, run_id: UUID) -> Response:
    """Every basis of a run as one table. Raises `NOT_FOUND`."""
    found = queries.invoices_of_run(office.session, office.actor, run_id)
    if not found:
        raise NOT_FOUND.error()
    first, last = found[0].reference, found[-1].reference
    return _file(invoices_csv(found, language_of(office.request)), f"{first}-{last}.csv", "text/csv")


def _file(content: bytes, name: str, media_type: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type=media_type, headers=headers)
