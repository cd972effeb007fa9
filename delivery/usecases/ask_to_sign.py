"""Ask those who sign for a customer to read and sign what waits for them: by mail with a link, once a day (CU-03, CU-05)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import ROLES
from accounts.models import Person
from delivery import repository
from delivery.domain.errors import DATA_FROZEN, NOBODY_TO_SIGN, SIGNATURE_ASKED_TODAY
from delivery.domain.states import DATA, CaseState, DataEvent
from delivery.models import CaseNote, CustomerDataVersion, DeliveryCase
from delivery.usecases.settle import note
from infra.clock import local_date
from infra.mail import queue_mail
from infra.outbox import emit
from infra.settings import get_settings
from infra.transitions import Cause
from kernel.errors import NOT_FOUND
from kernel.language import Text
from portingsvc.domain.donors import donor
from portingsvc.domain.states import MANDATE, MandateEvent
from portingsvc.models import Mandate

ASKED = "signature_asked"


@dataclass(frozen=True, slots=True)
class _ToSign:
    """What is to be signed: how events and the timeline name it, in words, and its page."""

    kind: str
    id: UUID
    about: str
    words: Text
    path: str


def ask_for_sign_off(session: Session, actor: Actor, case_id: UUID, version_id: UUID, *, cause: Cause) -> int:
    """Ask for the sign-off of a version. Returns how many were mailed; `cause.reason` stands in the mail.

    Raises `NOT_FOUND`, `DATA_FROZEN`, `ILLEGAL_TRANSITION` for a version with faults, and as `_ask`.
    """
    case = repository.case(session, actor, case_id, lock=True)
    version = session.get(CustomerDataVersion, version_id)
    if version is None or version.case_id != case.id:
        raise NOT_FOUND.error()
    if case.state is not CaseState.FORBEREDELSER:
        raise DATA_FROZEN.error()
    DATA.decide(version.state, DataEvent.SIGN, actor="customer")
    words = Text(
        sv=f"Uppgifterna om användare och nummer, version {version.number}",
        en=f"The lists of users and numbers, version {version.number}",
    )
    wanted = _ToSign("customer_data", version.id, f"v{version.number}", words, f"data/{version.number}")
    return _ask(session, case, wanted, cause)


def ask_for_signature(session: Session, actor: Actor, mandate: Mandate, *, cause: Cause) -> int:
    """Ask for the signature of a mandate. Returns how many were mailed; `cause.reason` stands in the mail.

    Raises `NOT_FOUND`, `ILLEGAL_TRANSITION` once it is signed, `NOBODY_TO_SIGN` for one of no case: there is no page
    to sign it on. Further as `_ask`.
    """
    MANDATE.decide(mandate.state, MandateEvent.SIGN, actor="customer")
    if mandate.case_id is None:
        raise NOBODY_TO_SIGN.error()
    case = repository.case(session, actor, mandate.case_id, lock=True)
    name = donor(mandate.donor).name
    words = Text(sv=f"Fullmakten för numren hos {name}", en=f"The mandate for the numbers at {name}")
    return _ask(session, case, _ToSign("mandate", mandate.id, name, words, f"mandates/{mandate.id}"), cause)


def _ask(session: Session, case: DeliveryCase, wanted: _ToSign, cause: Cause) -> int:
    """Mail everybody who signs. Raises `NOBODY_TO_SIGN`, `SIGNATURE_ASKED_TODAY`."""
    people = _signatories(session, case.customer_id)
    if not people:
        raise NOBODY_TO_SIGN.error()
    if _asked_today(session, case.id, wanted, cause):
        raise SIGNATURE_ASKED_TODAY.error(what=wanted.words)
    customer = accounts.organisation(session, case.customer_id)
    for person in people:
        queue_mail(
            session,
            person.email,
            "signature_wanted",
            person.speaks,
            case_id=case.id,
            name=person.name,
            company=customer.name,
            what=wanted.words.in_(person.speaks),
            words=cause.reason,
            link=f"{get_settings().public_url}/cases/{case.id}/{wanted.path}",
        )
    note(session, case, ASKED, cause.reason, cause, about=wanted.about, id=str(wanted.id))
    emit(
        session,
        "delivery_case.signature_asked",
        case.subject(),
        {"what": wanted.kind, "id": str(wanted.id), "people": len(people)},
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return len(people)


def _signatories(session: Session, customer_id: UUID) -> list[Person]:
    """Each person once, also with two roles."""
    held = accounts.roles_in(session, customer_id)
    return list({person.id: person for role, person in held if ROLES[role].signs}.values())


def _asked_today(session: Session, case_id: UUID, wanted: _ToSign, cause: Cause) -> bool:
    rows = session.exec(
        select(CaseNote)
        .where(CaseNote.case_id == case_id, CaseNote.kind == ASKED)
        .order_by(col(CaseNote.id).desc())
    )
    newest = next((each for each in rows if each.facts.get("id") == str(wanted.id)), None)
    return newest is not None and local_date(newest.at) == local_date(cause.now)
