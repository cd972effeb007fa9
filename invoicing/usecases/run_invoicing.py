"""Make the bases of all that is due (IN-01, IN-03). Run again, it makes only what has come since; never twice."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from infra.clock import local_date
from infra.outbox import Subject, emit
from infra.transitions import Cause
from invoicing import repository
from invoicing.domain.billing import Draft
from invoicing.domain.errors import RUN_IN_THE_FUTURE
from invoicing.domain.terms import due_on, vat_ore
from invoicing.models import Invoice, InvoiceLine, InvoiceRun, InvoicingAgreement
from invoicing.queries.due import due


def run_invoicing(session: Session, actor: Actor, as_of: date, *, cause: Cause) -> InvoiceRun | None:
    """Bill every agreement's closed periods as of a day; nothing due is no run.

    All or nothing, one at a time. Raises `NOT_YOURS`, `RUN_IN_THE_FUTURE`, `PRICE_MISSING`.
    """
    refuse_outsiders(actor)
    if as_of > local_date(cause.now):
        raise RUN_IN_THE_FUTURE.error("as_of", as_of=as_of)
    repository.lock_runs(session)
    waiting = due(session, as_of)
    if not waiting:
        return None
    run = InvoiceRun(
        as_of=as_of,
        invoices=sum(len(each.drafts) for each in waiting),
        net_ore=sum(each.net_ore for each in waiting),
        made_by=cause.name,
        at=cause.now,
    )
    session.add(run)
    session.flush()
    for each in waiting:
        for draft in each.drafts:
            _write(session, run, each.agreement, draft, cause)
    return run


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
    session.add_all(
        InvoiceLine(
            invoice_id=invoice.id,
            customer_id=agreement.customer_id,
            thing=line.thing,
            period=line.period,
            article=line.article,
            first_day=line.first_day,
            last_day=line.last_day,
            number=line.number,
            cost_centre=line.cost_centre,
            label=line.label,
            quantity=line.quantity,
            unit_price_ore=line.unit_price_ore,
            amount_ore=line.amount_ore,
            waived=line.waived,
        )
        for line in draft.lines
    )
    emit(
        session,
        "invoicing_invoice.made",
        Subject("invoicing_invoice", invoice.id, None, invoice.customer_id, invoice.partner_id),
        {"reference": invoice.reference, "net_ore": invoice.net_ore, "due_on": str(invoice.due_on)},
        actor=cause.name,
        now=cause.now,
    )
