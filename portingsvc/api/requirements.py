"""What each kind of number needs to be ported from each operator, as data (PA-01)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Final

from fastapi import Path, Query, Request
from starlette.responses import Response

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.clock import current, local_date
from infra.db import unit_of_work
from infra.resources import TAGGED, Fields, page, resource
from infra.routing import Router
from infra.templating import language_of
from kernel.errors import NOT_FOUND
from kernel.language import Language
from kernel.numbers.plan import LONGEST_SERIES
from portingsvc.api.requirement_shapes import (
    NumberType,
    RequiredDocument,
    RequiredFee,
    RequiredMandate,
    RequiredOwnerId,
    Requirement,
    RequirementCheck,
    RequirementPage,
    RequirementTimes,
    RequirementWindow,
)
from portingsvc.api.shapes import Limit
from portingsvc.domain import schedule
from portingsvc.domain.donors import Donor
from portingsvc.domain.fees import FURTHER_ATTEMPT, INCLUDED, Price, price_on
from portingsvc.domain.rejections import REASONS, Cause
from portingsvc.domain.requirements import PAIRS, Pair, no_port_days
from portingsvc.queries import all_prices
from portingsvc.usecases.mandates import BANKID, VALIDITY

router = Router(prefix="/api/v1/porting-requirements", tags=["porting requirements"])
READ = Annotated[Actor, needs("orders:read")]
_KEY: Final = r"^[A-Z0-9]{1,20}-[a-z_0-9]{1,20}$"
_YEARS: Final = 2
_PREFIXES: Final = {"sixteen": "16", "zeros": "00"}
_DOCUMENTS: Final = (
    RequiredDocument(code="mandate", when="before_submission", kept_as="signed text, and as PDF"),
)


@router.get("", response_model=RequirementPage, summary="What porting needs, by operator and kind of number")
def list_(
    request: Request,
    _: READ,
    donor: Annotated[str | None, Query(max_length=20, examples=["TELIA"])] = None,
    number_type: NumberType | None = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Annotated[str | None, Query(pattern=_KEY)] = None,
) -> Response:
    """In order of id. The same for every partner; it changes with prices, with the year and with agreements."""
    left = [
        pair
        for key, pair in PAIRS.items()
        if key > (cursor or "")
        and donor in (None, pair.donor.code)
        and number_type in (None, NumberType(pair.number_type))
    ]
    shown = _all(left[:limit], language_of(request))
    return page(shown, left[limit - 1].key if len(left) > limit else None, Requirement, fields)


@router.get(
    "/{requirement_id}",
    response_model=Requirement,
    responses=TAGGED,
    summary="What one kind of number at one operator needs",
)
def read(
    request: Request,
    _: READ,
    requirement_id: Annotated[str, Path(pattern=_KEY, examples=["TELIA-mobile"])],
    fields: Fields = "",
) -> Response:
    """404 for an operator that is not known, or numbers that cannot be ported."""
    pair = PAIRS.get(requirement_id)
    if pair is None:
        raise NOT_FOUND.error()
    (shown,) = _all([pair], language_of(request))
    return resource(request, shown, fields)


def _all(pairs: Sequence[Pair], language: Language) -> list[Requirement]:
    with unit_of_work() as session:
        now, prices = current(session), all_prices(session)
    return [_requirement(pair, prices, now, language) for pair in pairs]


def _requirement(pair: Pair, prices: Sequence[Price], now: datetime, language: Language) -> Requirement:
    at, form = pair.donor, pair.donor.owner_id_form.value
    return Requirement(
        id=pair.key,
        donor=at.code,
        donor_name=at.name,
        number_type=NumberType(pair.number_type),
        largest_series=LONGEST_SERIES,
        owner_id=RequiredOwnerId(digits=12, form=form, company_prefix=_PREFIXES[form]),
        mandate=RequiredMandate(
            kind="for_each_donor",
            valid_days=VALIDITY.days,
            signed_by=["typed_name", BANKID],
            must_cover_every_number=True,
        ),
        documents=list(_DOCUMENTS),
        times=_times(at, pair.number_type),
        windows=[RequirementWindow(weekdays=[1, 2, 3, 4, 5], hours=list(at.hours))],
        no_port_days=_no_port_days(at, local_date(now)),
        fees=_fees(at, prices, local_date(now)),
        checks=[
            RequirementCheck(
                code=reason.code,
                fields=list(reason.fields),
                costs_customer=reason.cause is Cause.CUSTOMER,
                contestable=reason.contestable,
                text=reason.text.in_(language),
            )
            for reason in REASONS.values()
        ],
    )


def _times(at: Donor, number_type: str) -> RequirementTimes:
    return RequirementTimes(
        lead_working_days=at.lead(number_type),
        cutoff=f"{at.cutoff:%H:%M}",
        stop_working_days=at.stop_days,
        answer_working_days=schedule.ANSWER_DAYS,
        time_zone="Europe/Stockholm",
    )


def _no_port_days(at: Donor, today: date) -> list[date]:
    years = range(today.year, today.year + _YEARS)
    return [day for year in years for day in no_port_days(at, year)]


def _fees(at: Donor, prices: Sequence[Price], today: date) -> list[RequiredFee]:
    further = price_on(FURTHER_ATTEMPT, today, prices)
    return [
        RequiredFee(code=INCLUDED, per="first attempt of a series", amount_ore=0, payer="customer"),
        RequiredFee(
            code=FURTHER_ATTEMPT,
            per="further attempt of a series, when the customer is the cause",
            amount_ore=further,
            payer="customer",
        ),
        RequiredFee(
            code="donor_fee_per_series",
            per="series of each request",
            amount_ore=at.fee_ore,
            payer="operator",
        ),
    ]
