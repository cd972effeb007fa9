"""From what is charged to lines: one line a thing and month, or once; never a second one (IN-03).

A month that is not charged whole costs its share of days. The price is the one that holds on the first day
that a line charges, so a new price begins with the next month. Amounts are öre without VAT.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from invoicing.domain.articles import ARTICLES, Counting
from invoicing.domain.terms import ONCE, InvoiceKind, last_day, month_of, months, share_of

Billed = tuple[str, str]
PriceOn = Callable[[str, date], int]
LARGEST_QUANTITY: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """Something that is charged. `thing` names it for ever; `ends_on` is the last day charged.

    `amount_ore` is the price of one when it was settled as the thing arose, as a fee's is; else the list's.
    """

    thing: str
    article: str
    starts_on: date
    ends_on: date | None = None
    quantity: int = 1
    number: str = ""
    cost_centre: str = ""
    label: str = ""
    amount_ore: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a basis. `waived` is why it costs nothing; empty when it costs what it costs."""

    thing: str
    period: str
    article: str
    first_day: date
    last_day: date
    quantity: int
    unit_price_ore: int
    number: str = ""
    cost_centre: str = ""
    label: str = ""
    waived: str = ""

    @property
    def amount_ore(self) -> int:
        return self.quantity * self.unit_price_ore

    @property
    def invoice(self) -> InvoiceKind:
        return ARTICLES[self.article].invoice


def lines_of(
    sources: Iterable[Source],
    upto: date,
    price_on: PriceOn,
    *,
    billed: Collection[Billed] = (),
    waived: Mapping[Billed, str] | None = None,
) -> list[Line]:
    """Every line that is due for the months up to and with `upto` and is not `billed` yet, in a steady order."""
    found: dict[Billed, Line] = {}
    for source in sources:
        for line in _lines(source, upto, price_on, waived or {}):
            found.setdefault((line.thing, line.period), line)
    return [found[key] for key in sorted(found) if key not in billed]


def _lines(source: Source, upto: date, price_on: PriceOn, waived: Mapping[Billed, str]) -> Iterator[Line]:
    if ARTICLES[source.article].counting is not Counting.MONTHLY:
        if month_of(source.starts_on) <= upto:
            yield _line(source, ONCE, source.starts_on, source.starts_on, price_on, waived)
        return
    for month in months(source.starts_on, upto):
        first = max(month, source.starts_on)
        last = min(last_day(month), source.ends_on or date.max)
        if first <= last:
            yield _line(source, f"{month:%Y-%m}", first, last, price_on, waived)


def _line(
    source: Source, period: str, first: date, last: date, price_on: PriceOn, waived: Mapping[Billed, str]
) -> Line:
    reason = waived.get((source.thing, period), "")
    price = source.amount_ore if source.amount_ore is not None else price_on(source.article, first)
    if period != ONCE:
        price = share_of(price, (last - first).days + 1, last_day(month_of(first)).day)
    return Line(
        thing=source.thing,
        period=period,
        article=source.article,
        first_day=first,
        last_day=last,
        quantity=source.quantity,
        unit_price_ore=0 if reason else price,
        number=source.number,
        cost_centre=source.cost_centre,
        label=source.label,
        waived=reason,
    )


@dataclass(frozen=True, slots=True)
class Draft:
    """The lines that make one invoice: `group` is the cost centre when subscriptions are grouped."""

    kind: InvoiceKind
    group: str
    lines: tuple[Line, ...]

    @property
    def net_ore(self) -> int:
        return sum(line.amount_ore for line in self.lines)


def drafts_of(lines: Iterable[Line], *, is_grouped: bool) -> list[Draft]:
    """Sort lines onto invoices. The common invoice is one, whatever cost centres its lines name (IN-02)."""
    piles: dict[tuple[InvoiceKind, str], list[Line]] = {}
    for line in lines:
        splits = is_grouped and line.invoice is InvoiceKind.SUBSCRIPTIONS
        piles.setdefault((line.invoice, line.cost_centre if splits else ""), []).append(line)
    return [Draft(kind, group, tuple(pile)) for (kind, group), pile in sorted(piles.items())]
