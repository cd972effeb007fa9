"""Mandates for partners (PA-01, CU-05): made, put before the customer, filed when signed on paper, taken back."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import File, Form, Query, Request, UploadFile
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from delivery.api.mandate_shapes import MandateOrder, MandatePage, PortingMandate, mandate_of
from delivery.api.shapes import Asked, Asking, Cursor, Limit, Reason, download, downloads
from delivery.usecases.ask_to_sign import ask_for_signature
from delivery.usecases.order_mandate import order_mandate
from infra.clock import NowDep
from infra.db import SessionDep
from infra.files import load_file
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, IfMatch, page_of_rows, refuse_stale, resource
from infra.routing import Router
from kernel.errors import NOT_FOUND
from portingsvc import repository
from portingsvc.domain.states import MandateState
from portingsvc.queries import MandateFilter, MandateRow, mandate_rows
from portingsvc.usecases.file_mandate import SignedPaper, file_mandate
from portingsvc.usecases.mandates import revoke_mandate, text_on_paper

router = Router(prefix="/api/v1/mandates", tags=["mandates"])
READ = Annotated[Actor, needs("mandates:read")]
WRITE = Annotated[Actor, needs("mandates:write")]
PDF = "application/pdf"


def _row(session: Session, actor: Actor, mandate_id: UUID) -> MandateRow:
    found = mandate_rows(session, actor.partner_ids, 1, MandateFilter(mandate_id=mandate_id))
    if not found:
        raise NOT_FOUND.error()
    return found[0]


def _own(session: Session, actor: Actor, mandate_id: UUID, if_match: str | None = None) -> PortingMandate:
    """The mandate, when it is the caller's, and when it still is what the caller read. Then it is held."""
    shown = mandate_of(_row(session, actor, mandate_id))
    if if_match is not None:
        repository.lock_mandate(session, mandate_id)
        shown = mandate_of(_row(session, actor, mandate_id))
        refuse_stale(if_match, shown)
    return shown


