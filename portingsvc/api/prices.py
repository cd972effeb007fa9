"""What porting costs, with the day each price begins to hold (NP-03)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.db import SessionDep
from portingsvc.queries import all_prices

router = APIRouter(prefix="/api/v1/prices", tags=["prices"])
READ = Annotated[Actor, needs("orders:read")]


class PriceLine(BaseModel):
    """A price in öre, without VAT, and from which day it holds. The first attempt is always included."""

    code: str
    valid_from: date
    amount_ore: int


class PriceList(BaseModel):
    """All prices, past and coming, oldest first."""

    items: list[PriceLine]
    next_cursor: None = None


@router.get("", summary="Price list")
def list_(session: SessionDep, _: READ) -> PriceList:
    """Of several prices for a code the newest that has begun holds."""
    found = all_prices(session)
    lines = [PriceLine(code=p.code, valid_from=p.valid_from, amount_ore=p.amount_ore) for p in found]
    return PriceList(items=lines)
