"""A run bills what is due, once; what is let off, ended, ordered and used comes along (IN-01 to IN-03, DL-14)."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from delivery.domain.states import CASE, CaseEvent
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from infra.outbox import relay
from infra.transitions import Cause
from invoicing import queries
from invoicing.domain.terms import InvoiceKind, Rhythm
from invoicing.handlers import HANDLERS
from invoicing.models import Invoice, InvoiceLine, InvoiceRun, UsageFile, UsageRow
from invoicing.usecases.end_charge import end_charge
from invoicing.usecases.make_bases import _next, make_bases
from invoicing.usecases.order_charge import charge_work, order_charge
from invoicing.usecases.request_run import request_run
from invoicing.usecases.set_price import set_price
from invoicing.usecases.set_terms import Terms, set_terms
from invoicing.usecases.take_in_usage import take_in_usage
from invoicing.usecases.waive_charge import waive_charge
from kernel.ids import new_id
from portingsvc.models import FeeEntry, Payer, PortingAttempt, PortingOrder

from ..conftest import MONDAY
from ..delivery.conftest import USERS, refusal
from .conftest import APRIL, Account, go_live, today

MAY = datetime(2027, 5, 1, 8, 0, tzinfo=UTC)


def lines(account: Account) -> list[InvoiceLine]:
    return list(account.ask(lambda session: session.exec(select(InvoiceLine)).all()))


def run(account: Account, as_of: date | None = None) -> InvoiceRun:
    asked = account.do(request_run, as_of or today())
    make_bases()
    return account.ask(lambda session: session.get_one(InvoiceRun, asked.id))


def test_terms_follow_what_the_customer_asked_for(account: Account) -> None:
    assert f"{CASE.name}.{CaseEvent.GO_LIVE}" in HANDLERS
    terms = account.terms()
    assert (terms.rhythm, terms.is_grouped, terms.recipient) == (Rhythm.MONTHLY, True, "faktura@exempel.se")


def test_a_run_bills_each_user_and_option_once(account: Account) -> None:
    made = run(account)
    assert (made.finished_at, made.failed) == (APRIL, [])
    billed = lines(account)
    users = [line for line in billed if line.thing.startswith("user:")]
    assert len(users) == USERS
    assert {(line.period, line.first_day) for line in users} == {("2027-03", date(2027, 3, 2))}
    assert {line.article for line in billed if line.thing.startswith("option:")} == {"statistics", "training"}
    with unit_of_work() as session:
        invoices = list(session.exec(select(Invoice)))
    assert sum(invoice.kind is InvoiceKind.COMMON for invoice in invoices) == 1
    assert len({line.cost_centre for line in users}) == len(invoices) - 1
    assert {(i.due_on - i.issued_on).days for i in invoices} == {30}
    assert sum(i.net_ore for i in invoices) == made.net_ore == sum(line.amount_ore for line in billed)


def test_a_second_run_makes_nothing_and_the_next_month_only_the_next(account: Account) -> None:
    run(account)
    before = len(lines(account))
    assert run(account).invoices == 0
    account.delivery.go_to(MAY)
    assert run(account, MAY.date()).invoices
    fresh = [line for line in lines(account) if line.period == "2027-04"]
    assert len(fresh) == USERS + 1
    assert len(lines(account)) == before + len(fresh), "training is charged once"


def test_runs_at_the_same_time_bill_once(account: Account) -> None:
    failures: list[BaseException] = []

    def go() -> None:
        try:
            run(account)
        except BaseException as broken:
            failures.append(broken)

    threads = [threading.Thread(target=go) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failures == []
    with unit_of_work() as session:
        billed = [each.invoices for each in session.exec(select(InvoiceRun))]
        assert sorted(billed)[:-1] == [0, 0, 0], "one run found all there was"
    assert len(lines(account)) == USERS + 2


def test_a_run_that_is_broken_off_goes_on_where_it_was(account: Account) -> None:
    second = account.delivery
    second.go_to(MONDAY)
    second.open(customer_name="Nya AB", org_number="559999-9017", contact_email="ny@exempel.se")
    second.upload()
    second.sign()
    with unit_of_work() as session:
        go_live(session, second.case_id)
    second.go_to(APRIL)
    relay(HANDLERS, APRIL)
    asked = account.do(request_run, today())
    assert _next(1)
    half = len(lines(account))
    assert 0 < half < 2 * USERS
    assert account.ask(lambda s: s.get_one(InvoiceRun, asked.id)).finished_at is None
    make_bases(1)
    assert len(lines(account)) > half
    done = account.ask(lambda s: s.get_one(InvoiceRun, asked.id))
    assert done.finished_at is not None
    assert done.net_ore == sum(line.amount_ore for line in lines(account))


def test_a_customer_that_cannot_be_billed_holds_up_no_other_and_is_told(account: Account) -> None:
    with unit_of_work() as session:
        file = UsageFile(name="gammal", sha256="0" * 64, rows=1, at=APRIL)
        session.add(file)
        session.flush()
        session.add(
            UsageRow(
                file_id=file.id,
                customer_id=account.customer_id,
                article="sms_app",
                number="+46701740605",
                day=date(2019, 1, 1),
                quantity=1,
            )
        )
    made = run(account)
    assert (made.invoices, lines(account)) == (0, [])
    (failed,) = made.failed
    assert "sms_app" in failed["sv"]
    assert made.finished_at is not None


def test_the_database_itself_refuses_a_second_line_for_a_thing_and_month(account: Account) -> None:
    run(account)
    line = lines(account)[0]
    with pytest.raises(IntegrityError), unit_of_work() as session:
        session.add(InvoiceLine(**{**line.model_dump(), "id": new_id()}))


def test_changing_the_rhythm_bills_no_month_again(account: Account) -> None:
    run(account)
    account.do(set_terms, account.customer_id, Terms(Rhythm.QUARTERLY, False), version=1)
    account.delivery.go_to(datetime(2027, 7, 1, 8, 0, tzinfo=UTC))
    run(account, date(2027, 7, 1))
    months = sorted(line.period for line in lines(account) if line.article == "statistics")
    assert months == ["2027-03", "2027-04", "2027-05", "2027-06"]


def test_terms_changed_by_another_meanwhile_are_refused(account: Account) -> None:
    account.do(set_terms, account.customer_id, Terms(Rhythm.QUARTERLY, False), version=1)
    refused = refusal(
        lambda: account.do(set_terms, account.customer_id, Terms(Rhythm.MONTHLY, False), version=1)
    )
    assert refused.code == "CHANGED_MEANWHILE"


def test_bases_cannot_be_made_for_a_day_to_come(account: Account) -> None:
    assert refusal(lambda: run(account, MAY.date())).code == "RUN_IN_THE_FUTURE"


def fee(account: Account, payer: Payer, amount: int) -> int:
    """A line of the ledger, as a further attempt writes it."""
    with unit_of_work() as session:
        order = PortingOrder(
            reference=f"PO-{new_id().hex[-8:]}",
            customer_id=account.customer_id,
            donor="TELIA",
            first="+46846500401",
            last="+46846500401",
            count=1,
            number_type="geographic",
            owner_id="165599999009",
            owner_name="Exempelverken AB",
            port_at=APRIL,
            created_at=APRIL,
        )
        session.add(order)
        session.flush()
        attempt = PortingAttempt(
            order_id=order.id,
            customer_id=account.customer_id,
            attempt=2,
            dossier_id=str(order.id),
            idempotency_key=str(order.id),
            port_at=APRIL,
            due_at=APRIL,
            latest_at=APRIL,
            created_at=APRIL,
        )
        session.add(attempt)
        session.flush()
        entry = FeeEntry(
            order_id=order.id,
            attempt_id=attempt.id,
            kind="attempt",
            amount_ore=amount,
            payer=payer,
            reason="cause_of_customer",
            at=datetime(2027, 3, 20, 9, tzinfo=UTC),
        )
        session.add(entry)
        session.flush()
        return entry.id


def test_only_the_customers_fees_are_billed_and_on_the_common_invoice(account: Account) -> None:
    mine = fee(account, Payer.CUSTOMER, 34_500)
    fee(account, Payer.OPERATOR, 34_500)
    fee(account, Payer.CUSTOMER, 0)
    run(account)
    (line,) = (line for line in lines(account) if line.article == "porting_attempt")
    assert (line.thing, line.amount_ore) == (f"fee:{mine}", 34_500)
    view = account.ask(queries.invoice_view, account.delivery.planner, line.invoice_id)
    assert view.kind is InvoiceKind.COMMON


def test_a_fee_is_let_off_with_a_reason_before_it_is_billed_and_not_after(account: Account) -> None:
    thing = f"fee:{fee(account, Payer.CUSTOMER, 34_500)}"
    waive = lambda reason: account.do(waive_charge, account.customer_id, thing, "once", reason=reason)  # noqa: E731
    assert refusal(lambda: waive(" ")).code == "REASON_REQUIRED"
    waive("Vi skrev fel nummer")
    run(account)
    (line,) = (line for line in lines(account) if line.thing == thing)
    assert (line.amount_ore, line.waived) == (0, "Vi skrev fel nummer")
    refused = refusal(lambda: waive("igen"))
    assert (refused.code, refused.facts["reference"].startswith("FU-")) == ("ALREADY_INVOICED", True)
    assert (
        refusal(lambda: account.do(waive_charge, account.customer_id, "fee:999", "once", reason="x")).code
        == "NOT_FOUND"
    )


def usage(quantity: int = 12, org_number: str = "559999-9009") -> bytes:
    return (
        "org_number;day;kind;number;quantity\n"
        f"{org_number};2027-03-05;sms_app;070-174 06 05;{quantity}\n"
        f"{org_number};2027-03-05;function_traffic;08-465 004 99;31\n"
    ).encode()


def test_the_same_traffic_file_twice_changes_nothing(account: Account) -> None:
    first = account.do(take_in_usage, usage(), filename="mars.csv")
    again = account.do(take_in_usage, usage(), filename="mars igen.csv")
    assert (first.id, first.rows) == (again.id, 2)
    other = account.do(take_in_usage, usage() + b"\n", filename="mars, sparad om.csv")
    assert other.rows == 0, "other bytes, the same rows"
    run(account)
    traffic = {line.article: line.amount_ore for line in lines(account) if line.thing.startswith("usage:")}
    assert traffic == {"sms_app": 12 * 45, "function_traffic": 31 * 29}
    assert run(account).invoices == 0


def test_a_traffic_file_with_one_wrong_row_is_not_taken_in(account: Account) -> None:
    account.do(take_in_usage, usage(), filename="mars.csv")
    differs = refusal(lambda: account.do(take_in_usage, usage(13), filename="b.csv"))
    assert (differs.code, differs.facts["rows"]) == ("USAGE_FILE_REFUSED", [2])
    stranger = refusal(lambda: account.do(take_in_usage, usage(org_number="559999-9033"), filename="c.csv"))
    assert stranger.facts["rows"] == [2, 3]
    assert refusal(lambda: account.do(take_in_usage, b"\xff\xfe\x00", filename="d.csv")).field == "file"
    assert refusal(lambda: account.do(take_in_usage, b"", filename="e.csv")).code == "USAGE_FILE_REFUSED"


def test_traffic_that_comes_late_stands_on_the_next_basis(account: Account) -> None:
    run(account)
    account.do(take_in_usage, usage(), filename="sent.csv")
    assert run(account).invoices
    assert sum(line.thing.startswith("usage:") for line in lines(account)) == 2


def test_a_mobile_user_is_ordered_only_with_a_frame_agreement(account: Account) -> None:
    order = lambda **how: account.do(order_charge, account.customer_id, "user_mobile_plus", **how)  # noqa: E731
    refused = refusal(lambda: order(number="070-174 06 99"))
    assert (refused.code, refused.field) == ("FRAME_AGREEMENT_MISSING", "article")
    until = lambda day: Terms(Rhythm.MONTHLY, True, frame_agreement="RA-7", frame_valid_until=day)  # noqa: E731
    account.do(set_terms, account.customer_id, until(date(2027, 4, 2)))
    assert refusal(lambda: order(number="070-174 06 99")).code == "FRAME_AGREEMENT_MISSING", "ends too soon"
    account.do(set_terms, account.customer_id, until(date(2028, 4, 1)))
    assert refusal(order).field == "number"
    charge = order(number="070-174 06 99")
    assert (charge.starts_on, charge.number) == (date(2027, 4, 6), "+46701740699"), "the third working day"
    assert refusal(lambda: order(number="070-174 06 99")).code == "SUBSCRIPTION_EXISTS"
    with unit_of_work() as session:
        mail = list(session.exec(select(OutgoingMail)))[-1]
    assert mail.subject == "Orderbekräftelse: Användare Mobil Plus"
    assert str(charge.starts_on.day) in mail.plain


@pytest.mark.parametrize("quantity", ["0", "-1", "1.5", "", "9999999999", "x"])
def test_a_quantity_that_is_none_is_refused_at_its_field(account: Account, quantity: str) -> None:
    refused = refusal(lambda: account.do(order_charge, account.customer_id, "training", quantity=quantity))
    assert (refused.code, refused.field) == ("QUANTITY_WRONG", "quantity")


def test_fault_work_is_charged_when_the_fault_was_not_ours_and_says_why(account: Account) -> None:
    work = lambda of, why: account.do(charge_work, account.customer_id, hours="2", fault_of=of, reason=why)  # noqa: E731
    assert refusal(lambda: work("us", "vår växel")).code == "FAULT_WORK_IS_OURS"
    assert refusal(lambda: work("customer", "")).field == "reason"
    work("customer", "brandväggen stängde port 5061")
    account.delivery.go_to(MAY)
    run(account, MAY.date())
    (line,) = (line for line in lines(account) if line.article == "fault_work")
    assert line.amount_ore == 2 * 119_500
    assert "brandväggen" in line.label


def test_what_is_ended_is_charged_to_its_last_day_and_not_before_what_was_billed(account: Account) -> None:
    run(account)
    thing = next(line.thing for line in lines(account) if line.article == "statistics")
    end = lambda day: account.do(end_charge, account.customer_id, thing, day)  # noqa: E731
    assert refusal(lambda: end(date(2027, 3, 30))).code == "INVOICING_END_TOO_EARLY"
    end(date(2027, 4, 15))
    account.delivery.go_to(datetime(2027, 6, 1, 8, tzinfo=UTC))
    run(account, date(2027, 6, 1))
    months = {line.period: line.last_day for line in lines(account) if line.thing == thing}
    assert months == {"2027-03": date(2027, 3, 31), "2027-04": date(2027, 4, 15)}


def test_a_new_price_holds_from_its_day_and_never_back(account: Account) -> None:
    run(account)
    price = lambda day: account.do(set_price, "statistics", "1 000", day)  # noqa: E731
    assert refusal(lambda: price(date(2027, 3, 1))).code == "PRICE_IN_THE_PAST"
    price(date(2027, 4, 1))
    account.delivery.go_to(MAY)
    run(account, MAY.date())
    amounts = {line.period: line.unit_price_ore for line in lines(account) if line.article == "statistics"}
    assert amounts["2027-04"] == 100_000


@pytest.mark.parametrize("price", ["", "gratis", "-1", "0,001", "1e9", "NaN", "Infinity"])
def test_a_price_that_is_none_is_refused_at_its_field(account: Account, price: str) -> None:
    refused = refusal(lambda: account.do(set_price, "statistics", price, date(2028, 1, 1)))
    assert (refused.code, refused.field) == ("PRICE_WRONG", "price")


def test_nobody_but_the_operator_invoices(account: Account) -> None:
    customer = account.delivery.customer
    with unit_of_work() as session:
        cause = Cause("customer", customer.name, APRIL, reason="x")
        for act in (
            lambda: request_run(session, customer, today(), cause=cause),
            lambda: set_price(session, customer, "statistics", "1", today(), cause=cause),
            lambda: waive_charge(session, customer, account.customer_id, "a", "b", cause=cause),
            lambda: order_charge(session, customer, account.customer_id, "training", cause=cause),
            lambda: take_in_usage(session, customer, b"", filename="", cause=cause),
        ):
            assert refusal(act).code == "NOT_YOURS"
