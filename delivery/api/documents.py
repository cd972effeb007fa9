"""Files of a case for partners (PA-01): left with it, read, fetched. Mandates have documents of their own."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import File, Form, Request, UploadFile
from pydantic import BaseModel, Field
from starlette.responses import Response

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from delivery import repository
from delivery.api.shapes import Cursor, Limit, download, downloads
from delivery.workspace.domain.file_kinds import KINDS
from delivery.workspace.models import CaseFile
from delivery.workspace.queries.files import document_of_case, documents_of_case
from delivery.workspace.usecases.keep_file import keep_file, open_file
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, page_of_rows, resource
from infra.routing import Router

router = Router(prefix="/api/v1/delivery-cases/{case_id}/documents", tags=["documents"])
READ = Annotated[Actor, needs("mandates:read")]
WRITE = Annotated[Actor, needs("mandates:write")]


class CaseDocument(BaseModel):
    """A file that lies with a case. It stands as it came, so nothing can be done with it but to fetch it."""

    id: UUID
    case_id: UUID
    name: str
    media_type: str
    size: int = Field(description="Bytes.")
    note: str
    by: str
    is_yours: bool = Field(description="Left by a partner; else shared by the operator.")
    is_shared: bool = Field(description="The customer sees it too.")
    at: datetime
    allowed_actions: list[str] = []


class CaseDocumentPage(BaseModel):
    """A page of documents; `next_cursor` is null on the last."""

    items: list[CaseDocument]
    next_cursor: str | None


def _document(row: CaseFile) -> CaseDocument:
    alike = ("id", "case_id", "name", "media_type", "size", "note", "by", "is_shared", "at")
    return CaseDocument(is_yours=row.is_partners, **{name: getattr(row, name) for name in alike})


@router.get("", response_model=CaseDocumentPage, summary="The documents of a case")
def list_(
    session: SessionDep,
    actor: READ,
    case_id: UUID,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Oldest first: those you left, and those that the operator has shared."""
    found = documents_of_case(session, actor, case_id, after=cursor, limit=limit + 1)
    return page_of_rows(found, limit, _document, CaseDocument, fields)


@router.post("", status_code=201, response_model=CaseDocument, summary="Leave a document with a case")
def leave(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    case_id: UUID,
    file: Annotated[UploadFile, File(description="At most 20 MB; PDF, pictures, office files, mail, text.")],
    note: Annotated[str, Form(max_length=1000)] = "",
    key: IdempotencyKey = None,
) -> Response:
    """The planners see it; the customer does once they share it.

    Raises `FILE_KIND_REFUSED`, `FILE_MISSING`, `FILE_TOO_LARGE`.
    """
    name, content = file.filename or "", file.file.read()
    print_ = {"name": name, "note": note, "sha256": hashlib.sha256(content).hexdigest()}
    repository.case_subject(session, actor, case_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        cause = cause_of(actor, now)
        kept = keep_file(session, actor, case_id, name=name, content=content, text=note, cause=cause)
        return 201, _document(kept), {"Location": f"{request.url.path}/{kept.id}"}

    return answer_once(session, actor, request, print_, key, run)


@router.get("/{document_id}", response_model=CaseDocument, responses=TAGGED, summary="One document of a case")
def read(
    request: Request, session: SessionDep, actor: READ, case_id: UUID, document_id: UUID, fields: Fields = ""
) -> Response:
    """404 for one that is not yours to see."""
    return resource(request, _document(document_of_case(session, actor, case_id, document_id)), fields)


@router.get(
    "/{document_id}/content",
    response_class=Response,
    responses=downloads(*{each.media_type: None for each in KINDS.values()}),
    summary="The file of a document",
)
def content(session: SessionDep, actor: READ, case_id: UUID, document_id: UUID) -> Response:
    """As it was left, to be saved."""
    return download(open_file(session, actor, case_id, document_id))
