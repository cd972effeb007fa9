"""A planner's calendar: go-live days, start-up meetings, trainings, hand-overs of the cases that are theirs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.roles import OrganisationKind, Role
from delivery import repository as cases
from delivery.domain.phases import MEETING_BOOKED
from delivery.meetings import repository
from delivery.meetings.domain import entries as words
from delivery.meetings.domain.events import CalendarEntry
from delivery.meetings.domain.training import AUDIENCE_TITLES
from delivery.meetings.gateways.ics import feed
from delivery.models import CaseActivity, DeliveryCase
from infra.settings import get_settings
from kernel.errors import NOT_FOUND
from kernel.language import Language

_MEETING = timedelta(hours=1)


def calendar_of(session: Session, token: str, machine_now: datetime) -> bytes:
    """The feed behind a token. Raises `NOT_FOUND` for one that is unknown or revoked, or whose person left us."""
    row = repository.feed_by_token(session, token)
    if row is None:
        raise NOT_FOUND.error()
    roles = {
        membership.role
        for membership, organisation in accounts.memberships(session, row.person_id)
        if organisation.kind is OrganisationKind.OPERATOR
    }
    if not roles:
        raise NOT_FOUND.error()
    row.read_at = machine_now
    person = accounts.person(session, row.person_id)
    entries = _entries(session, row.person_id, person.speaks, plans=Role.LEVERANSPLANERARE in roles)
    name = words.CALENDAR.format(person.speaks, name=person.name)
    return feed(name, entries, machine_now)


def _entries(
    session: Session, person_id: UUID, language: Language, *, plans: bool
) -> Iterator[CalendarEntry]:
    mine = repository.cases_of_person(session, person_id, plans=plans)
    companies = {
        each.id: each.name for each in accounts.organisations(session, {c.customer_id for c in mine})
    }
    by_id = {case.id: (case, companies[case.customer_id]) for case in mine}
    for case, company in by_id.values():
        yield from _of_case(case, company, language)
    for activity in cases.activities(session, by_id):
        if activity.key == MEETING_BOOKED and activity.result.get("at"):
            yield _meeting(activity, *by_id[activity.case_id], language)
    for row in repository.open_trainings(session, by_id):
        title = words.TRAINING.format(
            language,
            company=by_id[row.case_id][1],
            audience=AUDIENCE_TITLES[row.audience].in_(language),
        )
        link = _link(by_id[row.case_id][0])
        yield CalendarEntry(
            f"training-{row.id}", title, row.starts_at, row.ends_at, row.place, link, row.sequence
        )


def _of_case(case: DeliveryCase, company: str, language: Language) -> Iterator[CalendarEntry]:
    title = words.GO_LIVE if case.go_live_confirmed_at or case.live_at else words.GO_LIVE_PRELIMINARY
    yield CalendarEntry(
        f"go-live-{case.id}",
        title.format(language, company=company),
        case.go_live_on,
        case.go_live_on + timedelta(days=1),
        words=_link(case),
        sequence=case.version,
    )
    if case.hand_over_at is not None:
        over = words.HAND_OVER.format(language, company=company)
        ends = case.hand_over_at + _MEETING
        yield CalendarEntry(f"hand-over-{case.id}", over, case.hand_over_at, ends, words=_link(case))


def _meeting(row: CaseActivity, case: DeliveryCase, company: str, language: Language) -> CalendarEntry:
    starts = datetime.fromisoformat(str(row.result["at"]))
    return CalendarEntry(
        f"meeting-{case.id}",
        words.MEETING.format(language, company=company),
        starts,
        starts + _MEETING,
        str(row.result.get("place", "")),
        _link(case),
        int(row.result.get("sequence", 0)),
    )


def _link(case: DeliveryCase) -> str:
    return f"{case.reference} {get_settings().public_url}/planner/cases/{case.id}"
