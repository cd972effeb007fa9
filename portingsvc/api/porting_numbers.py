"""The numbers of porting orders, each with its own state (PA-01)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from accounts.access import ResellerId, needs
from accounts.domain.actor import Actor
from infra.db import unit_of_work
from infra.resources import Fields, Limit, page_of_rows
from infra.routing import Router
from portingsvc.domain.states import NumberState
from portingsvc.queries import NumberRow, number_rows

router = Router(prefix="/api/v1/porting-numbers", tags=["porting numbers"])
READ = Annotated[Actor, needs("orders:read")]
_CURSOR: Final = r"^[0-9a-f]{32}[0-9]{5,15}$"  # an order, and a number of it
_ID_DIGITS: Final = 32


class PortingNumber(BaseModel):
    """A number being ported, in E.164. What may be done stands with its order."""

    id: UUID
    number: str = Field(examples=["+46701740605"])
    state: NumberState
    order_id: UUID
    case_id: UUID | None
    family_id: UUID | None
    donor: str
    reasons: list[str]
    ported_at: datetime | None
    allowed_actions: list[str] = Field(default=[], description="None: its order's hold for it.")


class PortingNumberPage(BaseModel):
    """A page of numbers; `next_cursor` is null on the last."""

    items: list[PortingNumber]
    next_cursor: str | None


@router.get("", response_model=PortingNumberPage, summary="List the numbers of your porting orders")
def list_(
    actor: READ,
    case_id: UUID | None = None,
    family_id: UUID | None = None,
    order_id: UUID | None = None,
    state: NumberState | None = None,
    donor: Annotated[str | None, Query(max_length=20, examples=["TELIA"])] = None,
    number: Annotated[str | None, Query(max_length=20, examples=["+46705300001"])] = None,
    reseller_id: ResellerId = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Annotated[str | None, Query(pattern=_CURSOR)] = None,
) -> Response:
    """By order, then by number, a page at a time. Filters narrow together."""
    wanted = {
        "case_id": case_id,
        "family_id": family_id,
        "order_id": order_id,
        "state": state.value if state else None,
        "donor": donor,
        "number": number,
        "after_order": UUID(cursor[:_ID_DIGITS]) if cursor else None,
    }
    after_number = f"+{cursor[_ID_DIGITS:]}" if cursor else ""
    with unit_of_work() as session:
        found = number_rows(session, actor.of(reseller_id), limit + 1, after_number=after_number, **wanted)
    return page_of_rows(found, limit, _number, PortingNumber, fields, key=_cursor)


def _cursor(row: NumberRow) -> str:
    return row.order_id.hex + row.e164.removeprefix("+")


def _number(row: NumberRow) -> PortingNumber:
    return PortingNumber(
        id=row.id,
        number=row.e164,
        state=NumberState(row.state),
        order_id=row.order_id,
        case_id=row.case_id,
        family_id=row.family_id,
        donor=row.donor,
        reasons=[str(each["code"]) for each in row.reasons],
        ported_at=row.ported_at,
    )
