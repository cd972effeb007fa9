"""Delivery cases for partners (PA-01): open, list, follow, break off."""

from __future__ import annotations

import base64
import re
from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from accounts.access import ResellerId, answer_once, cause_of, needs
from accounts.domain.actor import Actor
from delivery import queries, repository
from delivery.domain.states import CASE, CaseState
from delivery.queries import CaseFilter
from delivery.queries.views import CaseLine
from delivery.usecases.cancel_case import cancel_case
from delivery.usecases.open_case import NewCase, open_case
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Day, Fields, IfMatch, Limit, Whole, page, refuse_stale, resource
from infra.routing import Router
from kernel.language import Language
from portingsvc.domain.states import NumberState
from portingsvc.queries import numbers_of_case

router = Router(prefix="/api/v1/delivery-cases", tags=["delivery cases"])
READ = Annotated[Actor, needs("cases:read")]
WRITE = Annotated[Actor, needs("cases:write")]

_CURSOR: Final = r"^([-_A-Za-z0-9]{22})?$"  # the sixteen bytes of an id


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Customer(_Strict):
    """Who gets the switchboard."""

    name: str = Field(min_length=1, max_length=200, examples=["Exempelverken AB"])
    org_number: str = Field(min_length=1, max_length=20, examples=["559999-9009"])


class Contact(_Strict):
    """The telefoniansvarig: gets a mail with a link."""

    name: str = Field(min_length=1, max_length=200)
    email: str = Field(max_length=320, examples=["tove@exempel.se"])
    phone: str = Field("", max_length=40)
    language: Language = "sv"


class Address(_Strict):
    """Where contracts and, unless the customer says else, SIM cards go."""

    street: str = Field(max_length=200)
    postcode: str = Field(max_length=10)
    town: str = Field(max_length=100)


class CaseOrder(_Strict):
    """An order of a switchboard delivery."""

    customer: Customer
    contact: Contact
    go_live_on: date
    agreement_address: Address
    options: list[str] = Field([], max_length=20)
    size: Whole = Field(0, ge=0, le=100_000, description="expected number of users")
    external_reference: str = Field("", max_length=100, description="yours; unique among your cases")


class NextStep(BaseModel):
    """What happens next, whose it is, and until when."""

    key: str
    text: str
    owner: str | None
    due_on: date | None
    risk: str | None


class Case(BaseModel):
    """A delivery case."""

    id: UUID
    reference: str
    external_reference: str
    reseller_id: UUID | None = Field(description="Whose it is: yours, or that of a reseller under you.")
    customer_name: str
    org_number: str
    phase: str
    go_live_on: date
    go_live_is_preliminary: bool
    next_action: NextStep
    numbers: dict[str, int]
    allowed_actions: list[str]
    created_at: datetime


class CasePage(BaseModel):
    """A page of cases; `next_cursor` is null on the last."""

    items: list[Case]
    next_cursor: str | None


class Cancellation(_Strict):
    """Why a delivery is broken off."""

    reason: str = Field(min_length=1, max_length=1000)


class CaseNumber(BaseModel):
    """A telephone number of a case."""

    number: str
    state: NumberState
    donor: str
    reasons: list[str]
    ported_at: datetime | None


def _case(line: CaseLine, language: Language) -> Case:
    action = line.next_action
    numbers = asdict(line.numbers)
    return Case(
        id=line.id,
        reference=line.reference,
        external_reference=line.external_reference,
        reseller_id=line.partner_id,
        customer_name=line.customer_name,
        org_number=line.org_number,
        phase=line.state.value,
        go_live_on=line.go_live_on,
        go_live_is_preliminary=line.is_preliminary,
        next_action=NextStep(
            key=action.key,
            text=action.text.in_(language),
            owner=action.owner.value if action.owner else None,
            due_on=action.due_on,
            risk=action.risk.in_(language) if action.risk else None,
        ),
        numbers=numbers,
        allowed_actions=[event.value for event in CASE.allowed(line.state, "partner")],
        created_at=line.created_at,
    )


def _cursor(text: str | None) -> UUID | None:
    """The place that a cursor names; each text of the form names one."""
    return UUID(bytes=base64.urlsafe_b64decode(f"{text}==")) if text else None


