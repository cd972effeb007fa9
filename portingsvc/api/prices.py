"""What porting costs, with the day each price begins to hold (NP-03)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel
from starlette.responses import Response

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.db import SessionDep
from infra.resources import Fields, Key, Limit, page_of
from infra.routing import Router
from portingsvc.queries import all_prices

router = Router(prefix="/api/v1/prices", tags=["prices"])
READ = Annotated[Actor, needs("orders:read")]


class PriceLine(BaseModel):
    """A price in öre, without VAT, and from which day it holds. The first attempt is always included."""

    code: str
    valid_from: date
    amount_ore: int


class PriceList(BaseModel):
    """All prices, past and coming, oldest first."""

    items: list[PriceLine]
    next_cursor: str | None


@router.get("", response_model=PriceList, summary="Price list")
def list_(
    session: SessionDep,
    _: READ,
    code: Annotated[str | None, Query(max_length=40, examples=["further_attempt"])] = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Key = None,
) -> Response:
    """Of several prices for a code the newest that has begun holds."""
    newest = {(each.code, each.valid_from): each for each in all_prices(session) if code in (None, each.code)}
    lines = [
        PriceLine(code=p.code, valid_from=p.valid_from, amount_ore=p.amount_ore) for p in newest.values()
    ]
    return page_of(lines, lambda line: f"{line.code} {line.valid_from}", cursor, limit, PriceLine, fields)
