"""Lines from things: every month once, whatever runs when, whatever the rhythm (IN-01 to IN-03)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.domain.options import Option
from invoicing.domain.articles import (
    ARTICLES,
    OPTION_ARTICLES,
    OPTIONS_OF_USERS,
    Counting,
    article_of_subscription,
)
from invoicing.domain.billing import Source, drafts_of, lines_of
from invoicing.domain.gathering import gather
from invoicing.domain.prices import START_LIST, Price, price_on
from invoicing.domain.terms import (
    ONCE,
    InvoiceKind,
    Rhythm,
    closed_month,
    due_on,
    following,
    last_day,
    month_of,
    months,
    share_of,
    vat_ore,
)
from kernel.errors import DomainError

CUSTOMER = UUID(int=1)
DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31))


def price(article: str, day: date) -> int:
    return price_on(article, day, CUSTOMER, ())


@pytest.mark.parametrize(
    ("rhythm", "as_of", "closed"),
    [
        (Rhythm.QUARTERLY, date(2027, 3, 31), date(2026, 12, 1)),
        (Rhythm.QUARTERLY, date(2027, 4, 1), date(2027, 3, 1)),
        (Rhythm.QUARTERLY, date(2027, 6, 30), date(2027, 3, 1)),
        (Rhythm.MONTHLY, date(2027, 3, 31), date(2027, 2, 1)),
        (Rhythm.MONTHLY, date(2027, 1, 1), date(2026, 12, 1)),
    ],
)
def test_an_invoice_covers_periods_that_are_over(rhythm: Rhythm, as_of: date, closed: date) -> None:
    assert closed_month(rhythm, as_of) == closed


@given(DAYS, st.sampled_from(Rhythm))
def test_a_closed_month_is_over_and_no_closed_one_is_left(as_of: date, rhythm: Rhythm) -> None:
    closed = closed_month(rhythm, as_of)
    length = {Rhythm.QUARTERLY: 3, Rhythm.MONTHLY: 1}[rhythm]
    assert last_day(closed) < as_of
    assert closed.month % length == 0 or length == 1
    assert last_day(following(closed, length)) >= as_of


def test_an_invoice_is_due_in_thirty_days() -> None:
    assert due_on(date(2027, 4, 1)) == date(2027, 5, 1)


@given(st.integers(-(10**9), 10**9))
def test_vat_is_a_quarter_rounded_to_the_nearest_ore(net: int) -> None:
    assert abs(vat_ore(net) * 4 - net) <= 2
    assert vat_ore(-net) == -vat_ore(net)


def test_a_month_not_whole_costs_its_share_of_days() -> None:
    source = Source("user:a", "user_mobile_plus", date(2027, 3, 17), number="+46701740605")
    march, april = lines_of([source], date(2027, 4, 1), price)
    assert (march.first_day, march.last_day) == (date(2027, 3, 17), date(2027, 3, 31))
    assert march.amount_ore == share_of(29_900, 15, 31) == 14_468
    assert april.amount_ore == 29_900


def test_a_thing_that_ends_is_charged_to_its_last_day() -> None:
    source = Source("user:a", "user_fixed", date(2027, 1, 1), ends_on=date(2027, 2, 14))
    lines = lines_of([source], date(2027, 6, 1), price)
    assert [line.period for line in lines] == ["2027-01", "2027-02"]
    assert lines[-1].amount_ore == share_of(12_900, 14, 28)


sources = st.builds(
    lambda name, start, length: Source(
        f"user:{name}", "user_fixed", start, ends_on=start + timedelta(days=length) if length else None
    ),
    st.integers(0, 5),
    DAYS,
    st.one_of(st.just(0), st.integers(1, 400)),
)


@given(
    st.lists(sources, max_size=6, unique_by=lambda each: each.thing),
    st.lists(st.tuples(DAYS, st.sampled_from(Rhythm)), max_size=8),
)
def test_whatever_runs_come_each_month_is_billed_exactly_once(
    things: list[Source], runs: list[tuple[date, Rhythm]]
) -> None:
    """Runs on any days in any order, with the rhythm changed between them, bill what one run at the end bills."""
    billed: dict[tuple[str, str], int] = {}
    upto = date(2025, 12, 1)
    for as_of, rhythm in runs:
        closed = closed_month(rhythm, as_of)
        upto = max(upto, closed)
        for line in lines_of(things, closed, price, billed=billed):
            assert (line.thing, line.period) not in billed
            billed[line.thing, line.period] = line.amount_ore
        assert lines_of(things, closed, price, billed=billed) == [], "run again, nothing is left"
    whole = {(line.thing, line.period): line.amount_ore for line in lines_of(things, upto, price)}
    assert billed == whole


@given(DAYS, st.integers(1, 800))
def test_a_month_cut_in_two_costs_no_more_than_the_month(start: date, length: int) -> None:
    """Given up and taken again within a month by two things: the two shares make the month, to the rounding."""
    month = month_of(start)
    first = Source("a", "user_fixed", month, ends_on=start)
    second = Source("b", "user_fixed", start + timedelta(days=1), ends_on=start + timedelta(days=length))
    lines = [line for line in lines_of([first, second], month, price) if line.period == f"{month:%Y-%m}"]
    assert sum(line.amount_ore for line in lines) <= 12_900 + 1


def test_a_fee_is_billed_once_at_what_was_agreed_when_it_arose() -> None:
    fee = Source("fee:7", "porting_attempt", date(2027, 3, 2), amount_ore=29_500)
    (line,) = lines_of([fee], date(2027, 3, 1), price)
    assert (line.period, line.amount_ore, line.invoice) == (ONCE, 29_500, InvoiceKind.COMMON)
    assert lines_of([fee], date(2027, 2, 1), price) == []
    assert lines_of([fee], date(2027, 3, 1), price, billed={("fee:7", ONCE)}) == []


def test_what_is_let_off_stands_there_at_nothing_with_its_reason() -> None:
    fee = Source("fee:7", "porting_attempt", date(2027, 3, 2), amount_ore=29_500)
    (line,) = lines_of([fee], date(2027, 3, 1), price, waived={("fee:7", ONCE): "Vårt fel"})
    assert (line.amount_ore, line.waived) == (0, "Vårt fel")


def test_the_common_invoice_is_one_and_subscriptions_may_be_grouped() -> None:
    things = [
        Source("user:a", "user_fixed", date(2027, 1, 1), cost_centre="100"),
        Source("user:b", "user_fixed", date(2027, 1, 1), cost_centre="200"),
        Source("option:s", "statistics", date(2027, 1, 1), cost_centre="100"),
        Source("usage:1", "sms_app", date(2027, 1, 5), quantity=3, cost_centre="200"),
    ]
    lines = lines_of(things, date(2027, 1, 1), price)
    grouped = [(draft.kind, draft.group) for draft in drafts_of(lines, is_grouped=True)]
    assert grouped == [
        (InvoiceKind.COMMON, ""),
        (InvoiceKind.SUBSCRIPTIONS, "100"),
        (InvoiceKind.SUBSCRIPTIONS, "200"),
    ]
    plain = drafts_of(lines, is_grouped=False)
    assert [(draft.kind, draft.group) for draft in plain] == [
        (InvoiceKind.COMMON, ""),
        (InvoiceKind.SUBSCRIPTIONS, ""),
    ]
    assert sum(draft.net_ore for draft in plain) == sum(line.amount_ore for line in lines)


def test_three_months_of_a_thing_stand_on_one_row() -> None:
    things = [
        Source("user:a", "user_fixed", date(2027, 1, 1), number="+46701740605"),
        Source("usage:1", "sms_app", date(2027, 1, 5), quantity=3, number="+46701740605"),
        Source("usage:2", "sms_app", date(2027, 2, 5), quantity=4, number="+46701740605"),
    ]
    rows = gather(lines_of(things, date(2027, 3, 1), price))
    assert sorted((row.article.key, row.quantity, row.amount_ore) for row in rows) == [
        ("sms_app", 7, 315),
        ("user_fixed", 3, 38_700),
    ]


def test_the_newest_price_that_has_begun_holds_and_a_customers_own_goes_before() -> None:
    rows = (
        Price("statistics", date(2027, 1, 1), 80_000),
        Price("statistics", date(2027, 7, 1), 90_000),
        Price("statistics", date(2027, 3, 1), 70_000, CUSTOMER),
    )
    assert price_on("statistics", date(2026, 12, 31), CUSTOMER, rows) == 79_000
    assert price_on("statistics", date(2027, 2, 28), CUSTOMER, rows) == 80_000
    assert price_on("statistics", date(2027, 8, 1), CUSTOMER, rows) == 70_000
    assert price_on("statistics", date(2027, 8, 1), uuid4(), rows) == 90_000
    with pytest.raises(DomainError):
        price_on("statistics", date(2019, 1, 1), CUSTOMER, rows)


def test_every_article_has_a_price_from_the_start() -> None:
    assert {row.article for row in START_LIST} == set(ARTICLES)


def test_every_option_of_a_delivery_is_charged_or_follows_its_users() -> None:
    assert set(OPTION_ARTICLES) | OPTIONS_OF_USERS == {option.value for option in Option}
    assert set(OPTION_ARTICLES.values()) <= set(ARTICLES)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Mobil Bas", "user_mobile_basic"),
        (" mobil plus ", "user_mobile_plus"),
        ("Fast", "user_fixed"),
        ("Guld", "user_other"),
    ],
)
def test_a_subscription_is_charged_by_its_name(written: str, key: str) -> None:
    assert article_of_subscription(written).key == key


def test_users_and_their_options_are_the_only_ones_on_subscriptions() -> None:
    on_subscriptions = {a.key for a in ARTICLES.values() if a.invoice is InvoiceKind.SUBSCRIPTIONS}
    assert on_subscriptions == {key for key in ARTICLES if key.startswith("user_")}
    assert all(ARTICLES[key].counting is Counting.MONTHLY for key in on_subscriptions)


def test_months_count_both_ends() -> None:
    assert months(date(2026, 11, 20), date(2027, 1, 1)) == [
        date(2026, 11, 1),
        date(2026, 12, 1),
        date(2027, 1, 1),
    ]
    assert months(date(2027, 2, 1), date(2027, 1, 1)) == []