@router.get("", response_model=MandatePage, summary="List your mandates")
def list_(
    session: SessionDep,
    actor: READ,
    case_id: UUID | None = None,
    customer_id: UUID | None = None,
    donor: Annotated[str | None, Query(max_length=20)] = None,
    state: MandateState | None = None,
    number: Annotated[str | None, Query(max_length=20, examples=["+46701740605"])] = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Oldest first, a page at a time. Filters narrow together; `number` is one that the mandate covers, E.164."""
    wanted = MandateFilter(None, case_id, customer_id, donor, state, number, cursor)
    found = mandate_rows(session, actor.partner_ids, limit + 1, wanted)
    return page_of_rows(found, limit, mandate_of, PortingMandate, fields, key=lambda row: row.mandate.id)


@router.post(
    "", status_code=201, response_model=PortingMandate, responses={404: {}}, summary="Make a mandate"
)
def make(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    order: MandateOrder,
    key: IdempotencyKey = None,
) -> Response:
    """It waits for its signature: ask for it, or file the paper.

    Raises `MANDATE_FOR_ONE`, `NUMBER_REFUSED`, `DONOR_UNKNOWN`, `OWNER_ID_WRONG`.
    """

    def run() -> tuple[int, Any, dict[str, str]]:
        made = order_mandate(session, actor, order.asked(), cause=cause_of(actor, now))
        session.flush()
        return 201, _own(session, actor, made.id), {"Location": f"{router.prefix}/{made.id}"}

    return answer_once(session, actor, request, order, key, run)


@router.get("/{mandate_id}", response_model=PortingMandate, responses=TAGGED, summary="One mandate")
def read(
    request: Request, session: SessionDep, actor: READ, mandate_id: UUID, fields: Fields = ""
) -> Response:
    """Which numbers it covers, who has signed it, until when it holds. 404 for one that is not yours."""
    return resource(request, _own(session, actor, mandate_id), fields)


@router.get(
    "/{mandate_id}/paper",
    response_class=Response,
    responses=downloads(PDF),
    summary="A mandate to sign on paper",
)
def paper(session: SessionDep, actor: READ, mandate_id: UUID) -> Response:
    """The text with room for the signatures. It holds from the day it is signed; file it as `document`."""
    row = _row(session, actor, mandate_id).mandate
    headers = {"Content-Disposition": f'attachment; filename="fullmakt-{row.donor.lower()}.pdf"'}
    return Response(text_on_paper(row), media_type=PDF, headers=headers)


@router.get(
    "/{mandate_id}/document",
    response_class=Response,
    responses=downloads(PDF),
    summary="The signed document of a mandate",
)
def document(session: SessionDep, actor: READ, mandate_id: UUID) -> Response:
    """With the evidence of each signature, or as it was filed. 404 until it is signed."""
    row = _row(session, actor, mandate_id).mandate
    if row.document_id is None:
        raise NOT_FOUND.error()
    return download(load_file(session, row.document_id))


@router.post(
    "/{mandate_id}/document", response_model=PortingMandate, summary="File a mandate signed on paper"
)
def file_paper(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    mandate_id: UUID,
    file: Annotated[UploadFile, File(description="The scan, as a PDF of at most 20 MB.")],
    signed_by: Annotated[str, Form(min_length=1, max_length=200, examples=["Tove Exempelsson"])],
    signed_on: Annotated[date, Form(examples=["2027-01-15"])],
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """It counts as signed from now on, and holds for 92 days from `signed_on`. You answer for what you file.

    `signed_by` are first and last names as on the paper, two with a comma between. Raises `DOCUMENT_NOT_PDF`,
    `SIGNATORIES_MISSING`, `SIGNED_ON_WRONG`, `FILE_TOO_LARGE`, `ILLEGAL_TRANSITION` once it is signed.
    """
    _own(session, actor, mandate_id)
    scan = SignedPaper(signed_by, signed_on, file.filename or "fullmakt.pdf", file.file.read())
    print_ = {"by": signed_by, "on": str(signed_on), "sha256": hashlib.sha256(scan.content).hexdigest()}

    def run() -> tuple[int, Any, dict[str, str]]:
        _own(session, actor, mandate_id, if_match)
        file_mandate(session, mandate_id, scan, cause_of(actor, now))
        return 200, _own(session, actor, mandate_id), {}

    return answer_once(session, actor, request, print_, key, run)


@router.post(
    "/{mandate_id}/signature-requests",
    status_code=202,
    response_model=Asked,
    summary="Ask the customer to sign a mandate",
)
def ask(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    mandate_id: UUID,
    asking: Asking,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Everybody who signs for the customer gets a mail with a link to it, at most once a day.

    Raises `NOBODY_TO_SIGN`, also for a mandate of no case; `SIGNATURE_ASKED_TODAY`, `ILLEGAL_TRANSITION`.
    """
    _own(session, actor, mandate_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        _own(session, actor, mandate_id, if_match)
        mandate = _row(session, actor, mandate_id).mandate
        people = ask_for_signature(session, actor, mandate, cause=cause_of(actor, now, asking.words))
        return 202, Asked(people=people, at=now), {}

    return answer_once(session, actor, request, asking, key, run)


@router.post("/{mandate_id}/revocation", response_model=PortingMandate, summary="Take a mandate back")
def revoke(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    mandate_id: UUID,
    why: Reason,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """Orders under it that no donor has yet are cancelled; what is at a donor goes on. Raises `ILLEGAL_TRANSITION`.

    Also raises `REQUEST_ON_ITS_WAY`.
    """
    _own(session, actor, mandate_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        _own(session, actor, mandate_id, if_match)
        revoke_mandate(session, mandate_id, cause_of(actor, now, why.reason))
        return 200, _own(session, actor, mandate_id), {}

    return answer_once(session, actor, request, why, key, run)
