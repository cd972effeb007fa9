"""Numbers and series judged, before anything is ordered (NP-01)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.routing import Router
from kernel.numbers import check_number, expand, residue

router = Router(prefix="/api/v1/numbers", tags=["numbers"])
READ = Annotated[Actor, needs("orders:read")]
Written = Annotated[str, Field(max_length=200, examples=["08-465 004 00–49"])]


class NumbersToCheck(BaseModel):
    """Numbers and series in any writing. `whole_series` are what the numbers are parts of, if they are."""

    model_config = ConfigDict(extra="forbid")

    numbers: list[Written] = Field(min_length=1, max_length=20_000)
    whole_series: list[Written] = Field([], max_length=100)


class CheckedNumber(BaseModel):
    """What one of them turned out to be. `ok`: it can be ported as given. Codes say why not, or remark."""

    input: str
    ok: bool
    kind: str | None
    first: str | None
    last: str | None
    count: int
    national: str | None
    type: str
    area: str | None
    extension: str | None
    codes: list[str]


class Series(BaseModel):
    """Adjacent numbers, E.164."""

    first: str
    last: str


class CheckedNumbers(BaseModel):
    """One answer for each, in order, and what stays behind of the whole series."""

    items: list[CheckedNumber]
    left_behind: list[Series]


@router.post("/check", summary="Check numbers and series")
def check(_: READ, asked: NumbersToCheck) -> CheckedNumbers:
    """Nothing is stored. One bad number never blocks the others: each has its own answer."""
    found = [check_number(each) for each in asked.numbers]
    chosen = {number for each in found if each.ok for number in expand(each.first or "", each.last or "")}
    whole = [check_number(each) for each in asked.whole_series]
    left = [pair for each in whole if each.ok for pair in residue(each.first or "", each.last or "", chosen)]
    return CheckedNumbers(
        items=[CheckedNumber.model_validate(each.as_json()) for each in found],
        left_behind=[Series(first=first, last=last) for first, last in left],
    )
