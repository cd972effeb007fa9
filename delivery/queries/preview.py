"""A version before it is signed off: its faults row by row, or what it holds and changes."""

from __future__ import annotations

from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.roles import may_sign
from delivery import repository
from delivery.customer_data.domain.diff import diff
from delivery.customer_data.domain.records import UserRow
from delivery.domain.donor_groups import Grouping, ListedNumber, ListedSeries, group_by_donor
from delivery.domain.states import DataState
from delivery.models import CustomerUser
from delivery.queries.parts import version_line
from delivery.queries.views import IssueLine, PreviewView
from kernel.language import Language
from kernel.numbers import format_series
from portingsvc.domain.donors import DONORS, donor_of


def preview(session: Session, actor: Actor, case_id: UUID, number: int, *, language: Language) -> PreviewView:
    """The version as its signatory should see it. Raises `NOT_FOUND`."""
    case = repository.case(session, actor, case_id)
    version = repository.version(session, case.id, number)
    users = repository.users(session, version.id)
    series = repository.series(session, version.id)
    grouping = grouping_of(session, version.id, None)
    signed = repository.signed_version(session, case.id)
    before = repository.users(session, signed.id) if signed and signed.id != version.id else []
    difference = diff([as_row(each) for each in before], [as_row(each) for each in users])
    return PreviewView(
        version=version_line(version),
        issues=tuple(_issue(each, language) for each in version.issues),
        users=len(users),
        groups=len(repository.groups(session, version.id)),
        series=tuple((format_series(s.first, s.last), s.operator, str(s.count)) for s in series),
        donors=tuple(
            (code, DONORS[code].name, sum(each.count for each in ranges))
            for code, ranges in grouping.by_donor.items()
        ),
        unclear_numbers=grouping.unclear,
        added=tuple(_name(row) for row in difference.added),
        changed=tuple((_name(each.after), each.fields) for each in difference.changed),
        removed=tuple(_name(row) for row in difference.removed),
        unchanged=difference.unchanged,
        compared_with=signed.number if signed and signed.id != version.id else None,
        main_number=main_number_of(session, version.id),
        may_sign=version.state is DataState.CLEAN and may_sign(actor.roles),
        language=language,
    )


def grouping_of(session: Session, version_id: UUID, default_donor: str | None) -> Grouping:
    """What a version asks to have moved, by the operator that has it today."""
    listed = [ListedSeries(s.first, s.last, s.operator) for s in repository.series(session, version_id)]
    numbers = [
        ListedNumber(number, user.operator)
        for user in repository.users(session, version_id)
        for number in dict.fromkeys((user.mobile, user.fixed, user.other_number))
        if number
    ]
    numbers += [
        ListedNumber(group.number) for group in repository.groups(session, version_id) if group.number
    ]
    return group_by_donor(listed, numbers, donor_of, default_donor)


def main_number_of(session: Session, version_id: UUID) -> str:
    """The main number: the first answer group's with one, else the first of the first series."""
    for group in repository.groups(session, version_id):
        if group.number:
            return group.number
    for series in repository.series(session, version_id):
        return series.first
    return ""


def as_row(user: CustomerUser) -> UserRow:
    """A stored user as the checker's row, so that two versions can be compared."""
    return UserRow(
        sheet=user.sheet,
        row=user.row,
        name=user.name or None,
        first_name=user.first_name or None,
        last_name=user.last_name or None,
        email=user.email or None,
        mobile=user.mobile or None,
        landline=user.fixed or None,
        other_number=user.other_number or None,
        extension=user.extension or None,
        subscription=user.subscription or None,
        sim_type=user.sim_type or None,
        extension_type=user.extension_type or None,
        device=user.device or None,
        department=user.department or None,
        cost_centre=user.cost_centre or None,
        current_operator=user.operator or None,
    )


def _name(row: UserRow) -> str:
    return row.name or row.email or row.extension or f"rad {row.row}"


def _issue(stored: dict[str, Any], language: Language) -> IssueLine:
    known = {field.name for field in fields(IssueLine)}
    words = {"text": stored["text"][language], "where": stored["where"][language]}
    return IssueLine(**{k: v for k, v in {**stored, **words}.items() if k in known})
