"""A customer's lists as programs read them: versions, their rows and findings page by page, what a version changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import literal, tuple_
from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, or_, select

from accounts.domain.actor import Actor
from delivery import repository
from delivery.customer_data import repository as lists
from delivery.customer_data.domain.diff import Difference, NamedDifference, diff, diff_named
from delivery.customer_data.domain.records import UserRow
from delivery.customer_data.domain.sheets import column_letter
from delivery.domain.states import DataState
from delivery.models import AnswerGroup, CustomerDataVersion, CustomerSeries, CustomerUser
from delivery.queries.preview import base_of, groups_by_name, series_by_numbers
from kernel.errors import NOT_FOUND


def data_versions(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    state: DataState | None = None,
    after: UUID | None = None,
    limit: int,
) -> Sequence[CustomerDataVersion]:
    """Oldest first, without outlines and findings. Raises `NOT_FOUND` for a case that is not the actor's."""
    repository.case_subject(session, actor, case_id)
    wanted = select(CustomerDataVersion).where(CustomerDataVersion.case_id == case_id)
    if state is not None:
        wanted = wanted.where(CustomerDataVersion.state == state)
    if after is not None:
        wanted = wanted.where(col(CustomerDataVersion.id) > after)
    light = wanted.options(
        defer(CustomerDataVersion.outline),  # type: ignore[arg-type]  # a column, not a list
        defer(CustomerDataVersion.issues),  # type: ignore[arg-type]
    )
    return session.exec(light.order_by(col(CustomerDataVersion.id)).limit(limit)).all()


def data_version(session: Session, actor: Actor, case_id: UUID, version_id: UUID) -> CustomerDataVersion:
    """One version of a case. Raises `NOT_FOUND`."""
    repository.case_subject(session, actor, case_id)
    found = session.get(CustomerDataVersion, version_id)
    if found is None or found.case_id != case_id:
        raise NOT_FOUND.error()
    return found


def newest_version(session: Session, case_id: UUID) -> CustomerDataVersion | None:
    """The newest version of a case that nothing has replaced. The caller has seen to the tenancy."""
    found = session.exec(
        select(CustomerDataVersion)
        .where(CustomerDataVersion.case_id == case_id, CustomerDataVersion.state != DataState.SUPERSEDED)
        .order_by(col(CustomerDataVersion.number).desc())
        .limit(1)
    )
    return found.first()


@dataclass(frozen=True, slots=True)
class UserFilter:
    """Which users are wanted; what is None narrows nothing. `number` is E.164, one of the user's own."""

    email: str | None = None
    number: str | None = None
    department: str | None = None


def listed_users(
    session: Session, version_id: UUID, wanted: UserFilter, *, after: UUID | None, limit: int
) -> Sequence[CustomerUser]:
    """Users in the order of the list. The caller has seen to the tenancy."""
    rows = select(CustomerUser).where(CustomerUser.version_id == version_id)
    if wanted.email is not None:
        rows = rows.where(func.lower(CustomerUser.email) == wanted.email.lower())
    if wanted.department is not None:
        rows = rows.where(CustomerUser.department == wanted.department)
    if wanted.number is not None:
        held = (CustomerUser.mobile, CustomerUser.fixed, CustomerUser.other_number)
        rows = rows.where(or_(*(column == wanted.number for column in held)))
    found: Sequence[CustomerUser] = session.exec(_from(rows, CustomerUser, after).limit(limit)).all()
    return found


def listed_groups(
    session: Session, version_id: UUID, *, after: UUID | None, limit: int
) -> Sequence[AnswerGroup]:
    """Answer groups in the order of the list. The caller has seen to the tenancy."""
    rows = select(AnswerGroup).where(AnswerGroup.version_id == version_id)
    found: Sequence[AnswerGroup] = session.exec(_from(rows, AnswerGroup, after).limit(limit)).all()
    return found


def listed_series(
    session: Session, version_id: UUID, *, after: UUID | None, limit: int
) -> Sequence[CustomerSeries]:
    """Number series in the order of the list. The caller has seen to the tenancy."""
    rows = select(CustomerSeries).where(CustomerSeries.version_id == version_id)
    found: Sequence[CustomerSeries] = session.exec(_from(rows, CustomerSeries, after).limit(limit)).all()
    return found


def _from(rows: Any, model: type[CustomerUser | AnswerGroup | CustomerSeries], after: UUID | None) -> Any:
    """In the order of the list, from after a row on. Ids are in no order; two sheets may share a row's number."""
    if after is not None:
        place = select(model.row).where(model.id == after).scalar_subquery()
        rows = rows.where(tuple_(col(model.row), col(model.id)) > tuple_(place, literal(after)))
    return rows.order_by(col(model.row), col(model.id))


@dataclass(frozen=True, slots=True)
class VersionDifference:
    """What a version changes. `compared_with` is the version before it that counts; None when there is none."""

    compared_with: int | None
    users: Difference
    groups: NamedDifference
    series: NamedDifference


def difference_of(session: Session, version: CustomerDataVersion) -> VersionDifference:
    """Against the signed version; before there is any, the latest without faults."""
    base = base_of(session, version.case_id, version)
    before = lists.user_rows(session, base.id) if base else []
    return VersionDifference(
        base.number if base else None,
        diff(before, lists.user_rows(session, version.id)),
        diff_named(groups_by_name(session, base), groups_by_name(session, version)),
        diff_named(series_by_numbers(session, base), series_by_numbers(session, version)),
    )


def difference_to(session: Session, case_id: UUID, users: Sequence[UserRow]) -> tuple[int | None, Difference]:
    """What rows that are not stored would change of the users, and of which version."""
    base = repository.signed_version(session, case_id) or newest_clean(session, case_id)
    return (base.number if base else None), diff(lists.user_rows(session, base.id) if base else [], users)


def newest_clean(session: Session, case_id: UUID) -> CustomerDataVersion | None:
    """The latest version without faults."""
    known = repository.versions(session, [case_id])
    return next((each for each in known if each.state is DataState.CLEAN), None)


def field_of_column(version: CustomerDataVersion, sheet: str, letter: str) -> str:
    """What a column was read as; "" for one that was not."""
    mapped: dict[str, Any] = next((each for each in version.mapping if each["sheet"] == sheet), {})
    columns: dict[str, int] = mapped.get("columns", {})
    return next((name for name, column in columns.items() if column_letter(column) == letter), "")
