"""Keep an uploaded file as a version, check it, and store what it holds if it holds no fault (CU-02, CU-03)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.customer_data.check_file import check_file
from delivery.customer_data.domain.check import STANDARD_RULES, CheckResult
from delivery.customer_data.domain.check_users import Rules
from delivery.customer_data.domain.codes import Issue
from delivery.customer_data.domain.records import GroupRow, SeriesRow, UserRow
from delivery.domain.errors import DATA_FROZEN
from delivery.domain.states import DATA, CaseState, DataEvent
from delivery.models import AnswerGroup, CustomerDataVersion, CustomerSeries, CustomerUser
from infra.files import store_file
from infra.settings import get_settings
from infra.transitions import Cause, move
from kernel.numbers import count

_MEDIA_TYPE = "application/octet-stream"


def upload_customer_data(
    session: Session, actor: Actor, case_id: UUID, *, filename: str, content: bytes, cause: Cause
) -> CustomerDataVersion:
    """A new version, faulty or clean. Two uploads at once become two versions, in the order they came.

    Nothing is half-imported: rows are stored only when the file has no error; the file itself always is.
    Raises `DATA_FROZEN` once the move has been asked for.
    """
    repository.case(session, actor, case_id)
    result = check_file(content, filename, rules=rules())  # before the lock: a slow file must not hold it
    case = repository.case(session, actor, case_id, lock=True)
    if case.state is not CaseState.FORBEREDELSER:
        raise DATA_FROZEN.error()
    stored = store_file(
        session,
        name=filename,
        media_type=_MEDIA_TYPE,
        content=content,
        case_id=case.id,
        uploaded_by=cause.name,
        now=cause.now,
    )
    known = repository.versions(session, [case.id])
    version = CustomerDataVersion(
        case_id=case.id,
        customer_id=case.customer_id,
        partner_id=case.partner_id,
        number=(known[0].number if known else 0) + 1,
        file_id=stored.id,
        filename=filename,
        counts=_counts(result),
        issues=[_issue(each) for each in result.issues],
        uploaded_by=cause.name,
        uploaded_at=cause.now,
    )
    session.add(version)
    session.flush()
    system = cause.as_role("system")
    move(session, version, DATA, DataEvent.PASS if result.ok else DataEvent.FIND_FAULTS, system)
    if result.ok:
        _store_rows(session, version.id, result)
        case.size = len(result.users)
    return version


def rules() -> Rules:
    """What files are checked by here: numbers set apart for fiction pass everywhere but in production."""
    return replace(STANDARD_RULES, production=get_settings().is_production)


def _counts(result: CheckResult) -> dict[str, int]:
    return {
        "users": len(result.users),
        "groups": len(result.groups),
        "series": len(result.series),
        "numbers": result.numbers,
    }


def _issue(issue: Issue) -> dict[str, Any]:
    """A finding as it is stored, in both languages: whoever opens the page later reads their own."""
    return {
        "sheet": issue.sheet or "",
        "row": issue.row,
        "letter": issue.letter or "",
        "heading": issue.heading,
        "value": issue.value[:200],
        "code": issue.code.value,
        "severity": issue.severity.value,
        "text": {"sv": issue.text("sv"), "en": issue.text("en")},
        "where": {"sv": issue.where("sv"), "en": issue.where("en")},
    }


def _store_rows(session: Session, version_id: UUID, result: CheckResult) -> None:
    session.add_all(_user(version_id, row) for row in result.users)
    session.add_all(_group(version_id, row) for row in result.groups)
    session.add_all(_series(version_id, row) for row in result.series)
    session.flush()


def _user(version_id: UUID, row: UserRow) -> CustomerUser:
    return CustomerUser(
        version_id=version_id,
        row=row.row,
        sheet=row.sheet,
        name=row.name or "",
        first_name=row.first_name or "",
        last_name=row.last_name or "",
        email=row.email or "",
        mobile=row.mobile or "",
        fixed=row.landline or "",
        other_number=row.other_number or "",
        extension=row.extension or "",
        subscription=row.subscription or "",
        sim_type=row.sim_type or "",
        extension_type=row.extension_type or "",
        device=row.device or "",
        department=row.department or "",
        cost_centre=row.cost_centre or "",
        operator=row.current_operator or "",
    )


def _group(version_id: UUID, row: GroupRow) -> AnswerGroup:
    return AnswerGroup(
        version_id=version_id,
        row=row.row,
        name=row.name or "",
        number=row.number or "",
        opening_hours=row.opening_hours or "",
        members=[member.extension or member.email or member.name or "" for member in row.members],
    )


def _series(version_id: UUID, row: SeriesRow) -> CustomerSeries:
    first, last = row.first or "", row.last or ""
    return CustomerSeries(
        version_id=version_id,
        row=row.row,
        first=first,
        last=last,
        count=count(first, last),
        operator=row.operator or "",
    )
