"""Port unblocking for service providers (AV-01): as the new one, and as the one that was displaced."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from fastapi import Depends, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, IfMatch, Limit, page_of_rows, refuse_stale, resource
from infra.routing import Router
from openfibre.port_unblocking import queries, repository
from openfibre.port_unblocking.api_shapes import (
    AvailabilityIn,
    ContactIn,
    Displacement,
    Dispute,
    DisputeIn,
    Either,
    Page,
    Unblocking,
    UnblockingIn,
    VerificationIn,
    WantedServiceIn,
    displacement,
    either,
)
from openfibre.port_unblocking.usecases.answer import confirm, dispute
from openfibre.port_unblocking.usecases.decide import abandon, inform_consumer
from openfibre.port_unblocking.usecases.log_contact import log_contact
from openfibre.port_unblocking.usecases.note_availability import record_availability
from openfibre.port_unblocking.usecases.open_unblocking import NewUnblocking, WantedService, open_unblocking
from openfibre.port_unblocking.usecases.send_forced import send_forced
from openfibre.port_unblocking.usecases.verify_consumer import Verification, verify_consumer

router = Router(prefix="/api/v1/port-unblockings", tags=["port unblocking"])
READ = Annotated[Actor, needs("unblockings:read")]
WRITE = Annotated[Actor, needs("unblockings:write")]
_CREATED: Final = 201
_OK: Final = 200
Answer = tuple[int, Any, dict[str, str]]


class Caller:
    """One unsafe call: who, when, in which unit of work, and under which key."""

    def __init__(
        self, request: Request, session: SessionDep, actor: WRITE, now: NowDep, key: IdempotencyKey = None
    ) -> None:
        self.request, self.session, self.actor, self.now, self.key = request, session, actor, now, key

    def once(self, body: BaseModel | None, run: Callable[[], Answer]) -> JSONResponse:
        """Run a change once for its key, and answer."""
        return answer_once(self.session, self.actor, self.request, body, self.key, run)

    def shown(self, found_by: UUID) -> Unblocking | Displacement:
        """What the caller may see of it."""
        return _shown(self.session, self.actor, found_by)


class Changer(Caller):
    """An unsafe call to a case or displacement that there is: only if it still is what the caller read."""

    def __init__(
        self,
        request: Request,
        session: SessionDep,
        actor: WRITE,
        now: NowDep,
        key: IdempotencyKey = None,
        if_match: IfMatch = None,
    ) -> None:
        super().__init__(request, session, actor, now, key)
        self.if_match = if_match

    def refuse_stale(self, found_by: UUID) -> None:
        """Raises `CHANGED_SINCE_READ`, `NOT_FOUND`."""
        if self.if_match is not None:
            repository.hold(self.session, found_by)
            refuse_stale(self.if_match, self.shown(found_by))

    def change(
        self, found_by: UUID, verb: Callable[..., Any], body: BaseModel | None = None, **facts: Any
    ) -> JSONResponse:
        """Make one change to a case or displacement and show it as it is then."""

        def run() -> Answer:
            reason = facts.pop("reason", "")
            self.refuse_stale(found_by)
            verb(self.session, self.actor, found_by, cause=cause_of(self.actor, self.now, reason), **facts)
            return _OK, self.shown(found_by), {}

        return self.once(body, run)


CallerDep = Annotated[Caller, Depends(Caller)]
ChangerDep = Annotated[Changer, Depends(Changer)]


def _shown(session: Session, actor: Actor, found_by: UUID) -> Unblocking | Displacement:
    return either(queries.one(session, actor, found_by), actor.language)


def _wanted(each: WantedServiceIn) -> WantedService:
    return WantedService(
        each.service,
        each.sp_subscription_id,
        each.characteristics.model_dump(exclude_none=True),
        tuple(device.model_dump() for device in each.equipment),
    )


@router.post("", status_code=_CREATED, response_model=Unblocking, summary="Ask about a port")
def open_(caller: CallerDep, asked: UnblockingIn) -> JSONResponse:
    """Steps 1–2. The state is `checked` until the network's operator has answered; read it again then.

    Raises `ACCESS_HAS_OPEN_CASE`, `PERSONAL_NUMBER_IN_REFERENCE`, `PROVIDER_NOT_REGISTERED`, `SERVICE_NAMED_TWICE`,
    `UNKNOWN_NETWORK`.
    """

    def run() -> Answer:
        services = tuple(_wanted(each) for each in asked.services)
        new = NewUnblocking(asked.network, asked.access_id, services, asked.sp_reference)
        case = open_unblocking(caller.session, caller.actor, new, cause=cause_of(caller.actor, caller.now))
        return _CREATED, caller.shown(case.id), {"Location": f"{router.prefix}/{case.id}"}

    return caller.once(asked, run)


@router.get("", response_model=Page, summary="List your unblockings and displaced services")
def list_(
    session: SessionDep,
    actor: READ,
    role: Literal["new", "displaced"] = "new",
    access_id: Annotated[str | None, Query(max_length=36)] = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: UUID | None = None,
) -> Response:
    """Oldest first, a page at a time: those that you asked for, or (`role=displaced`) services you lost."""
    read = queries.unblockings if role == "new" else queries.displacements
    found: list[Any] = list(read(session, actor, access_id=access_id, after=cursor, limit=limit + 1))
    return page_of_rows(
        found, limit, lambda view: either(view, actor.language), Unblocking | Displacement, fields
    )


@router.get(
    "/{case_id}", response_model=Either, responses=TAGGED, summary="One unblocking or displaced service"
)
def read(request: Request, session: SessionDep, actor: READ, case_id: UUID, fields: Fields = "") -> Response:
    """404 for what is not yours."""
    shown = _shown(session, actor, case_id)
    return resource(request, shown, fields, shape=Unblocking | Displacement)


@router.post("/{case_id}/availability", response_model=Unblocking, summary="Record a portal's answer")
def availability(caller: ChangerDep, case_id: UUID, said: AvailabilityIn) -> JSONResponse:
    """Steps 3–4, where the operator has only a portal.

    Raises `CHECK_NOT_BY_HAND`, `ILLEGAL_TRANSITION`.
    """
    facts = {"blocked": list(said.blocked), "portal_option": said.portal_option}
    return caller.change(case_id, record_availability, said, **facts)


@router.post("/{case_id}/verification", response_model=Unblocking, summary="Record the consumer's checks")
def verification(caller: ChangerDep, case_id: UUID, said: VerificationIn) -> JSONResponse:
    """Steps 5–6. Refused (409) while address, own services or the decision are not settled (G1–G3).

    Raises `ILLEGAL_TRANSITION`, `PERSONAL_NUMBER_IN_REFERENCE`,
    `ADDRESS_NOT_CONFIRMED`, `OWN_SERVICES_NOT_RULED_OUT`, `TERMINATION_NOT_DECIDED`.
    """

    def verb(session: Session, actor: Actor, found_by: UUID, *, cause: Any) -> None:
        verify_consumer(session, actor, found_by, Verification(**said.model_dump()), cause=cause)

    return caller.change(case_id, verb, said)


@router.post("/{case_id}/forced-order", response_model=Unblocking, summary="Send the forced order")
def forced_order(caller: ChangerDep, case_id: UUID) -> JSONResponse:
    """Step 7. Refused (409) by any guard, a network freeze among them; never sent twice.

    Raises `ILLEGAL_TRANSITION`,
    `ACCESS_HAS_OPEN_CASE`, `NETWORK_FREEZE`, `REPEAT_NEEDS_APPROVAL`.
    """
    return caller.change(case_id, send_forced)


@router.post("/{case_id}/cancellation", response_model=Unblocking, summary="Give an unblocking up")
def cancellation(caller: ChangerDep, case_id: UUID) -> JSONResponse:
    """While nothing has been touched on the port.

    Raises `ILLEGAL_TRANSITION`.
    """
    return caller.change(case_id, abandon)


@router.post("/{case_id}/consumer-informed", response_model=Unblocking, summary="Your consumer knows")
def consumer_informed(caller: ChangerDep, case_id: UUID) -> JSONResponse:
    """Step 20: the order was undone, and you have told your consumer.

    Raises `ILLEGAL_TRANSITION`.
    """
    return caller.change(case_id, inform_consumer)


@router.post("/{case_id}/contact", response_model=Displacement, summary="Record contact with your consumer")
def contact(caller: ChangerDep, case_id: UUID, said: ContactIn) -> JSONResponse:
    """Steps 12–13, for a displaced service. Only this starts the time to answer.

    Raises `CONTACT_IN_FUTURE`, `EMAIL_NOT_USABLE`, `ILLEGAL_TRANSITION`, `LETTER_ADDRESS_WRONG`,
    `NOT_THE_DISPLACED_PROVIDER`.
    """
    at: datetime | None = said.contacted_at
    return caller.change(
        case_id,
        log_contact,
        said,
        channel=said.channel,
        contacted_at=at,
        letter_to=said.consumer_email,
        letter_language=said.consumer_language,
    )


@router.post("/{case_id}/confirmation", response_model=Displacement, summary="Your consumer confirms")
def confirmation(caller: ChangerDep, case_id: UUID) -> JSONResponse:
    """Steps 14–15: the disconnection was right.

    Raises `ILLEGAL_TRANSITION`, `NOT_THE_DISPLACED_PROVIDER`.
    """
    return caller.change(case_id, confirm)


@router.post("/{case_id}/dispute", response_model=Dispute, summary="Your consumer disputes")
def dispute_(caller: ChangerDep, case_id: UUID, said: DisputeIn) -> JSONResponse:
    """Step 16: the port is restored. 403 for anybody but the displaced provider; late ones go to a person.

    Raises `ILLEGAL_TRANSITION`, `NOT_THE_DISPLACED_PROVIDER`,
    `NO_SNAPSHOT`, `WINDOW_CLOSED`.
    """

    def run() -> Answer:
        cause = cause_of(caller.actor, caller.now, said.reason)
        caller.refuse_stale(case_id)
        found, late = dispute(caller.session, caller.actor, case_id, cause=cause)
        view = queries.one(caller.session, caller.actor, found.id)
        shown = displacement(view, caller.actor.language) if isinstance(view, queries.DisplacedView) else None
        is_late = found.late_disputed_at is not None
        reference = late.reference if late else None
        return _OK, {"displacement": shown, "late": is_late, "late_reference": reference}, {}

    return caller.once(said, run)
