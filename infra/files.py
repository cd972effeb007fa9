"""Files, kept in PostgreSQL so that a file and what refers to it are stored or lost together."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Final
from urllib.parse import quote
from uuid import UUID

from sqlmodel import Field, Session, SQLModel, select
from starlette.responses import Response

from infra.columns import blob, id_field, instant
from kernel.errors import NOT_FOUND, ErrorKind, spec

LARGEST_FILE: Final = 20 * 1024 * 1024

FILE_TOO_LARGE = spec(
    "FILE_TOO_LARGE",
    ErrorKind.TOO_LARGE,
    sv="Filen {name} är för stor: högst {limit_mb} MB tas emot. Inget har sparats.",
    en="The file {name} is too large: at most {limit_mb} MB are taken. Nothing has been stored.",
)


class StoredFile(SQLModel, table=True):
    """A file as it came. Never changed: a new version is a new row."""

    __tablename__ = "stored_file"

    id: UUID = id_field()
    name: str = Field(max_length=255)
    media_type: str = Field(max_length=120)
    size: int
    sha256: str = Field(max_length=64)
    content: bytes = blob()
    case_id: UUID | None = Field(default=None, index=True)
    uploaded_by: str = Field(max_length=200)
    at: datetime = instant()


def store_file(
    session: Session,
    *,
    name: str,
    media_type: str,
    content: bytes,
    case_id: UUID | None,
    uploaded_by: str,
    now: datetime,
) -> StoredFile:
    """Keep a file. Raises `FILE_TOO_LARGE` above 20 MB."""
    if len(content) > LARGEST_FILE:
        raise FILE_TOO_LARGE.error("file", name=name, limit_mb=LARGEST_FILE // 1024 // 1024)
    stored = StoredFile(
        name=name[-255:],
        media_type=media_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        case_id=case_id,
        uploaded_by=uploaded_by,
        at=now,
    )
    session.add(stored)
    session.flush()
    return stored


def load_file(session: Session, file_id: UUID) -> StoredFile:
    """Fetch a file. Raises `NOT_FOUND`; whether the caller may see it is the caller's question."""
    stored = session.get(StoredFile, file_id)
    if stored is None:
        raise NOT_FOUND.error()
    return stored


def same_file(session: Session, case_id: UUID, sha256: str, name: str) -> UUID | None:
    """The id of a file of a case that has the same bytes and name; None when there is none."""
    return session.exec(
        select(StoredFile.id).where(
            StoredFile.case_id == case_id, StoredFile.sha256 == sha256, StoredFile.name == name[-255:]
        )
    ).first()


def as_download(stored: StoredFile) -> Response:
    """To be saved, never to be shown as a page of ours: what somebody uploaded must not run here."""
    name = quote(stored.name, safe="")
    headers = {
        "Content-Disposition": f"attachment; filename=\"fil\"; filename*=UTF-8''{name}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return Response(stored.content, media_type=stored.media_type, headers=headers)
