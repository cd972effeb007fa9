"""Documents, contacts, messages, fee notices."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import File, Form, UploadFile
from starlette.responses import Response

from accounts.access import CSRF
from infra.routing import Router
from infra.transitions import Cause
from kernel.errors import NOT_FOUND
from openfibre.operator_change.domain.errors import VALUE_MISSING
from openfibre.operator_change.domain.parties import Party, Segment
from openfibre.operator_change.pages.data import download
from openfibre.operator_change.pages.desk import CORRESPONDENCE, DeskDep, day_of, id_of, word_of
from openfibre.operator_change.queries.correspondence import document_file
from openfibre.operator_change.usecases.correspond import (
    NewDocument,
    agree_document,
    announce_fees,
    erase_contact,
    fees_announced,
    file_document,
    name_contact,
    write_message,
)

router = Router(prefix="/{project_id}", dependencies=[CSRF])


@router.post("/documents")
def new_document(
    desk: DeskDep,
    kind: Annotated[str, Form()] = "",
    title: Annotated[str, Form(max_length=200)] = "",
    readers: Annotated[list[str] | None, Form()] = None,
    file: Annotated[UploadFile | str, File()] = "",
) -> Response:
    """Put a document before the parties."""

    def do(cause: Cause) -> Any:
        if isinstance(file, str) or not file.filename:
            raise VALUE_MISSING.error("file")
        new = NewDocument(
            kind=kind,
            title=title,
            filename=file.filename,
            media_type="application/octet-stream",
            content=file.file.read(),
            readers=frozenset(word_of(each, Party, "readers") for each in readers or ()),
        )
        return file_document(desk.session, desk.actor, desk.project_id, new, cause=cause)

    return desk.act(CORRESPONDENCE, do)


@router.get("/documents/{document_id}")
def document(desk: DeskDep, document_id: UUID) -> Response:
    """A document's file, to keep; never opened in our own pages."""
    stored = document_file(desk.session, desk.actor, desk.project_id, document_id)
    return download(stored.content, stored.media_type, stored.name)


@router.post("/documents/{document_id}/agree")
def agree(desk: DeskDep, document_id: UUID, part: Annotated[str, Form()] = "") -> Response:
    """A party's yes."""
    return desk.act(
        CORRESPONDENCE,
        lambda cause: agree_document(
            desk.session, desk.actor, desk.project_id, document_id, part_id=id_of(part, "part"), cause=cause
        ),
    )


@router.post("/contacts")
def contact(
    desk: DeskDep,
    kind: Annotated[str, Form()] = "",
    name: Annotated[str, Form(max_length=200)] = "",
    email: Annotated[str, Form(max_length=320)] = "",
    phone: Annotated[str, Form(max_length=40)] = "",
    part: Annotated[str, Form()] = "",
) -> Response:
    """Whom to turn to."""
    return desk.act(
        CORRESPONDENCE,
        lambda cause: name_contact(
            desk.session,
            desk.actor,
            desk.project_id,
            kind=kind,
            name=name,
            email=email,
            phone=phone,
            part_id=id_of(part, "part"),
            cause=cause,
        ),
    )


@router.post("/contacts/{contact_id}/erase")
def erase(desk: DeskDep, contact_id: UUID) -> Response:
    """A contact person is no longer to stand here."""
    return desk.act(
        CORRESPONDENCE,
        lambda cause: erase_contact(desk.session, desk.actor, desk.project_id, contact_id, cause=cause),
    )


@router.post("/messages")
def message(
    desk: DeskDep, to: Annotated[str, Form()] = "", text: Annotated[str, Form(max_length=4000)] = ""
) -> Response:
    """A line to another party."""

    def do(cause: Cause) -> None:
        receiver = id_of(to, "to")
        if receiver is None:
            raise NOT_FOUND.error("to")
        write_message(desk.session, desk.actor, desk.project_id, to=receiver, text=text, cause=cause)

    return desk.act(CORRESPONDENCE, do)


@router.post("/fees")
def fees(
    desk: DeskDep,
    segment: Annotated[str, Form()] = "",
    effective_on: Annotated[str, Form()] = "",
    notice_months: Annotated[str, Form()] = "",
    part: Annotated[str, Form()] = "",
) -> Response:
    """Plan a change of fees."""
    return desk.act(
        CORRESPONDENCE,
        lambda cause: announce_fees(
            desk.session,
            desk.actor,
            desk.project_id,
            segment=word_of(segment, Segment, "segment"),
            effective_on=day_of(effective_on, "effective_on"),
            notice_months=word_of(notice_months, int, "notice_months") if notice_months else None,
            part_id=id_of(part, "part"),
            cause=cause,
        ),
    )


@router.post("/fees/{notice_id}/sent")
def sent(desk: DeskDep, notice_id: UUID) -> Response:
    """The notice has gone out."""
    return desk.act(
        CORRESPONDENCE,
        lambda cause: fees_announced(desk.session, desk.actor, desk.project_id, notice_id, cause=cause),
    )
