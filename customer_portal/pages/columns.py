"""Which column is what: proposed from the headings, corrected here, remembered for the next file."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from customer_portal.pages.forms import refused, see_other
from customer_portal.pages.imports import shown_at
from delivery import queries
from delivery.customer_data.domain.fields import Field, SheetKind
from delivery.customer_data.domain.mapping import SheetChoice
from delivery.customer_data.queries import FIELDS_OF, KINDS, SheetLine, sheets_as_chosen, sheets_of
from delivery.customer_data.usecases.correct_columns import correct_columns
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render
from kernel.errors import DomainError

router = Router(prefix="/cases/{case_id}/data/{number}/columns")
_HIGHEST_ROW_DIGITS = 6


async def _form(request: Request) -> FormData:
    return await request.form()


FormDep = Annotated[FormData, Depends(_form)]


def _context(sheets: list[SheetLine], number: int) -> dict[str, Any]:
    return {"sheets": sheets, "number": number, "kinds": KINDS, "fields_of": FIELDS_OF}


def _choice(form: FormData, sheet: SheetLine) -> tuple[SheetChoice, bool]:
    """What was said of a sheet, and whether its kind or row of headings is another than was shown."""
    kind = str(form.get(f"kind_{sheet.index}", ""))
    row = str(form.get(f"header_{sheet.index}", ""))
    header_row = int(row) if row.isascii() and row.isdigit() and len(row) <= _HIGHEST_ROW_DIGITS else -1
    columns = {
        column.index: Field(field)
        for column in sheet.columns
        if (field := str(form.get(f"column_{sheet.index}_{column.index}", ""))) in {f.value for f in Field}
    }
    known = SheetKind(kind) if kind in {each.value for each in SheetKind} else None
    was = str(form.get(f"shown_{sheet.index}", ""))
    choice = SheetChoice(sheet.name, known, header_row, columns)
    return choice, known is not None and was != f"{kind}:{header_row}"


@router.get("")
def page(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, number: int
) -> Response:
    """How the file was read, column by column."""
    view = queries.customer_view(session, actor, case_id, now=now)
    sheets = sheets_of(session, actor, case_id, number)
    return render(request, "portal/columns.html", view=view, errors=[], **_context(sheets, number))


@router.post("", dependencies=[CSRF])
def correct(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    number: int,
    form: FormDep,
) -> Response:
    """Read the file again as said; or, where a kind or row of headings was changed, show the columns of that."""
    said = [_choice(form, sheet) for sheet in sheets_of(session, actor, case_id, number)]
    choices, anew = [choice for choice, _ in said], {choice.sheet for choice, fresh in said if fresh}
    refusal: DomainError | None = None
    if form.get("do") != "look" and not anew:
        try:
            with session.begin_nested():
                taken = correct_columns(
                    session, actor, case_id, number, choices=choices, cause=cause_of(actor, now)
                )
            return see_other(shown_at(case_id, taken))
        except DomainError as not_so:
            refusal = not_so
    view = queries.customer_view(session, actor, case_id, now=now)
    context = _context(sheets_as_chosen(session, actor, case_id, number, choices, anew), number)
    if refusal:
        return refused(request, "portal/columns.html", refusal, view=view, **context)
    return render(request, "portal/columns.html", view=view, errors=[], **context)
