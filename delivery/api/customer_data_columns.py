"""How the columns of a file were read, read again as a partner says, and the template that needs no saying (CU-02)."""

from __future__ import annotations

import io
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from accounts.access import answer_once, cause_of
from delivery import repository
from delivery.api.customer_data import READ, TAKEN, WRITE, outcome_of, refuse_stale_lists
from delivery.api.customer_data_parts import XLSX
from delivery.api.customer_data_shapes import DataVersion, may_upload
from delivery.api.shapes import Strict, downloads
from delivery.customer_data.domain.fields import Field as ListField
from delivery.customer_data.domain.fields import SheetKind
from delivery.customer_data.domain.mapping import ColumnSaid, SheetSaid
from delivery.customer_data.gateways.write_template import write_template
from delivery.customer_data.queries import SheetLine, sheets_of
from delivery.customer_data.usecases.correct_columns import correct_named_columns
from delivery.queries.data_versions import data_version
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, IfMatch, Whole, resource
from infra.routing import Router
from infra.templating import language_of

router = Router(prefix="/api/v1/delivery-cases/{case_id}/customer-data", tags=["customer data"])
_CREATED: Final = 201
_NAME: Final = "vaxla-kunddata.xlsx"
_Letter = Annotated[str, Field(pattern=r"^[A-Z]{1,2}$", description="The letter over it.", examples=["B"])]


class ListColumn(BaseModel):
    """A column of a sheet, and what it is read as; null for one that is not read."""

    column: _Letter
    heading: str
    examples: list[str] = Field(description="Up to three different values below the heading.")
    field: ListField | None


class ListSheet(BaseModel):
    """A sheet as it was read; `kind` is null for one that is no list. Row 0: the data begin at the top."""

    sheet: str
    kind: SheetKind | None
    header_row: int
    is_unsure: bool = Field(description="Guessed from few headings: look at it.")
    columns: list[ListColumn]


class ListColumns(BaseModel):
    """Every sheet of a version's file."""

    version_id: UUID
    sheets: list[ListSheet]
    allowed_actions: list[str]


class ColumnIn(Strict):
    """What a column is."""

    column: _Letter
    field: ListField


class SheetIn(Strict):
    """What a sheet lists (null: nothing of ours), in which row its headings stand (0: it has none), its columns.

    A column that is left out is not read.
    """

    sheet: str = Field(min_length=1, max_length=100, examples=["Användare"])
    kind: SheetKind | None = Field(examples=["users"])
    header_row: Whole = Field(1, ge=0, le=1_000, examples=[1])
    columns: list[ColumnIn] = Field(
        max_length=60, examples=[[{"column": "A", "field": "name"}, {"column": "B", "field": "email"}]]
    )

    def said(self) -> SheetSaid:
        columns = [ColumnSaid(each.column, each.field) for each in self.columns]
        return SheetSaid(self.sheet, self.kind, self.header_row, columns)


class ColumnsIn(Strict):
    """The sheets that are to be read otherwise; the others are read as they were."""

    sheets: list[SheetIn] = Field(min_length=1, max_length=20)


def _sheet(line: SheetLine) -> ListSheet:
    columns = [
        ListColumn(column=each.letter, heading=each.heading, examples=list(each.examples), field=each.field)
        for each in line.columns
    ]
    return ListSheet(
        sheet=line.name,
        kind=line.kind,
        header_row=line.header_row,
        is_unsure=line.is_unsure,
        columns=columns,
    )


@router.get(
    "/template",
    response_class=Response,
    responses=downloads(XLSX),
    summary="An empty workbook for the lists",
)
def template(request: Request, session: SessionDep, actor: READ, case_id: UUID) -> Response:
    """With drop-downs and advice, in the language of `Accept-Language`. Filled in, its columns need no telling."""
    repository.case_subject(session, actor, case_id)
    out = io.BytesIO()
    write_template(out, language_of(request))
    headers = {"Content-Disposition": f'attachment; filename="{_NAME}"'}
    return Response(out.getvalue(), media_type=XLSX, headers=headers)


@router.get(
    "/versions/{version_id}/columns",
    response_model=ListColumns,
    responses=TAGGED,
    summary="How a version's file was read",
)
def read(
    request: Request, session: SessionDep, actor: READ, case_id: UUID, version_id: UUID, fields: Fields = ""
) -> Response:
    """Sheet by sheet, column by column, with what stands in them. No sheet for a file that cannot be read."""
    version = data_version(session, actor, case_id, version_id)
    sheets = [_sheet(each) for each in sheets_of(session, actor, case_id, version.number)]
    allowed = ["correct"] if sheets and may_upload(repository.case(session, actor, case_id).state) else []
    return resource(
        request, ListColumns(version_id=version_id, sheets=sheets, allowed_actions=allowed), fields
    )


@router.post(
    "/versions/{version_id}/columns",
    status_code=_CREATED,
    response_model=DataVersion,
    responses=TAKEN,
    summary="Read a version's file again, columns as you say",
)
def correct(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    case_id: UUID,
    version_id: UUID,
    said: ColumnsIn,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """The same file as a new version. What you say is remembered for the customer's next file.

    Raises `SHEET_UNKNOWN`, `SAID_TWICE`, `HEADER_ROW_UNKNOWN`, `COLUMN_TWICE`, `USER_COLUMNS_MISSING`,
    `GROUP_COLUMNS_MISSING`, `SERIES_COLUMNS_MISSING`, `NOTHING_TO_MAP`, `DATA_FROZEN`, `FILE_TOO_LARGE`.
    """
    repository.case_subject(session, actor, case_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        refuse_stale_lists(session, actor, case_id, if_match)
        number = data_version(session, actor, case_id, version_id).number
        sheets = [each.said() for each in said.sheets]
        taken = correct_named_columns(
            session, actor, case_id, number, said=sheets, cause=cause_of(actor, now)
        )
        return outcome_of(session, actor, case_id, taken)

    return answer_once(session, actor, request, said, key, run)
