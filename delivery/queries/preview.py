"""A version before it is signed off: its faults row by row, or what it holds and changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.roles import may_sign
from delivery import repository
from delivery.customer_data import repository as lists
from delivery.customer_data.domain.diff import Change, diff, diff_named
from delivery.customer_data.domain.records import UserRow
from delivery.domain.donor_groups import Grouping, ListedNumber, ListedSeries, group_by_donor
from delivery.domain.states import DataState
from delivery.models import AnswerGroup, CustomerDataVersion, CustomerSeries
from delivery.queries.parts import version_line
from delivery.queries.views import ChangeLine, IssueLine, PreviewView
from kernel.language import Language
from kernel.numbers import format_series
from portingsvc.domain.donors import DONORS, donor_of

ISSUES_SHOWN: Final = 200
CHANGES_SHOWN: Final = 100


def preview(session: Session, actor: Actor, case_id: UUID, number: int, *, language: Language) -> PreviewView:
    """The version as its signatory should see it. Raises `NOT_FOUND`."""
    case = repository.case(session, actor, case_id)
    version = repository.version(session, case.id, number)
    users = lists.user_rows(session, version.id)
    series = repository.series(session, version.id)
    grouping = grouping_of(session, version.id, None)
    base = base_of(session, case.id, version)
    difference = diff(lists.user_rows(session, base.id) if base else [], users)
    return PreviewView(
        version=version_line(version),
        issues=tuple(_issue(each, language) for each in version.issues[:ISSUES_SHOWN]),
        users=len(users),
        groups=len(repository.groups(session, version.id)),
        series=tuple((format_series(s.first, s.last), s.operator, str(s.count)) for s in series),
        donors=tuple(
            (code, DONORS[code].name, sum(each.count for each in ranges))
            for code, ranges in grouping.by_donor.items()
        ),
        unclear_numbers=grouping.unclear,
        added=tuple(_name(row) for row in difference.added),
        changed=tuple(_change(each) for each in difference.changed[:CHANGES_SHOWN]),
        changed_users=len(difference.changed),
        removed=tuple(_name(row) for row in difference.removed),
        unchanged=difference.unchanged,
        groups_difference=diff_named(groups_by_name(session, base), groups_by_name(session, version)),
        series_difference=diff_named(series_by_numbers(session, base), series_by_numbers(session, version)),
        compared_with=base.number if base else None,
        main_number=main_number_of(session, version.id),
        may_sign=version.state is DataState.CLEAN and may_sign(actor.roles),
        language=language,
    )


def base_of(session: Session, case_id: UUID, version: CustomerDataVersion) -> CustomerDataVersion | None:
    """What a version is compared with: the signed one; before there is any, the latest without faults."""
    signed = repository.signed_version(session, case_id)
    if signed is not None:
        return signed if signed.id != version.id else None
    earlier = (each for each in repository.versions(session, [case_id]) if each.number < version.number)
    return next((each for each in earlier if each.state is DataState.CLEAN), None)


def groups_by_name(session: Session, version: CustomerDataVersion | None) -> dict[str, object]:
    """A version's answer groups, what each holds under its name."""
    rows = repository.groups(session, version.id) if version else []
    return {row.name: (row.number, row.opening_hours, row.members) for row in rows}


def series_by_numbers(session: Session, version: CustomerDataVersion | None) -> dict[str, object]:
    """A version's series, the operator of each under its numbers."""
    rows = repository.series(session, version.id) if version else []
    return {format_series(row.first, row.last): row.operator for row in rows}


def _change(change: Change) -> ChangeLine:
    """One user who is not the same, field by field."""
    fields_ = tuple(
        (name, getattr(change.before, name) or "", getattr(change.after, name) or "")
        for name in change.fields
    )
    return ChangeLine(_name(change.after), change.after.row, fields_)


def grouping_of(session: Session, version_id: UUID, default_donor: str | None) -> Grouping:
    """What a version asks to have moved, by the operator that has it today."""
    return grouping_from(
        repository.series(session, version_id),
        lists.listed_numbers(session, version_id),
        repository.groups(session, version_id),
        default_donor,
    )


def grouping_from(
    series: Iterable[CustomerSeries],
    listed: Iterable[tuple[str, str, str, str]],
    groups: Iterable[AnswerGroup],
    default_donor: str | None,
) -> Grouping:
    """The same of rows that were read already; `listed` as `listed_numbers` tells."""
    numbers = [
        ListedNumber(number, operator)
        for operator, *held in listed
        for number in dict.fromkeys(held)
        if number
    ]
    numbers += [ListedNumber(group.number) for group in groups if group.number]
    ranges = [ListedSeries(each.first, each.last, each.operator) for each in series]
    return group_by_donor(ranges, numbers, donor_of, default_donor)


def main_number_of(session: Session, version_id: UUID) -> str:
    """The main number: the first answer group's with one, else the first of the first series."""
    for group in repository.groups(session, version_id):
        if group.number:
            return group.number
    for series in repository.series(session, version_id):
        return series.first
    return ""


def _name(row: UserRow) -> str:
    return row.name or row.email or row.extension or f"rad {row.row}"


def _issue(stored: dict[str, Any], language: Language) -> IssueLine:
    known = {field.name for field in fields(IssueLine)}
    words = {"text": stored["text"][language], "where": stored["where"][language]}
    return IssueLine(**{k: v for k, v in {**stored, **words}.items() if k in known})
