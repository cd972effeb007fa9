"""Dates explained, for numbers that are not ordered yet or for a case (NP-02, NP-11)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated

from fastapi import Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.clock import NowDep
from infra.routing import Router
from infra.templating import language_of
from kernel.language import Language
from portingsvc.domain.possible_dates import Dates, FamilyDates, explain, sort_out

router = Router(prefix="/api/v1/porting-dates", tags=["porting dates"])
READ = Annotated[Actor, needs("orders:read")]


class NumberToMove(BaseModel):
    """A number or series, and who has it today: an operator's code or its name as people write it."""

    model_config = ConfigDict(extra="forbid")

    number: str = Field(max_length=200, examples=["08-465 004 00–49"])
    donor: str = Field(max_length=100, examples=["TELIA"])


class DatesAsked(BaseModel):
    """What to explain. `port_at` asks about one time: can it be, and what hangs on it."""

    model_config = ConfigDict(extra="forbid")

    numbers: list[NumberToMove] = Field(min_length=1, max_length=20_000)
    port_at: AwareDatetime | None = None


class WantedTime(BaseModel):
    """A wanted time. `why_not` is null when it can be; `headroom` is how many repair rounds still fit."""

    port_at: datetime
    possible: bool
    why_not: str | None
    latest_submit: datetime
    stop_deadline: datetime
    headroom: int


class FamilyAnswer(BaseModel):
    """Numbers of one kind at one donor."""

    donor: str
    donor_name: str
    number_type: str
    count: int
    lead_working_days: int
    earliest: date
    possible: list[date]
    hours: list[int]
    explanation: list[str]
    wanted: WantedTime | None


class RefusedNumber(BaseModel):
    """A number that the answer leaves out, and why. Codes are those of `numbers/check`, or `DONOR_UNKNOWN`."""

    number: str
    codes: list[str]


class DatesAnswer(BaseModel):
    """Each family, and all together. `refused` is what cannot be ported; it holds nothing else up."""

    asked_at: datetime
    earliest_for_all: date
    possible_for_all: list[date]
    hours_for_all: list[int]
    headroom: int | None
    families: list[FamilyAnswer]
    refused: list[RefusedNumber]


@router.post("", summary="When can these numbers move, and why not then")
def ask(_: READ, request: Request, now: NowDep, asked: DatesAsked) -> DatesAnswer:
    """Nothing is stored. Raises `NUMBERS_REFUSED`, with why for each, when none of them can be ported.

    Also raises `DATE_OUT_OF_RANGE`, `DONOR_UNKNOWN`, `NOTHING_TO_PORT`.
    """
    found = sort_out((each.number, each.donor) for each in asked.numbers)
    return answer_of(explain(found.families, now, asked.port_at), found.refused, language_of(request))


def answer_of(dates: Dates, refused: Mapping[str, Sequence[str]], language: Language) -> DatesAnswer:
    """The explanation in one language, as JSON."""
    return DatesAnswer(
        asked_at=dates.asked_at,
        earliest_for_all=dates.earliest_for_all,
        possible_for_all=list(dates.possible_for_all),
        hours_for_all=list(dates.hours_for_all),
        headroom=dates.headroom,
        families=[_family(each, language) for each in dates.families],
        refused=[RefusedNumber(number=number, codes=list(codes)) for number, codes in refused.items()],
    )


def _family(told: FamilyDates, language: Language) -> FamilyAnswer:
    wanted = told.wanted
    return FamilyAnswer(
        donor=told.family.donor,
        donor_name=told.donor_name,
        number_type=told.family.number_type,
        count=told.family.count,
        lead_working_days=told.lead,
        earliest=told.earliest,
        possible=list(told.possible),
        hours=list(told.hours),
        explanation=[each.in_(language) for each in told.explanation],
        wanted=WantedTime(
            port_at=wanted.port_at,
            possible=wanted.why_not is None,
            why_not=wanted.why_not.in_(language) if wanted.why_not else None,
            latest_submit=wanted.latest_submit,
            stop_deadline=wanted.stop_deadline,
            headroom=wanted.headroom,
        )
        if wanted
        else None,
    )
