"""The deadlines of a change of operator, as a table: D1–D7 of open-fibre 1.6 (KO-02).

T is a wave's technical migration, B the project's commercial cut-over (brytpunkt), F a change of fees. Each
deadline has a *raw* date, by whose end in Stockholm compliance is judged, and a *due* date for people: the
raw one moved back to a working day (the start of a window moves forward).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from kernel.language import Text
from kernel.workdays import add_workdays, is_workday, workdays_between
from openfibre.operator_change.domain.months import (
    earliest,
    first_month_shift,
    months_before,
    one_and_a_half_months_before,
    working_day_after,
    working_day_before,
)
from openfibre.operator_change.domain.parties import Segment

FEEDER_WORKDAYS: Final = 10
DIRECTLY_WORKDAYS: Final = 5
STALE_WORKDAYS: Final = 10
MIGRATION_DATA_DAYS: Final = 21
_YEAR_AND_HALF_YEAR: Final = {(12, 31), (1, 1), (6, 30), (7, 1)}


class Severity(StrEnum):
    """What missing it means: to be noted, a breach of the process, or impossible."""

    WARN = "WARN"
    BREACH = "BREACH"
    ERROR = "ERROR"


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the dates hang on. `mixed` when any access serves a company."""

    technical_on: date
    brytpunkt_on: date
    mixed: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One deadline: how its raw date follows, and what it asks for. `opens` when it begins a window."""

    id: str
    asks: Text
    severity: Severity
    raw: Callable[[Anchors], date]
    opens: bool = False
    of_project: bool = False


def _access_data(at: Anchors) -> date:
    return access_data_before(at.technical_on, mixed=at.mixed)


def access_data_before(technical_on: date, *, mixed: bool) -> date:
    """D2: four months ahead when companies are among the customers, one and a half when only households are."""
    return months_before(technical_on, 4) if mixed else one_and_a_half_months_before(technical_on)


def migration_data_before(technical_on: date) -> date:
    """D3: three weeks ahead."""
    return technical_on - timedelta(days=MIGRATION_DATA_DAYS)


RULES: Final = (
    Rule(
        "D1start",
        Text(sv="Projektet kan starta", en="The project may start"),
        Severity.WARN,
        lambda at: months_before(at.technical_on, 6),
        opens=True,
    ),
    Rule(
        "D1end",
        Text(sv="Projektet har startat", en="The project has started"),
        Severity.WARN,
        lambda at: months_before(at.technical_on, 4),
    ),
    Rule("D2", Text(sv="Accessdata hos TL", en="Access data with providers"), Severity.BREACH, _access_data),
    Rule(
        "D3",
        Text(sv="Migreringsdata hos TL", en="Migration data with providers"),
        Severity.BREACH,
        lambda at: migration_data_before(at.technical_on),
    ),
    Rule(
        "D4",
        Text(sv="Information till slutkunder", en="Information to end customers"),
        Severity.BREACH,
        lambda at: months_before(at.technical_on, 1),
    ),
    Rule(
        "D6",
        Text(sv="Processen påbörjad inför brytpunkten", en="Process begun ahead of the cut-over"),
        Severity.BREACH,
        lambda at: months_before(at.brytpunkt_on, 3),
        of_project=True,
    ),
)
RULE: Final = {rule.id: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline with its two dates."""

    id: str
    raw: date
    due: date

    @property
    def rule(self) -> Rule:
        return RULE[self.id]


def plan(
    technical_on: date, *, mixed: bool, brytpunkt_on: date | None = None, only: str = ""
) -> tuple[Deadline, ...]:
    """Every deadline of a wave; of the one rule `only` if named. Raises `DATE_OUT_OF_RANGE`."""
    is_workday(technical_on)  # refuses a date beyond the calendar before any month is counted
    at = Anchors(technical_on, brytpunkt_on or first_month_shift(technical_on), mixed)
    is_workday(at.brytpunkt_on)
    return tuple(_deadline(rule, rule.raw(at)) for rule in RULES if only in ("", rule.id))


def _deadline(rule: Rule, raw: date) -> Deadline:
    return Deadline(rule.id, raw, working_day_after(raw) if rule.opens else working_day_before(raw))


def is_mixed(segments: set[Segment]) -> bool:
    """Whether companies are among the customers of a wave."""
    return Segment.FORETAG in segments


def feeder_due(deadline: Deadline) -> date:
    """When what must first pass through others has to be sent on: ten working days before."""
    return add_workdays(deadline.due, -FEEDER_WORKDAYS)


def directly_after(event_on: date) -> date:
    """D8: what is to happen directly after an event, within five working days."""
    return add_workdays(event_on, DIRECTLY_WORKDAYS)


DEFAULT_NOTICE_MONTHS: Final = {Segment.FORETAG: 3, Segment.PRIVAT: 1}


def fee_notice(effective_on: date, notice_months: int) -> tuple[date, date]:
    """D7, raw and due: the customer's own notice time and one month more before fees change."""
    raw = months_before(effective_on, notice_months + 1)
    return raw, working_day_before(raw)


def earliest_technical(ready_on: date, *, mixed: bool) -> tuple[date, date]:
    """The first feasible migration when access data is ready on a day, and the working day to suggest."""
    is_workday(ready_on)
    found = earliest(ready_on, lambda day: access_data_before(day, mixed=mixed))
    return found, working_day_after(found)


class Standing(StrEnum):
    """How a deadline stands on a day."""

    AHEAD = "ahead"
    OVERDUE = "overdue"
    MET = "met"
    STALE = "stale"
    LATE = "late"


def days_late(raw: date, done_on: date) -> int:
    """Calendar days past the raw date, 0 when in time. Days are Stockholm's."""
    return max(0, (done_on - raw).days)


def met_by(delivered: Sequence[date], raw: date | None) -> date | None:
    """When data met its deadline: the newest delivery that came in time, else the first of all.

    What was delivered in time is not made late by a correction sent afterwards. Days in their order.
    """
    in_time = [day for day in delivered if raw is None or day <= raw]
    return in_time[-1] if in_time else next(iter(delivered), None)


def standing(deadline: Deadline, *, done_on: date | None, today: date) -> Standing:
    """Whether it was met, is still ahead, or has passed. D3 met far too early is stale: data ages."""
    if deadline.rule.opens:
        return Standing.MET if today >= deadline.raw else Standing.AHEAD
    if done_on is None:
        return Standing.OVERDUE if today > deadline.raw else Standing.AHEAD
    if done_on > deadline.raw:
        return Standing.LATE
    if deadline.id == "D3" and workdays_between(done_on, deadline.raw) > STALE_WORKDAYS:
        return Standing.STALE
    return Standing.MET


def shifts_books(technical_on: date) -> bool:
    """Whether the migration falls on the turn of a year or half-year, which older advice says to avoid."""
    return (technical_on.month, technical_on.day) in _YEAR_AND_HALF_YEAR
