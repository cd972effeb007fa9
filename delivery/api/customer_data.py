"""A customer's lists for partners (PA-01, CU-02, CU-03): sent as a file or as rows, checked, compared, signed off.

A partner sends and asks; who signs is the customer.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import File, Request, UploadFile
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from delivery import repository
from delivery.api.customer_data_checks import ListValidation, validation_of
from delivery.api.customer_data_shapes import (
    CustomerData,
    DataImport,
    DataVersion,
    DataVersionPage,
    ListRows,
    import_of,
    may_upload,
    version_of,
)
from delivery.api.shapes import Asked, Asking, Cursor, Limit
from delivery.customer_data.models import CustomerDataImport
from delivery.customer_data.queries import import_line, running_imports
from delivery.customer_data.usecases.begin_import import begin_import
from delivery.customer_data.usecases.take_rows import check_rows, take_rows
from delivery.customer_data.usecases.upload_customer_data import Taken
from delivery.domain.states import DataState
from delivery.queries.data_versions import data_version, data_versions, difference_to, newest_version
from delivery.usecases.ask_to_sign import ask_for_sign_off
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, IfMatch, page_of_rows, refuse_stale, resource
from infra.routing import Router

router = Router(prefix="/api/v1/delivery-cases/{case_id}/customer-data", tags=["customer data"])
READ = Annotated[Actor, needs("customer-data:read")]
WRITE = Annotated[Actor, needs("customer-data:write")]

_CREATED, _OK, _ACCEPTED = 201, 200, 202
TAKEN: Final[dict[int | str, dict[str, Any]]] = {
    200: {"model": DataVersion, "description": "Nothing new: the version that holds just this already"},
    202: {"model": DataImport, "description": "Large: a worker reads it; follow the import"},
}


def _standing(session: Session, actor: Actor, case_id: UUID) -> CustomerData:
    case = repository.case(session, actor, case_id)
    newest, signed = newest_version(session, case_id), repository.signed_version(session, case_id)
    return CustomerData(
        case_id=case_id,
        newest=version_of(newest) if newest else None,
        signed=version_of(signed) if signed else None,
        imports=[import_id for import_id, _ in running_imports(session, case_id)],
        allowed_actions=may_upload(case.state),
    )


def refuse_stale_lists(session: Session, actor: Actor, case_id: UUID, if_match: str | None) -> None:
    """Hold the case, and refuse what was written upon lists that have changed since."""
    if if_match is not None:
        repository.case(session, actor, case_id, lock=True)
        refuse_stale(if_match, _standing(session, actor, case_id))


def outcome_of(
    session: Session, actor: Actor, case_id: UUID, outcome: Taken | CustomerDataImport
) -> tuple[int, Any, dict[str, str]]:
    """What is answered when lists have been sent: the version they made or are, or the import that makes it."""
    base = router.prefix.format(case_id=case_id)
    if isinstance(outcome, CustomerDataImport):
        line = import_line(session, actor, case_id, outcome.id)
        place = {"Location": f"{base}/imports/{outcome.id}"}
        return _ACCEPTED, import_of(case_id, line, actor.language), place
    status = _CREATED if outcome.is_news else _OK
    return status, version_of(outcome.version), {"Location": f"{base}/versions/{outcome.version.id}"}


@router.get("", response_model=CustomerData, responses=TAGGED, summary="How the lists of a case stand")
def standing(
    request: Request, session: SessionDep, actor: READ, case_id: UUID, fields: Fields = ""
) -> Response:
    """What is signed off, what came last. Its ETag guards the sending of lists. 404 for a case that is not yours."""
    return resource(request, _standing(session, actor, case_id), fields)


@router.get("/versions", response_model=DataVersionPage, summary="The versions of the lists")
def versions(
    session: SessionDep,
    actor: READ,
    case_id: UUID,
    state: DataState | None = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Oldest first, a page at a time."""
    found = data_versions(session, actor, case_id, state=state, after=cursor, limit=limit + 1)
    return page_of_rows(found, limit, version_of, DataVersion, fields)


