"""Calendars as iCalendar (RFC 5545): an invitation that a mail carries (RFC 5546), and a feed to subscribe to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from delivery.meetings.domain.events import CalendarEntry, Guest
from infra.mail import Enclosure

_PRODUCT: Final = "-//Vaxla//Vaxla//SV"
_REFRESH: Final = timedelta(hours=1)
_REMIND: Final = timedelta(minutes=30)


def invitation(entry: CalendarEntry, organiser: Guest, guests: Sequence[Guest], now: datetime) -> Enclosure:
    """A request to come, or, for a cancelled entry, that it is off."""
    method = "CANCEL" if entry.is_cancelled else "REQUEST"
    calendar = _calendar()
    calendar.add("method", method)
    event = _event(entry, now)
    event.add("organizer", _address(organiser))
    for guest in guests:
        attendee = _address(guest)
        attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
        attendee.params["RSVP"] = vText("TRUE")
        event.add("attendee", attendee)
    if not entry.is_cancelled:
        event.add_component(_reminder(entry.title))
    calendar.add_component(event)
    return Enclosure("inbjudan.ics", f"text/calendar; method={method}", calendar.to_ical())


def feed(name: str, entries: Iterable[CalendarEntry], now: datetime) -> bytes:
    """A calendar to subscribe to."""
    calendar = _calendar()
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, now))
    content: bytes = calendar.to_ical()
    return content


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    return calendar


def _event(entry: CalendarEntry, now: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now)
    event.add("sequence", entry.sequence)
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts)
    if entry.ends is not None:
        event.add("dtend", entry.ends)
    if entry.place:
        event.add("location", entry.place)
    if entry.words:
        event.add("description", entry.words)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    return event


def _reminder(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -_REMIND)
    return alarm


def _address(guest: Guest) -> vCalAddress:
    address = vCalAddress(f"MAILTO:{guest.email}")
    address.params["CN"] = vText(guest.name.replace('"', ""))
    return address
