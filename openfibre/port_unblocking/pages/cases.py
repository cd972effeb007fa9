"""The list, a new question, and what a provider does with its cases."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Form
from starlette.responses import RedirectResponse, Response

from accounts.access import CSRF
from infra.clock import STOCKHOLM
from infra.routing import Router
from infra.transitions import Cause
from kernel.errors import INVALID_INPUT, DomainError
from openfibre.port_unblocking import queries
from openfibre.port_unblocking.pages.desk import HOME, DeskDep, Visit, VisitDep
from openfibre.port_unblocking.usecases.answer import confirm, dispute
from openfibre.port_unblocking.usecases.decide import abandon, inform_consumer
from openfibre.port_unblocking.usecases.log_contact import log_contact
from openfibre.port_unblocking.usecases.note_availability import record_availability
from openfibre.port_unblocking.usecases.open_unblocking import NewUnblocking, WantedService, open_unblocking
from openfibre.port_unblocking.usecases.register_network import set_answer_days
from openfibre.port_unblocking.usecases.send_forced import send_forced
from openfibre.port_unblocking.usecases.verify_consumer import Verification, verify_consumer

router = Router()
at_case = Router(prefix="/{case_id}")
Words = Annotated[str, Form(max_length=1000)]
Short = Annotated[str, Form(max_length=320)]
# Three ways to answer a question: yes, no, and not known yet.
_ANSWERS: dict[str, bool | None] = {"yes": True, "no": False}


def _list(visit: Visit, refusal: DomainError | None = None) -> Response:
    return visit.page(
        "list",
        refusal,
        cases=list(reversed(queries.unblockings(visit.session, visit.actor))),
        lost=list(reversed(queries.displacements(visit.session, visit.actor))),
        answer_days=queries.own_answer_days(visit.session, visit.actor),
    )


@router.get("")
def overview(visit: VisitDep) -> Response:
    """Every unblocking that is the reader's to see."""
    return _list(visit)


@router.post("/answer-days", dependencies=[CSRF])
def answer_days(visit: VisitDep, days: Annotated[int, Form()]) -> Response:
    """How long the provider's consumers may take to answer."""

    def do(cause: Cause) -> Response:
        del cause
        set_answer_days(visit.session, visit.actor, days)
        return RedirectResponse(HOME, status_code=303)

    answer: Response = visit.attempt(do, lambda refusal: _list(visit, refusal))
    return answer


@router.get("/new")
def blank(visit: VisitDep) -> Response:
    """A form to ask about a port."""
    return visit.page("new", networks=queries.networks(visit.session), typed={})


@router.post("/new", dependencies=[CSRF])
def open_(
    visit: VisitDep,
    network: Short = "",
    access_id: Short = "",
    services: Words = "",
    sp_reference: Short = "",
) -> Response:
    """Ask, or show what is wrong with what was typed still there."""
    typed = {
        "network": network,
        "access_id": access_id,
        "services": services,
        "sp_reference": sp_reference,
    }

    def do(cause: Cause) -> Response:
        wanted = tuple(WantedService(name) for name in services.replace(",", " ").split())
        new = NewUnblocking(network, access_id.strip(), wanted, sp_reference.strip())
        case = open_unblocking(visit.session, visit.actor, new, cause=cause)
        return RedirectResponse(f"{HOME}/{case.id}", status_code=303)

    def again(refusal: DomainError) -> Response:
        return visit.page("new", refusal, networks=queries.networks(visit.session), typed=typed)

    answer: Response = visit.attempt(do, again)
    return answer


@at_case.get("")
def read(desk: DeskDep) -> Response:
    """One case or lost service."""
    return desk.show()


@at_case.post("/availability", dependencies=[CSRF])
def availability(
    desk: DeskDep, blocked: Annotated[list[str] | None, Form()] = None, portal_option: Short = ""
) -> Response:
    """What the portal says of the port."""
    return desk.act(record_availability, blocked=blocked or [], portal_option=portal_option == "yes")


@at_case.post("/verification", dependencies=[CSRF])
def verification(
    desk: DeskDep,
    address: Short = "",
    apartment: Short = "",
    newly: Short = "",
    own: Short = "",
    terminate: Short = "",
    right_access_id: Short = "",
) -> Response:
    """What provider and consumer found out together."""
    said = Verification(
        address_confirmed=address == "yes",
        apartment_confirmed=apartment == "yes",
        newly_moved_in=_ANSWERS.get(newly),
        own_services=_ANSWERS.get(own),
        terminate=_ANSWERS.get(terminate),
        right_access_id=right_access_id.strip(),
    )

    def verb(session: Any, actor: Any, found_by: UUID, *, cause: Cause) -> None:
        verify_consumer(session, actor, found_by, said, cause=cause)

    return desk.act(verb)


@at_case.post("/forced-order", dependencies=[CSRF])
def forced_order(desk: DeskDep) -> Response:
    """Send it."""
    return desk.act(send_forced)


@at_case.post("/cancellation", dependencies=[CSRF])
def cancellation(desk: DeskDep) -> Response:
    """Give it up."""
    return desk.act(abandon)


@at_case.post("/consumer-informed", dependencies=[CSRF])
def informed(desk: DeskDep) -> Response:
    """The new consumer has been told that the order is undone."""
    return desk.act(inform_consumer)


@at_case.post("/contact", dependencies=[CSRF])
def contact(
    desk: DeskDep,
    channel: Annotated[str, Form(max_length=40)] = "phone",
    contacted_at: Short = "",
    letter_to: Short = "",
    letter_language: Annotated[str, Form(pattern="^(sv|en)$")] = "sv",
) -> Response:
    """The displaced consumer has been contacted: now, unless a time by Stockholm's clock is given."""

    def verb(session: Any, actor: Any, found_by: UUID, *, cause: Cause) -> None:
        log_contact(
            session,
            actor,
            found_by,
            channel=channel,
            contacted_at=_moment(contacted_at),
            letter_to=letter_to.strip(),
            letter_language="en" if letter_language == "en" else "sv",
            cause=cause,
        )

    return desk.act(verb)


def _moment(text: str) -> datetime | None:
    """A time as a form's field gives it; none when it is empty. Raises `INVALID_INPUT`."""
    if not text:
        return None
    try:
        given = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise INVALID_INPUT.error("contacted_at") from wrong
    return given if given.tzinfo else given.replace(tzinfo=STOCKHOLM)


@at_case.post("/confirmation", dependencies=[CSRF])
def confirmation(desk: DeskDep) -> Response:
    """The disconnection was right."""
    return desk.act(confirm)


@at_case.post("/dispute", dependencies=[CSRF])
def dispute_(desk: DeskDep, reason: Words = "") -> Response:
    """The disconnection was wrong."""
    return desk.act(dispute, reason=reason)
