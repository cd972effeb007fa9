"""Make the bases of a run, a few customers to a unit of work (IN-01, IN-03).

A run that is broken off goes on where it was: its row says how far it came, and what stands on a line is not
billed again. One customer that cannot be billed, for a price that is missing, say, holds up no other; the run
tells which and why. Any number of workers may ring: one makes bases at a time.
"""

from __future__ import annotations

from typing import Final

from sqlmodel import Session, insert

from infra.clock import current, local_date
from infra.db import unit_of_work
from infra.outbox import Subject, emit
from infra.transitions import Cause
from invoicing import repository
from invoicing.domain.billing import Draft
from invoicing.domain.terms import due_on, vat_ore
from invoicing.models import Invoice, InvoiceLine, InvoiceRun, InvoicingAgreement
from invoicing.queries.due import due
from kernel.errors import DomainError
from kernel.ids import new_id

_AT_A_TIME: Final = 20


def make_bases(at_a_time: int = _AT_A_TIME) -> int:
    """Work until no run is left unfinished. Returns how many units of work that took."""
    units = 0
    while _next(at_a_time):
        units += 1
    return units


def _next(at_a_time: int) -> bool:
    """Bill the next customers of the oldest unfinished run; False when there is no such run."""
    with unit_of_work() as session:
        repository.lock_runs(session)
        run = repository.unfinished_run(session)
        if run is None:
            return False
        now = current(session)
        agreements = repository.agreements_after(session, run.after, at_a_time)
        for agreement in agreements:
            _bill(session, run, agreement, Cause("system", run.made_by, now))
            run.after = agreement.id
        if len(agreements) < at_a_time:
            run.finished_at = now
        return True


def _bill(session: Session, run: InvoiceRun, agreement: InvoicingAgreement, cause: Cause) -> None:
    """One customer, whole or not at all."""
    try:
        with session.begin_nested():
            drafts = due(session, agreement, run.as_of)
            for draft in drafts:
                _write(session, run, agreement, draft, cause)
    except DomainError as refused:
        sv, en = refused.detail("sv"), refused.detail("en")
        run.failed = [*run.failed, {"customer_id": str(agreement.customer_id), "sv": sv, "en": en}]
        return
    run.invoices += len(drafts)
    run.net_ore += sum(draft.net_ore for draft in drafts)


def _write(
    session: Session, run: InvoiceRun, agreement: InvoicingAgreement, draft: Draft, cause: Cause
) -> None:
    issued_on = local_date(cause.now)
    invoice = Invoice(
        reference=repository.next_invoice_reference(session),
        run_id=run.id,
        customer_id=agreement.customer_id,
        partner_id=agreement.partner_id,
        kind=draft.kind,
        cost_centre=draft.group,
        buyer_reference=agreement.buyer_reference,
        address=agreement.address,
        issued_on=issued_on,
        due_on=due_on(issued_on),
        first_day=min(line.first_day for line in draft.lines),
        last_day=max(line.last_day for line in draft.lines),
        net_ore=draft.net_ore,
        vat_ore=vat_ore(draft.net_ore),
    )
    session.add(invoice)
    session.flush()
    session.execute(insert(InvoiceLine), _rows(invoice, draft))
    emit(
        session,
        "invoicing_invoice.made",
        Subject("invoicing_invoice", invoice.id, None, invoice.customer_id, invoice.partner_id),
        {"reference": invoice.reference, "net_ore": invoice.net_ore, "due_on": str(invoice.due_on)},
        actor=cause.name,
        now=cause.now,
    )


def _rows(invoice: Invoice, draft: Draft) -> list[dict[str, object]]:
    return [
        {
            "id": new_id(),
            "invoice_id": invoice.id,
            "customer_id": invoice.customer_id,
            "thing": line.thing,
            "period": line.period,
            "article": line.article,
            "first_day": line.first_day,
            "last_day": line.last_day,
            "number": line.number,
            "cost_centre": line.cost_centre,
            "label": line.label,
            "quantity": line.quantity,
            "unit_price_ore": line.unit_price_ore,
            "amount_ore": line.amount_ore,
            "waived": line.waived,
        }
        for line in draft.lines
    ]
