"""A basis as it is shown and handed over: months of one thing, and days of one number's traffic, on one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from invoicing.domain.articles import ARTICLES, Article, Counting
from kernel.language import Language
from kernel.numbers import format_national


class Billed(Protocol):
    """What gathering reads of a line, stored or not."""

    thing: str
    article: str
    first_day: date
    last_day: date
    number: str
    cost_centre: str
    label: str
    quantity: int
    unit_price_ore: int
    waived: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a basis. Amounts in öre without VAT; `amount_ore` is quantity times price, exactly."""

    article: Article
    number: str
    cost_centre: str
    label: str
    first_day: date
    last_day: date
    quantity: int
    unit_price_ore: int
    waived: str
    things: tuple[str, ...]

    @property
    def amount_ore(self) -> int:
        return self.quantity * self.unit_price_ore

    def words(self, language: Language) -> str:
        """What it is, for whom: `Användare Mobil Plus · 070-174 06 05 · Anna`."""
        number = format_national(self.number) if self.number else ""
        return " · ".join(filter(None, (self.article.text.in_(language), number, self.label)))


def gather(lines: Iterable[Billed]) -> list[Row]:
    """Gather lines that differ only in when; the order of first appearance stands."""
    piles: dict[tuple[object, ...], list[Billed]] = {}
    for line in lines:
        is_usage = ARTICLES[line.article].counting is Counting.USAGE
        what = (line.article, line.number, line.cost_centre, line.label, line.unit_price_ore, line.waived)
        piles.setdefault((*what, "" if is_usage else line.thing), []).append(line)
    return [_row(pile) for pile in piles.values()]


def _row(pile: list[Billed]) -> Row:
    first = pile[0]
    return Row(
        article=ARTICLES[first.article],
        number=first.number,
        cost_centre=first.cost_centre,
        label=first.label,
        first_day=min(line.first_day for line in pile),
        last_day=max(line.last_day for line in pile),
        quantity=sum(line.quantity for line in pile),
        unit_price_ore=first.unit_price_ore,
        waived=first.waived,
        things=tuple(line.thing for line in pile),
    )