@router.get(
    "/versions/{version_id}", response_model=DataVersion, responses=TAGGED, summary="One version of the lists"
)
def version(
    request: Request, session: SessionDep, actor: READ, case_id: UUID, version_id: UUID, fields: Fields = ""
) -> Response:
    """Whether it is signed off, by whom and when. 404 for one of a case that is not yours."""
    return resource(request, version_of(data_version(session, actor, case_id, version_id)), fields)


@router.post(
    "/versions",
    status_code=_CREATED,
    response_model=DataVersion,
    responses=TAKEN,
    summary="Upload a workbook or a table",
)
def upload(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    case_id: UUID,
    file: Annotated[UploadFile, File(description="xlsx, xls, ods or CSV; at most 20 MB.")],
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Checked whole and kept as a version, faulty or clean; its faults are told row by row under `issues`.

    Nothing is half-imported, and nothing holds before the customer has signed it off. Files above 256 kB are read by a
    worker (202). Raises `DATA_FROZEN`, `FILE_TOO_LARGE`, `CHANGED_SINCE_READ`.
    """
    name, content = file.filename or "file", file.file.read()
    print_ = {"filename": name, "sha256": hashlib.sha256(content).hexdigest()}
    repository.case_subject(session, actor, case_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        refuse_stale_lists(session, actor, case_id, if_match)
        cause = cause_of(actor, now)
        outcome = begin_import(session, actor, case_id, filename=name[-255:], content=content, cause=cause)
        return outcome_of(session, actor, case_id, outcome)

    return answer_once(session, actor, request, print_, key, run)


@router.post(
    "/rows",
    status_code=_CREATED,
    response_model=DataVersion,
    responses={200: TAKEN[200]},
    summary="Send the lists as rows",
)
def send_rows(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    case_id: UUID,
    rows: ListRows,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """The same as a file, from a program. What is wrong stands under the version's `issues`, by `place`.

    Raises `DATA_FROZEN`, `CHANGED_SINCE_READ`.
    """
    repository.case_subject(session, actor, case_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        refuse_stale_lists(session, actor, case_id, if_match)
        taken = take_rows(session, actor, case_id, rows.by_kind(), cause=cause_of(actor, now))
        return outcome_of(session, actor, case_id, taken)

    return answer_once(session, actor, request, rows, key, run)


@router.post("/validations", summary="Dry-run the lists as rows")
def validate(session: SessionDep, actor: READ, case_id: UUID, rows: ListRows) -> ListValidation:
    """The same code with nothing stored: every finding, and what would change for the users."""
    result = check_rows(session, actor, case_id, rows.by_kind())
    compared_with, difference = difference_to(session, case_id, result.users)
    return validation_of(result, compared_with, difference, actor.language)


@router.post(
    "/versions/{version_id}/sign-off-requests",
    status_code=_ACCEPTED,
    response_model=Asked,
    summary="Ask the customer to sign a version off",
)
def ask(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    case_id: UUID,
    version_id: UUID,
    asking: Asking,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Everybody who signs for the customer gets a mail with a link to it, at most once a day.

    Raises `ILLEGAL_TRANSITION` for a version with faults, `NOBODY_TO_SIGN`, `SIGNATURE_ASKED_TODAY`, `DATA_FROZEN`.
    """
    data_version(session, actor, case_id, version_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        if if_match is not None:
            repository.case(session, actor, case_id, lock=True)
            refuse_stale(if_match, version_of(data_version(session, actor, case_id, version_id)))
        people = ask_for_sign_off(
            session, actor, case_id, version_id, cause=cause_of(actor, now, asking.words)
        )
        return _ACCEPTED, Asked(people=people, at=now), {}

    return answer_once(session, actor, request, asking, key, run)
