"""Keep an uploaded file as a version, check it, and store what it holds if it holds no fault (CU-02, CU-03)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.customer_data import repository as lists
from delivery.customer_data.check_file import ReadFile, read_file
from delivery.customer_data.domain.check import STANDARD_RULES, CheckResult
from delivery.customer_data.domain.check_users import Rules
from delivery.customer_data.domain.codes import Issue
from delivery.customer_data.domain.headers import Memory, WorkbookMapping
from delivery.customer_data.domain.mapping import as_json
from delivery.customer_data.progress import UNWATCHED, Progress
from delivery.customer_data.usecases.store_rows import check_and_store
from delivery.domain.errors import DATA_FROZEN
from delivery.domain.states import DATA, CaseState, DataEvent, DataState
from delivery.models import CustomerDataVersion, DeliveryCase
from infra.collector import collector_rests
from infra.files import same_file, store_file
from infra.sandboxes import refuses_fiction
from infra.transitions import Cause, move

_MEDIA_TYPE: Final = "application/octet-stream"
_MOST_ISSUES_KEPT: Final = 1_000


@dataclass(frozen=True, slots=True)
class Taken:
    """The version that an upload led to. `is_news` is false when it was there already and nothing changed."""

    version: CustomerDataVersion
    is_news: bool


def upload_customer_data(
    session: Session, actor: Actor, case_id: UUID, *, filename: str, content: bytes, cause: Cause
) -> CustomerDataVersion:
    """The version that an upload led to, at once, however large the file is."""
    return take_in(session, actor, case_id, filename=filename, content=content, cause=cause).version


def take_in(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    filename: str,
    content: bytes,
    mapping: WorkbookMapping | None = None,
    cause: Cause,
) -> Taken:
    """A new version, faulty or clean. Two uploads at once become two versions, in the order they came.

    Nothing is half-imported: rows are stored only when the file has no error; the file itself always is. The
    same file again, or another that holds just the same, changes nothing. Raises `DATA_FROZEN` once the move
    has been asked for.
    """
    case = repository.case(session, actor, case_id)
    # Before the lock: a slow file must not hold it.
    read = read_with(lists.memory(session, case.customer_id), content, filename, mapping=mapping)
    return keep(
        session,
        repository.case(session, actor, case_id, lock=True),
        read,
        filename=filename,
        content=content,
        cause=cause,
    )


def read_with(
    memory: Memory,
    content: bytes,
    filename: str,
    *,
    mapping: WorkbookMapping | None = None,
    progress: Progress = UNWATCHED,
) -> ReadFile:
    """Read a file with what the customer's people have said of their headings."""
    with collector_rests():
        return read_file(content, filename, mapping=mapping, memory=memory, progress=progress)


def keep(
    session: Session,
    case: DeliveryCase,
    read: ReadFile,
    *,
    filename: str,
    content: bytes,
    cause: Cause,
    progress: Progress = UNWATCHED,
) -> Taken:
    """Check a file and make a version of it. The case is locked: what is compared with is what stands."""
    if case.state is not CaseState.FORBEREDELSER:
        raise DATA_FROZEN.error()
    known = repository.versions(session, [case.id])
    newest = known[0] if known and known[0].state is not DataState.SUPERSEDED else None
    made = CustomerDataVersion(
        case_id=case.id,
        customer_id=case.customer_id,
        partner_id=case.partner_id,
        number=(known[0].number if known else 0) + 1,
        filename=filename,
        sha256=hashlib.sha256(content).hexdigest(),
        mapping=as_json(read.mapping),
        outline=read.outline(),
        uploaded_by=cause.name,
        uploaded_at=cause.now,
    )
    if newest and (newest.sha256, newest.mapping) == (made.sha256, made.mapping):
        return Taken(newest, is_news=False)
    made.file_id = keep_file(session, case.id, filename, content, cause)
    session.add(made)
    result = _check_into(session, made, read, newest, progress)
    if newest and made.content_key and made.content_key == newest.content_key:
        session.delete(made)
        return Taken(newest, is_news=False)
    system = cause.as_role("system")
    move(session, made, DATA, DataEvent.PASS if result.ok else DataEvent.FIND_FAULTS, system)
    if result.ok:
        case.size = len(result.users)
    return Taken(made, is_news=True)


def _check_into(
    session: Session,
    made: CustomerDataVersion,
    read: ReadFile,
    newest: CustomerDataVersion | None,
    progress: Progress,
) -> CheckResult:
    """Check, with the rows stored meanwhile; take them out again if there is a fault, or nothing new."""
    session.flush()
    standards, read_rows = rules(), read.rows
    with collector_rests(), session.begin_nested() as rows:
        stored = check_and_store(session, made.id, lambda take: read.check(standards, take), progress)
        result = stored.result
        progress.checked(read_rows)
        key = stored.content_key if result.ok else ""
        if not result.ok or (newest and newest.content_key == key):
            rows.rollback()
    made.content_key = key
    made.counts = _counts(result)
    made.issues = [_issue(each) for each in _first(result)]
    return result


def keep_file(session: Session, case_id: UUID, filename: str, content: bytes, cause: Cause) -> UUID:
    """Keep a file, once however often it comes. Raises `FILE_TOO_LARGE` above 20 MB."""
    found = same_file(session, case_id, hashlib.sha256(content).hexdigest(), filename)
    if found is not None:
        return found
    return store_file(
        session,
        name=filename,
        media_type=_MEDIA_TYPE,
        content=content,
        case_id=case_id,
        uploaded_by=cause.name,
        now=cause.now,
    ).id


def rules() -> Rules:
    """What files are checked by here: numbers set apart for fiction pass everywhere but in production."""
    return replace(STANDARD_RULES, production=refuses_fiction())


def _counts(result: CheckResult) -> dict[str, int]:
    errors = len(result.errors)
    return {
        "users": len(result.users),
        "groups": len(result.groups),
        "series": len(result.series),
        "numbers": result.numbers,
        "errors": errors,
        "warnings": len(result.issues) - errors,
    }


def _first(result: CheckResult) -> list[Issue]:
    """The findings that are kept and shown, errors before warnings when there are too many of both."""
    if len(result.issues) <= _MOST_ISSUES_KEPT:
        return list(result.issues)
    return [*result.errors, *result.warnings][:_MOST_ISSUES_KEPT]


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
