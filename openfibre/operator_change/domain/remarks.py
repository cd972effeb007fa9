"""What is remarked on dates and windows of a project: code, severity and words (D1, D5, D9, D10)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from kernel.language import Text
from kernel.workdays import is_workday
from openfibre.operator_change.domain.deadlines import Severity, plan, shifts_books

_WORDS: Final = {
    "NOT_MONTH_SHIFT": Text(sv="Brytpunkten är ej månadsskifte.", en="The cut-over is no month shift."),
    "START_EARLY": Text(
        sv="Starten ligger mer än sex månader före migreringen.",
        en="The start is more than six months before the migration.",
    ),
    "START_LATE": Text(
        sv="Starten ligger mindre än fyra månader före migreringen.",
        en="The start is less than four months before the migration.",
    ),
    "BOOKS_TURN": Text(
        sv="Undvik migrering vid års- eller halvårsskifte.",
        en="Avoid a migration at the turn of a year or half-year.",
    ),
    "CONNECT_DATE": Text(
        sv="Uppkoppling sker på migreringsdagen eller dagen efter, inte {day}.",
        en="Connection is on the migration date or the day after, not on {day}.",
    ),
    "CONNECT_ON_DAY_OFF": Text(sv="{day} är ingen arbetsdag.", en="{day} is no working day."),
    "FREEZE_MISSES_MIGRATION": Text(
        sv="Nätfrysen {first}–{last} måste omfatta migreringen {technical}.",
        en="The freeze {first}–{last} must include the migration {technical}.",
    ),
    "DATA_IN_FREEZE": Text(
        sv="Migreringsdata kom {sent}, efter att nätfrysen börjat {first}.",
        en="Migration data came on {sent}, after the freeze began on {first}.",
    ),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is not as the process wants it."""

    code: str
    severity: Severity
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> Text:
        words = _WORDS[self.code]
        return Text(sv=words.format("sv", **self.facts), en=words.format("en", **self.facts))


def on_start(started_on: date, technical_on: date) -> list[Remark]:
    """D1: the project starts four to six months before the migration."""
    window = {each.id: each.raw for each in plan(technical_on, mixed=True)}
    if started_on < window["D1start"]:
        return [Remark("START_EARLY", Severity.WARN)]
    if started_on > window["D1end"]:
        return [Remark("START_LATE", Severity.WARN)]
    return []


def on_brytpunkt(brytpunkt_on: date) -> list[Remark]:
    """D5: the commercial cut-over should be a month shift."""
    return [] if brytpunkt_on.day == 1 else [Remark("NOT_MONTH_SHIFT", Severity.WARN)]


def on_technical(technical_on: date) -> list[Remark]:
    """Advice on the migration's date."""
    return [Remark("BOOKS_TURN", Severity.WARN)] if shifts_books(technical_on) else []


def on_connection(connect_on: date, technical_on: date) -> list[Remark]:
    """D9: connected on T or the calendar day after; a day off is remarked, not refused."""
    if connect_on not in (technical_on, technical_on + timedelta(days=1)):
        return [Remark("CONNECT_DATE", Severity.ERROR, {"day": connect_on})]
    if not is_workday(connect_on):
        return [Remark("CONNECT_ON_DAY_OFF", Severity.WARN, {"day": connect_on})]
    return []


def on_freeze(first: date, last: date, technical_on: date, last_data_on: date | None = None) -> list[Remark]:
    """D10: the freeze holds the migration, and no migration data moves once it has begun."""
    found = []
    if not first <= technical_on <= last:
        facts = {"first": first, "last": last, "technical": technical_on}
        found.append(Remark("FREEZE_MISSES_MIGRATION", Severity.ERROR, facts))
    if last_data_on is not None and last_data_on >= first:
        found.append(Remark("DATA_IN_FREEZE", Severity.ERROR, {"sent": last_data_on, "first": first}))
    return found
