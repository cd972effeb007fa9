"""The calls that a partner's programs made, found by their id."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from infra.routing import Router
from partners import queries
from partners.pages.desk import DeskDep

router = Router(prefix="/calls")


@router.get("")
def list_(desk: DeskDep, q: Annotated[str, Query(max_length=60)] = "", refused: bool = False) -> Response:
    """The newest hundred; one by its `X-Request-Id`; those that were refused."""
    lines = queries.list_calls(
        desk.session, desk.actor, request_id=q.replace("\x00", ""), only_refused=refused
    )
    return desk.show("calls", lines=lines, q=q, refused=refused)
