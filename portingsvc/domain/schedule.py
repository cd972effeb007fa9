"""When a port can be, must be asked for, and can still be stopped (NP-02, NP-07, NP-11)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from kernel import leadtime
from kernel.language import Text
from kernel.leadtime import STOCKHOLM, Plan
from kernel.workdays import Calendar
from portingsvc.domain.donors import Donor

# How long a donor usually takes to say no, and a customer to put it right: one repair round's pause.
REPAIR_DAYS: Final = 3
# How long a donor may be silent before a person asks (NP-05), in working days.
ANSWER_DAYS: Final = 3
# How long after the port hour the donor's word may be awaited before somebody telephones.
PORT_PATIENCE: Final = timedelta(hours=1)
_NOON: Final = 10


def plan_for(donor: Donor, number_type: str, submitted_at: datetime) -> Plan:
    """The first date this donor can port this kind of number for a request made then, explained."""
    return leadtime.plan(submitted_at, lead=donor.lead(number_type), cutoff=donor.cutoff, days=donor.calendar)


def latest_submit(donor: Donor, number_type: str, port_at: datetime) -> datetime:
    """The last instant at which a request still makes `port_at`."""
    day = port_at.astimezone(STOCKHOLM).date()
    return leadtime.latest_submit_at(
        day, lead=donor.lead(number_type), cutoff=donor.cutoff, days=donor.calendar
    )


def stop_deadline(donor: Donor, port_at: datetime) -> datetime:
    """The last instant at which the donor can still stop a booked port; afterwards only forward."""
    day = donor.calendar.add(port_at.astimezone(STOCKHOLM).date(), -donor.stop_days)
    return datetime.combine(day, donor.cutoff, STOCKHOLM)


def headroom(donor: Donor, number_type: str, now: datetime, port_at: datetime) -> int:
    """How many reject–repair–resubmit rounds still fit before the port, the request itself not counted.

    -1 says that even a request made now would come too late.
    """
    days = donor.calendar
    goal = port_at.astimezone(STOCKHOLM).date()
    submit = now
    rounds = -1
    while plan_for(donor, number_type, submit).earliest_port_date <= goal:
        rounds += 1
        repaired = days.add(submit.astimezone(STOCKHOLM).date(), REPAIR_DAYS)
        submit = datetime.combine(repaired, time(9), STOCKHOLM)
    return rounds


def next_slot(donor: Donor, day: date, hour: int | None = None) -> datetime:
    """A port hour of a donor on a working day of its: the hour wanted, or ten o'clock, or its first."""
    wanted = hour if hour in donor.hours else (_NOON if _NOON in donor.hours else donor.hours[0])
    return leadtime.port_slot(donor.calendar.on_or_after(day), wanted)


def why_not(donor: Donor, number_type: str, now: datetime, port_at: datetime) -> Text | None:
    """Why a port cannot be then; none when it can."""
    local = port_at.astimezone(STOCKHOLM)
    if not donor.calendar.is_workday(local.date()):
        return Text(
            sv=f"{local.date()} är ingen arbetsdag hos {donor.name}.",
            en=f"{local.date()} is no working day at {donor.name}.",
        )
    if local.hour not in donor.hours or local.minute or local.second:
        first, last = donor.hours[0], donor.hours[-1]
        return Text(
            sv=f"{donor.name} flyttar nummer på hela timmar mellan {first} och {last}.",
            en=f"{donor.name} ports on whole hours between {first} and {last}.",
        )
    earliest = plan_for(donor, number_type, now).earliest_port_date
    if local.date() < earliest:
        lead = donor.lead(number_type)
        return Text(
            sv=f"{donor.name} behöver {lead} arbetsdagar: tidigast {earliest}.",
            en=f"{donor.name} needs {lead} working days: {earliest} at the earliest.",
        )
    return None


def repair_deadline(donor: Donor, number_type: str, now: datetime, port_at: datetime) -> datetime:
    """Until when a repair still makes the port date; when it cannot any more, three working days from now."""
    latest = latest_submit(donor, number_type, port_at)
    if latest > now:
        return latest
    day = donor.calendar.add(now.astimezone(STOCKHOLM).date(), REPAIR_DAYS)
    return datetime.combine(day, donor.cutoff, STOCKHOLM)


def answer_deadline(days: Calendar, submitted_at: datetime) -> datetime:
    """Until when a donor's answer is awaited without asking: the end of the third working day after."""
    day = days.add(submitted_at.astimezone(STOCKHOLM).date(), ANSWER_DAYS)
    return datetime.combine(day, leadtime.USUAL_CUTOFF, STOCKHOLM)


def service_deadline(days: Calendar, port_at: datetime) -> datetime:
    """The law's clock (NP-12): the number must work within one working day after the agreed day."""
    day = days.add(port_at.astimezone(STOCKHOLM).date(), 1)
    return datetime.combine(day, time(23, 59, 59), STOCKHOLM)
