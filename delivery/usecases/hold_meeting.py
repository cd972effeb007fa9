"""The start-up meeting, where functions and services are settled (DL-02)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import Role
from delivery import repository
from delivery.domain.phases import MEETING_BOOKED, MEETING_HELD
from delivery.meetings.domain import entries as words
from delivery.meetings.domain.events import CalendarEntry, Guest
from delivery.meetings.usecases.invite import invite, uid_of
from delivery.models import CaseActivity, DeliveryCase
from delivery.usecases.complete_activity import complete_activity
from infra.transitions import Cause
from kernel.language import Language

MEETING_LENGTH: Final = timedelta(hours=1)


def book_meeting(
    session: Session, actor: Actor, case_id: UUID, *, at: datetime, place: str, cause: Cause
) -> CaseActivity:
    """Set time and place, and invite by calendar; booked again, the same entry moves."""
    case = repository.case(session, actor, case_id, lock=True)
    before = repository.activity(session, case.id, MEETING_BOOKED).result
    sequence = int(before.get("sequence", -1)) + 1
    result = {"at": at.isoformat(), "place": place, "sequence": sequence}
    row = complete_activity(session, actor, case_id, MEETING_BOOKED, result=result, cause=cause)
    company = accounts.organisation(session, case.customer_id).name
    entry = CalendarEntry(
        uid_of("meeting", case.id),
        words.MEETING.format("sv", company=company),
        at,
        at + MEETING_LENGTH,
        place,
        sequence=sequence,
    )
    guests = _guests(session, case, actor)
    invite(session, "meeting", entry, guests, case_id=case.id, cause=cause, company=company)
    return row


def _guests(session: Session, case: DeliveryCase, actor: Actor) -> list[tuple[Guest, Language]]:
    """Who settles the services: the customer's telephony and IT contacts, our leads, and who booked it."""
    people = [
        person
        for role in (Role.TELEFONIANSVARIG, Role.IT_ANSVARIG)
        for person in accounts.people_with_role(session, case.customer_id, role)
    ]
    ours = {case.technical_lead_id, case.administrative_lead_id, case.planner_id, actor.person_id}
    people += accounts.people(session, [each for each in ours if each is not None])
    by_email = {person.email: person for person in people}
    return [(Guest(person.name, person.email), person.speaks) for person in by_email.values()]


def hold_meeting(session: Session, actor: Actor, case_id: UUID, *, notes: str, cause: Cause) -> CaseActivity:
    """Say that it was held and what was settled."""
    return complete_activity(session, actor, case_id, MEETING_HELD, result={"notes": notes}, cause=cause)
