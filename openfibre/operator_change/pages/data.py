"""The data exchange: templates down, files up, rows out, protected files by link (KO-03)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Final
from urllib.parse import quote
from uuid import UUID

from fastapi import File, Form, Request, UploadFile
from starlette.responses import Response

from accounts.access import CSRF, PersonDep, cause_of
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render
from infra.transitions import Cause
from openfibre.operator_change.domain.columns import file_name, headings
from openfibre.operator_change.domain.errors import SEALED_GONE, VALUE_MISSING
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.gateways.write_table import CSV_TYPE, XLSX_TYPE, write_csv, write_xlsx
from openfibre.operator_change.pages.desk import DATA, DeskDep, id_of, word_of
from openfibre.operator_change.queries.data import extract
from openfibre.operator_change.usecases.correspond import give_key
from openfibre.operator_change.usecases.seal_data import fetch_sealed, make_link, upload_sealed
from openfibre.operator_change.usecases.upload_data import Parcel, upload_data

router = Router(prefix="/{project_id}", dependencies=[CSRF])
links = Router(include_in_schema=False)
_SEALED_TYPE: Final = "application/octet-stream"


def download(content: bytes, media_type: str, name: str) -> Response:
    """A file for the browser to keep."""
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=media_type, headers={"Content-Disposition": disposition})


@router.get("/template/{content}")
def template(desk: DeskDep, content: str, xlsx: bool = False, sensitive: bool = False) -> Response:
    """An empty file with the headings of the format."""
    kind: Content = word_of(content, Content, "content")
    names = headings(kind, sensitive=sensitive)
    suffix, writer, media = ("xlsx", write_xlsx, XLSX_TYPE) if xlsx else ("csv", write_csv, CSV_TYPE)
    del desk
    return download(writer(names, []), media, file_name(kind, suffix, sensitive=sensitive))


@router.post("/waves/{wave_id}/data")
def upload(
    desk: DeskDep,
    wave_id: UUID,
    way: Annotated[str, Form()] = "",
    part: Annotated[str, Form()] = "",
    sensitive: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | str, File()] = "",
) -> Response:
    """A file: `way` is its content and receivers, as `tjanstedata:TLA+TLU`."""

    def do(cause: Cause) -> Any:
        if isinstance(file, str) or not file.filename:
            raise VALUE_MISSING.error("file")
        content, _, receivers = way.partition(":")
        parcel = Parcel(
            content=word_of(content, Content, "way"),
            receivers=frozenset(word_of(each, Party, "way") for each in receivers.split("+")),
            filename=file.filename,
            data=file.file.read(),
            part_id=id_of(part, "part"),
        )
        take = upload_sealed if sensitive else upload_data
        return take(desk.session, desk.actor, wave_id, parcel, cause=cause)

    return desk.act(DATA, do)


@router.get("/data/{data_set_id}")
def fetch(desk: DeskDep, data_set_id: UUID, xlsx: bool = False) -> Response:
    """The rows of a file that one may have."""
    found = extract(desk.session, desk.actor, desk.project_id, data_set_id)
    suffix, writer, media = ("xlsx", write_xlsx, XLSX_TYPE) if xlsx else ("csv", write_csv, CSV_TYPE)
    return download(writer(found.heading, found.rows), media, file_name(found.content, suffix))


@router.post("/key")
def key(desk: DeskDep, age_recipient: Annotated[str, Form(max_length=4000)] = "") -> Response:
    """The public key that protected files are sealed for."""
    return desk.act(
        DATA, lambda cause: give_key(desk.session, desk.actor, desk.project_id, age_recipient, cause=cause)
    )


@router.post("/sealed/{sealed_id}/link")
def link(desk: DeskDep, sealed_id: UUID) -> Response:
    """A link to a protected file, shown once. Its day is counted on the machine's clock."""
    cause = cause_of(desk.actor, datetime.now(UTC))
    made = make_link(desk.session, desk.actor, sealed_id, cause=cause)
    return render(desk.request, "operator_change/link.html", made=made, project_id=desk.project_id)


@links.get("/sealed/{token}")
def sealed(request: Request, session: SessionDep, actor: PersonDep, token: str) -> Response:
    """The protected file of a link, logged. One that has ended is told so, and that too is logged."""
    found = fetch_sealed(session, actor, token, cause=cause_of(actor, datetime.now(UTC)))
    if found is None or found.content is None:
        return render(request, "operator_change/gone.html", 404, code=SEALED_GONE.code)
    return download(found.content, _SEALED_TYPE, found.name)
