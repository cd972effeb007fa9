"""What stands in a version of a customer's lists: rows, findings, what it changes, its file."""

from __future__ import annotations

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Query
from starlette.responses import Response

from accounts.access import needs
from accounts.domain.actor import Actor
from delivery.api.customer_data_checks import DataChange, DataDifference, changes_of, issues_of
from delivery.api.customer_data_shapes import (
    DataIssue,
    DataIssuePage,
    ListedGroup,
    ListedGroupPage,
    ListedSeries,
    ListedSeriesPage,
    ListedUser,
    ListedUserPage,
    group_of,
    series_of,
    user_of,
)
from delivery.api.shapes import Cursor, Limit, download, downloads
from delivery.customer_data.domain.codes import Code, Severity
from delivery.customer_data.usecases.marked_copy import marked_copy
from delivery.queries.data_versions import (
    UserFilter,
    data_version,
    difference_of,
    listed_groups,
    listed_series,
    listed_users,
)
from infra.db import SessionDep
from infra.files import load_file
from infra.resources import Fields, chosen_fields, page, page_of_rows
from infra.routing import Router
from kernel.errors import NOT_FOUND

router = Router(
    prefix="/api/v1/delivery-cases/{case_id}/customer-data/versions/{version_id}", tags=["customer data"]
)
READ = Annotated[Actor, needs("customer-data:read")]
Place = Annotated[int, Query(ge=-1, le=1_000_000, description="`next_cursor` of the page before.")]
Text = Annotated[str | None, Query(max_length=320)]
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/issues", response_model=DataIssuePage, summary="The findings of a version, row by row")
def issues(
    session: SessionDep,
    actor: READ,
    case_id: UUID,
    version_id: UUID,
    severity: Severity | None = None,
    code: Code | None = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Place = -1,
) -> Response:
    """What happened, what it means, what to do. The first thousand are kept; the version's counts are of all."""
    found = issues_of(data_version(session, actor, case_id, version_id), actor.language)
    wanted = [
        (place, each)
        for place, each in enumerate(found)
        if place > cursor and severity in (None, each.severity) and code in (None, each.code)
    ]
    following = str(wanted[limit - 1][0]) if len(wanted) > limit else None
    return page([each for _, each in wanted[:limit]], following, DataIssue, fields)


@router.get("/users", response_model=ListedUserPage, summary="The users of a version")
def users(
    session: SessionDep,
    actor: READ,
    case_id: UUID,
    version_id: UUID,
    email: Text = None,
    number: Annotated[str | None, Query(max_length=20, examples=["+46701740605"])] = None,
    department: Text = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """In the order of the list. None for a version with faults: nothing of it is stored."""
    data_version(session, actor, case_id, version_id)
    wanted = UserFilter(email, number, department)
    found = listed_users(session, version_id, wanted, after=cursor, limit=limit + 1)
    return page_of_rows(found, limit, user_of, ListedUser, fields)


@router.get("/groups", response_model=ListedGroupPage, summary="The answer groups of a version")
def groups(
    session: SessionDep,
    actor: READ,
    case_id: UUID,
    version_id: UUID,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """In the order of the list."""
    data_version(session, actor, case_id, version_id)
    found = listed_groups(session, version_id, after=cursor, limit=limit + 1)
    return page_of_rows(found, limit, group_of, ListedGroup, fields)


@router.get("/series", response_model=ListedSeriesPage, summary="The number series of a version")
def series(
    session: SessionDep,
    actor: READ,
    case_id: UUID,
    version_id: UUID,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """In the order of the list."""
    data_version(session, actor, case_id, version_id)
    found = listed_series(session, version_id, after=cursor, limit=limit + 1)
    return page_of_rows(found, limit, series_of, ListedSeries, fields)


@router.get("/difference", response_model=DataDifference, summary="What a version changes")
def difference(
    session: SessionDep,
    actor: READ,
    case_id: UUID,
    version_id: UUID,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Place = -1,
) -> Response:
    """Against the signed version; before there is any, the latest without faults. `fields` chooses among items'."""
    version = data_version(session, actor, case_id, version_id)
    found = difference_of(session, version)
    changes = changes_of(found)
    counts = {kind: sum(each.change == kind for each in changes) for kind in ("added", "changed", "removed")}
    end = cursor + 1 + limit
    shown = DataDifference(
        compared_with=found.compared_with,
        **counts,
        unchanged_users=found.users.unchanged,
        items=changes[cursor + 1 : end],
        next_cursor=str(end - 1) if len(changes) > end else None,
    )
    chosen = chosen_fields(DataChange, fields=fields)
    include: dict[str, Any] | None = None
    if chosen:
        include = {**dict.fromkeys(DataDifference.model_fields, True), "items": {"__all__": chosen}}
    return Response(shown.model_dump_json(include=include), media_type="application/json")


@router.get(
    "/file",
    response_class=Response,
    responses=downloads("application/octet-stream"),
    summary="A version's file as it came",
)
def file(session: SessionDep, actor: READ, case_id: UUID, version_id: UUID) -> Response:
    """Rows that came as JSON are a workbook on our template."""
    version = data_version(session, actor, case_id, version_id)
    if version.file_id is None:
        raise NOT_FOUND.error()
    return download(load_file(session, version.file_id))


@router.get(
    "/marked-file",
    response_class=Response,
    responses=downloads(XLSX),
    summary="A version's file, faults marked",
)
def marked(session: SessionDep, actor: READ, case_id: UUID, version_id: UUID) -> Response:
    """The same rows in the same places, bad cells coloured with what to do. 404 for a file that cannot be read."""
    version = data_version(session, actor, case_id, version_id)
    content = marked_copy(session, actor, case_id, version.number, actor.language)
    name = f"kunddata-version-{version.number}-fel.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return Response(content, media_type=XLSX, headers=headers)
