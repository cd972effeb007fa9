"""What partner and planners say to each other about a case (PA-01)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from delivery.queries import CommentLine, comment_line, comments_of_case
from delivery.usecases.add_comment import add_comment
from infra.brief import brief
from infra.clock import current
from infra.db import unit_of_work
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, page_of_rows, resource
from infra.routing import Router

router = Router(prefix="/api/v1/delivery-cases/{case_id}/comments", tags=["comments"])
READ = Annotated[Actor, needs("cases:read")]
WRITE = Annotated[Actor, needs("cases:write")]


class NewComment(BaseModel):
    """What you want to say."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=4000, examples=["Kunden vill flytta växeltelefonisten sist."])


class Comment(BaseModel):
    """A comment. It stands as it was written, so nothing can be done with it."""

    id: UUID
    case_id: UUID
    text: str
    by: str
    side: str = Field(description="`partner` or `planner`")
    at: datetime
    allowed_actions: list[str] = []


class CommentPage(BaseModel):
    """A page of comments; `next_cursor` is null on the last."""

    items: list[Comment]
    next_cursor: str | None


def _comment(line: CommentLine) -> Comment:
    return Comment(id=line.id, case_id=line.case_id, text=line.text, by=line.by, side=line.side, at=line.at)


@router.post("", status_code=201, response_model=Comment, summary="Comment on a case")
@brief
def say(
    request: Request, actor: WRITE, case_id: UUID, said: NewComment, key: IdempotencyKey = None
) -> Response:
    """The planners read it in the case's timeline; your feed tells of it too.

    Raises `REASON_REQUIRED`.
    """
    with unit_of_work() as session:
        now = current(session)

        def run() -> tuple[int, Any, dict[str, str]]:
            made = add_comment(session, actor, case_id, said.text, cause=cause_of(actor, now))
            return 201, _comment(made), {"Location": f"{request.scope['path']}/{made.id}"}

        return answer_once(session, actor, request, said, key, run)


@router.get("", response_model=CommentPage, summary="Comments on a case")
@brief
def list_(
    actor: READ,
    case_id: UUID,
    fields: Fields = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: UUID | None = None,
) -> Response:
    """Oldest first. The planners' notes to themselves are not among them."""
    with unit_of_work() as session:
        found = comments_of_case(session, actor, case_id, after=cursor, limit=limit + 1)
    return page_of_rows(found, limit, _comment, Comment, fields)


@router.get("/{comment_id}", response_model=Comment, responses=TAGGED, summary="One comment")
@brief
def read(request: Request, actor: READ, case_id: UUID, comment_id: UUID, fields: Fields = "") -> Response:
    """404 for a comment on a case that is not yours."""
    with unit_of_work() as session:
        found = comment_line(session, actor, case_id, comment_id)
    return resource(request, _comment(found), fields)