@router.post("", status_code=201, response_model=Case, summary="Open a delivery case")
def open_(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    order: CaseOrder,
    key: IdempotencyKey = None,
) -> JSONResponse:
    """The contact gets a mail with a link. A date that cannot be kept is refused with the earliest one.

    Raises `DATE_OUT_OF_RANGE`, `EMAIL_NOT_USABLE`, `EXTERNAL_REFERENCE_TAKEN`, `GO_LIVE_NOT_A_WORKING_DAY`, `GO_LIVE_TOO_EARLY`,
    `OPTION_UNKNOWN`, `ORG_NUMBER_INVALID`.
    """

    def run() -> tuple[int, Any, dict[str, str]]:
        opened = open_case(session, actor, _new_case(order), cause=cause_of(actor, now))
        line = queries.case_line(session, actor, opened.id, now=now)
        return 201, _case(line, actor.language), {"Location": f"{router.prefix}/{opened.id}"}

    return answer_once(session, actor, request, order, key, run)


def _new_case(order: CaseOrder) -> NewCase:
    return NewCase(
        customer_name=order.customer.name,
        org_number=order.customer.org_number,
        contact_name=order.contact.name,
        contact_email=order.contact.email,
        contact_phone=order.contact.phone,
        contact_language=order.contact.language,
        go_live_on=order.go_live_on,
        agreement_address=order.agreement_address.model_dump(),
        options=tuple(order.options),
        size=order.size,
        external_reference=order.external_reference,
    )


@router.get("", response_model=CasePage, summary="List your delivery cases")
def list_(
    session: SessionDep,
    actor: READ,
    now: NowDep,
    phase: Annotated[str | None, Query(max_length=40, examples=["genomförande"])] = None,
    external_reference: Annotated[str | None, Query(max_length=100)] = None,
    org_number: Annotated[str | None, Query(max_length=20, examples=["559999-9009"])] = None,
    go_live_from: Day = None,
    go_live_to: Day = None,
    reseller_id: ResellerId = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Annotated[str | None, Query(pattern=_CURSOR)] = None,
) -> Response:
    """Oldest first, a page at a time. Filters narrow together."""
    if phase is not None and phase not in set(CaseState):
        return page([], None, Case, fields)
    wanted = CaseFilter(
        after=_cursor(cursor),
        phase=CaseState(phase) if phase else None,
        external_reference=external_reference,
        org_number=re.sub(r"\D", "", org_number)[-10:] if org_number else None,
        go_live_from=go_live_from,
        go_live_to=go_live_to,
    )
    lines = queries.case_page(session, actor.of(reseller_id), wanted, limit + 1, now=now)
    shown = lines[:limit]
    last = base64.urlsafe_b64encode(shown[-1].id.bytes).decode().rstrip("=") if len(lines) > limit else None
    return page([_case(line, actor.language) for line in shown], last, Case, fields)


@router.get("/{case_id}", response_model=Case, responses=TAGGED, summary="One delivery case")
def read(
    request: Request, session: SessionDep, actor: READ, now: NowDep, case_id: UUID, fields: Fields = ""
) -> Response:
    """404 for a case that is not yours."""
    found = queries.case_line(session, actor, case_id, now=now)
    return resource(request, _case(found, actor.language), fields)


@router.get("/{case_id}/numbers", summary="The telephone numbers of a case")
def numbers(session: SessionDep, actor: READ, now: NowDep, case_id: UUID) -> list[CaseNumber]:
    """Every number with its state, its donor and the reasons of a rejection."""
    queries.case_line(session, actor, case_id, now=now)
    return [
        CaseNumber(
            number=each.e164,
            state=each.state,
            donor=each.donor,
            reasons=list(each.reasons),
            ported_at=each.ported_at,
        )
        for each in numbers_of_case(session, case_id)
    ]


@router.post("/{case_id}/cancellation", response_model=Case, summary="Break a delivery off")
def cancel(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    case_id: UUID,
    why: Cancellation,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> JSONResponse:
    """Refused (409) with what is allowed once it is too late, or while a donor has requests.

    Raises `CASE_PORTING_OPEN`, `ILLEGAL_TRANSITION`, `NOT_AT_DONOR`, `REASON_REQUIRED`, `REQUEST_ON_ITS_WAY`,
    `TOO_LATE_TO_STOP`, `WISH_ALREADY_OPEN`.
    """

    def run() -> tuple[int, Any, dict[str, str]]:
        if if_match is not None:
            repository.case(session, actor, case_id, lock=True)
            shown = _case(queries.case_line(session, actor, case_id, now=now), actor.language)
            refuse_stale(if_match, shown)
        cancel_case(session, actor, case_id, cause=cause_of(actor, now, why.reason))
        return 200, _case(queries.case_line(session, actor, case_id, now=now), actor.language), {}

    return answer_once(session, actor, request, why, key, run)
