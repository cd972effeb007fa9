"""What lies with a case: comments of colleagues, files, the whole timeline."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import File, Form, UploadFile
from starlette.responses import Response

from accounts import repository as accounts
from accounts.access import CSRF
from delivery.pages.desk import Desk, DeskDep
from delivery.workspace.domain.file_kinds import KINDS
from delivery.workspace.queries import comments_of, files_of, whole_timeline
from delivery.workspace.usecases.comment import comment
from delivery.workspace.usecases.keep_file import keep_file, open_file, remove_file, share_file
from infra.files import LARGEST_FILE, as_download
from infra.routing import Router
from infra.templating import language_of
from kernel.errors import DomainError

router = Router(prefix="/cases/{case_id}", dependencies=[CSRF])
Words = Annotated[str, Form()]
_COMMENTS: Final = "comments"
_FILES: Final = "files"


@router.get("/comments")
def comments(desk: DeskDep) -> Response:
    """What colleagues say about the case."""
    return _comments(desk)


def _comments(desk: Desk, refusal: DomainError | None = None, status: int = 200, typed: str = "") -> Response:
    return desk.show_below(
        "planner/comments.html",
        refusal,
        status,
        tab=_COMMENTS,
        comments=comments_of(desk.session, desk.actor, desk.case_id),
        people=sorted({person.name for _, _, person in accounts.people_around(desk.session, None)}),
        typed=typed,
    )


@router.post("/comments")
def add_comment(desk: DeskDep, text: Words = "") -> Response:
    """Say something."""
    return desk.act(
        _COMMENTS,
        lambda cause: comment(desk.session, desk.actor, desk.case_id, text, cause=cause),
        show=lambda refusal, status: _comments(desk, refusal, status, text),
    )


@router.get("/files")
def files(desk: DeskDep) -> Response:
    """The files of the case."""
    return _files(desk)


def _files(desk: Desk, refusal: DomainError | None = None, status: int = 200, typed: str = "") -> Response:
    return desk.show_below(
        "planner/files.html",
        refusal,
        status,
        tab=_FILES,
        files=files_of(desk.session, desk.actor, desk.case_id),
        kinds=", ".join(KINDS),
        accept=",".join(f".{ending}" for ending in KINDS),
        largest_mb=LARGEST_FILE // 1024 // 1024,
        typed=typed,
    )


@router.post("/files")
def add_file(
    desk: DeskDep, file: Annotated[UploadFile | str, File()] = "", note: Words = "", shared: Words = ""
) -> Response:
    """Take a file in."""
    name, content = "", b""
    if not isinstance(file, str):
        # One byte more than is taken tells a file that is too large; the rest is never read.
        name, content = file.filename or "", file.file.read(LARGEST_FILE + 1)
    return desk.act(
        _FILES,
        lambda cause: keep_file(
            desk.session,
            desk.actor,
            desk.case_id,
            name=name,
            content=content,
            text=note,
            is_shared=shared == "yes",
            cause=cause,
        ),
        show=lambda refusal, status: _files(desk, refusal, status, note),
    )


@router.get("/files/{kept_id}")
def download(desk: DeskDep, kept_id: UUID) -> Response:
    """The file as it came."""
    return as_download(open_file(desk.session, desk.actor, desk.case_id, kept_id))


@router.post("/files/{kept_id}/share")
def share(desk: DeskDep, kept_id: UUID) -> Response:
    """Let the customer see it."""
    return desk.act(
        _FILES,
        lambda cause: share_file(desk.session, desk.actor, desk.case_id, kept_id, cause=cause),
        show=lambda refusal, status: _files(desk, refusal, status),
    )


@router.post("/files/{kept_id}/remove")
def remove(desk: DeskDep, kept_id: UUID, reason: Words = "") -> Response:
    """Take it away."""
    return desk.act(
        _FILES,
        lambda cause: remove_file(desk.session, desk.actor, desk.case_id, kept_id, cause=cause),
        reason,
        lambda refusal, status: _files(desk, refusal, status),
    )


@router.get("/timeline")
def timeline(desk: DeskDep, before: str = "") -> Response:
    """Who did what, and why: all of it."""
    page = whole_timeline(
        desk.session,
        desk.actor,
        desk.case_id,
        before=_instant(before),
        language=language_of(desk.request),
    )
    return desk.show_below("planner/timeline.html", tab="timeline", page=page, is_first=not before)


def _instant(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
