"""How the lead before a port is counted (NP-02), with its reasons in words.

The day of submission is not counted. A submission on a day off, or after the cut-off, counts as made on the
next working day. The port date is the N-th working day after that, or later. Ten is a floor: a donor's lead
can only be longer. Dates and clock times are Stockholm's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from kernel.errors import ErrorKind, spec
from kernel.language import Text
from kernel.workdays import Calendar, calendar, out_of_range

STOCKHOLM: Final = ZoneInfo("Europe/Stockholm")
SHORTEST_LEAD: Final = 10
USUAL_CUTOFF: Final = time(17, 0)

LEAD_TOO_SHORT = spec(
    "LEAD_TOO_SHORT",
    ErrorKind.INVALID,
    sv="Ledtiden är minst {floor} arbetsdagar; {given} är för lite.",
    en="The lead is at least {floor} working days; {given} is too few.",
)

HOUR_NOT_ON_CLOCK = spec(
    "HOUR_NOT_ON_CLOCK",
    ErrorKind.INVALID,
    sv="Klockan är aldrig {hour} den {day}: då går vi över till sommartid. Välj en annan timme.",
    en="The clock never shows {hour} on {day}: summer time begins then. Choose another hour.",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """From a submission to the first possible port date, explained step by step."""

    counted_from: date
    earliest_port_date: date
    explanation: tuple[Text, ...]


def _local(instant: datetime) -> datetime:
    """A naive time is Stockholm's own. Raises `DATE_OUT_OF_RANGE` where no calendar reaches."""
    if instant.tzinfo is None:
        return instant.replace(tzinfo=STOCKHOLM)
    try:
        return instant.astimezone(STOCKHOLM)
    except OverflowError as beyond:
        raise out_of_range(instant.date()) from beyond


def plan(
    submitted_at: datetime,
    *,
    lead: int = SHORTEST_LEAD,
    cutoff: time = USUAL_CUTOFF,
    days: Calendar | None = None,
) -> Plan:
    """The first possible port date for a submission. Raises `LEAD_TOO_SHORT` under ten."""
    _check_lead(lead)
    days = days or calendar()
    local = _local(submitted_at)
    submitted = local.date()
    steps = [
        Text(
            sv=f"Begäran lämnas {submitted} kl. {local:%H.%M}.",
            en=f"The request is submitted {submitted} at {local:%H:%M}.",
        )
    ]
    counted = submitted
    if not days.is_workday(submitted):
        counted = days.add(submitted, 1)
        steps.append(
            Text(
                sv=f"{submitted} är ingen arbetsdag: den räknas som lämnad {counted}.",
                en=f"{submitted} is no working day: it counts as made on {counted}.",
            )
        )
    elif local.time() > cutoff:
        counted = days.add(submitted, 1)
        steps.append(
            Text(
                sv=f"Det är efter {cutoff:%H.%M}: den räknas som lämnad nästa arbetsdag, {counted}.",
                en=f"That is after {cutoff:%H:%M}: it counts as made on the next working day, {counted}.",
            )
        )
    earliest = days.add(counted, lead)
    steps += _skipped(counted, earliest, days)
    steps.append(
        Text(
            sv=f"{lead} arbetsdagar efter {counted}: tidigast {earliest}.",
            en=f"{lead} working days after {counted}: {earliest} at the earliest.",
        )
    )
    return Plan(counted, earliest, tuple(steps))


def _skipped(first: date, last: date, days: Calendar) -> list[Text]:
    """Name the weekdays on the way that are days off; weekends need no words."""
    friday = 4
    span = (first + timedelta(days=n) for n in range(1, (last - first).days))
    off = [str(day) for day in span if day.weekday() <= friday and not days.is_workday(day)]
    if not off:
        return []
    listed = ", ".join(off)
    return [Text(sv=f"Räknas inte (helgdag eller afton): {listed}.", en=f"Not counted (days off): {listed}.")]


def latest_submit_date(go_live: date, *, lead: int = SHORTEST_LEAD, days: Calendar | None = None) -> date:
    """The last day (before the cut-off) on which a request still makes `go_live`."""
    _check_lead(lead)
    days = days or calendar()
    return days.add(days.on_or_before(go_live), -lead)


def latest_submit_at(
    go_live: date,
    *,
    lead: int = SHORTEST_LEAD,
    cutoff: time = USUAL_CUTOFF,
    days: Calendar | None = None,
) -> datetime:
    """The last instant, in Stockholm, at which a request still makes `go_live`."""
    return datetime.combine(latest_submit_date(go_live, lead=lead, days=days), cutoff, STOCKHOLM)


def port_slot(day: date, hour: int) -> datetime:
    """A port hour on a day, in Stockholm. Raises `HOUR_NOT_ON_CLOCK` for the hour that spring leaves out.

    Of the hour that autumn has twice, the first is meant.
    """
    slot = datetime.combine(day, time(hour), STOCKHOLM)
    if slot.astimezone(UTC).astimezone(STOCKHOLM).hour != hour:
        raise HOUR_NOT_ON_CLOCK.error("hour", hour=f"{hour:02d}", day=day)
    return slot


def _check_lead(lead: int) -> None:
    if lead < SHORTEST_LEAD:
        raise LEAD_TOO_SHORT.error("lead", floor=SHORTEST_LEAD, given=lead)
