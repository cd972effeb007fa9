"""Enter a fibre network, its service providers and its freezes: what the network owner keeps in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor, ActorKind
from accounts.domain.errors import NOT_YOURS
from accounts.usecases.invite_person import usable_email
from infra.transitions import Cause
from kernel.errors import INVALID_INPUT, NOT_FOUND
from kernel.language import Language
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.errors import ALREADY_REGISTERED, ANSWER_DAYS_WRONG, FREEZE_BACKWARDS
from openfibre.port_unblocking.domain.window import MOST_ANSWER_DAYS, USUAL_ANSWER_DAYS
from openfibre.port_unblocking.gateways.networks import seal
from openfibre.port_unblocking.models import Manner, PortFreeze, UnblockingNetwork, UnblockingProvider

OWN_LOGIN: Final = "network"


@dataclass(frozen=True, slots=True)
class NewNetwork:
    """A network. `base_url` and `secret` belong to the machine manner; a portal needs neither."""

    code: str
    name: str
    manner: Manner
    base_url: str = ""
    secret: str = ""
    alarm_email: str = ""
    login: str = OWN_LOGIN


def register_network(session: Session, actor: Actor, new: NewNetwork, *, cause: Cause) -> UnblockingNetwork:
    """Enter a network. Raises `ALREADY_REGISTERED`; `INVALID_INPUT` for a machine manner without an address."""
    owner_only(actor)
    if repository.network_by_code(session, new.code) is not None:
        raise ALREADY_REGISTERED.error("code", value=new.code)
    if new.manner is Manner.ON_API and not (new.base_url.startswith(("http://", "https://")) and new.secret):
        raise INVALID_INPUT.error("base_url")
    made = UnblockingNetwork(
        code=new.code,
        name=new.name,
        manner=new.manner,
        base_url=new.base_url.rstrip("/"),
        login=new.login,
        sealed_secret=seal(new.secret) if new.secret else None,
        alarm_email=usable_email(new.alarm_email) if new.alarm_email else "",
        created_at=cause.now,
    )
    session.add(made)
    session.flush()
    return made


def readdress_network(
    session: Session, actor: Actor, code: str, *, base_url: str, secret: str
) -> UnblockingNetwork | None:
    """A network's operator answers at another address, or under another secret. None for an unknown code."""
    owner_only(actor)
    found = repository.network_by_code(session, code)
    if found is not None:
        found.base_url = base_url.rstrip("/")
        found.sealed_secret = seal(secret)
    return found


def register_provider(
    session: Session,
    actor: Actor,
    organisation_id: UUID,
    *,
    sp_id: str,
    contact_email: str,
    answer_days: int = USUAL_ANSWER_DAYS,
    language: Language = "sv",
    cause: Cause,
) -> UnblockingProvider:
    """Make an organisation a service provider. Raises `ALREADY_REGISTERED`, `ANSWER_DAYS_WRONG`."""
    owner_only(actor)
    check_answer_days(answer_days)
    organisations = accounts.organisations(session, [organisation_id])
    if not organisations:
        raise NOT_FOUND.error()
    taken = repository.provider_by_sp_id(session, sp_id) or next(
        (each for each in repository.providers(session) if each.organisation_id == organisation_id), None
    )
    if taken is not None:
        raise ALREADY_REGISTERED.error("sp_id", value=sp_id)
    made = UnblockingProvider(
        organisation_id=organisation_id,
        sp_id=sp_id,
        name=organisations[0].name,
        contact_email=usable_email(contact_email),
        language=language,
        answer_days=answer_days,
        created_at=cause.now,
    )
    session.add(made)
    session.flush()
    return made


def set_answer_days(session: Session, actor: Actor, days: int) -> UnblockingProvider:
    """A provider gives its consumers another time to answer; what is under way keeps its own."""
    check_answer_days(days)
    provider = repository.provider_of(session, actor)
    provider.answer_days = days
    return provider


def set_freeze(
    session: Session, actor: Actor, network_id: UUID, starts_on: date, ends_on: date, *, cause: Cause
) -> PortFreeze:
    """A network freeze: no forced order on these days, both counted (G5). Raises `FREEZE_BACKWARDS`."""
    owner_only(actor)
    if ends_on < starts_on:
        raise FREEZE_BACKWARDS.error("ends_on", starts=starts_on, ends=ends_on)
    made = PortFreeze(network_id=network_id, starts_on=starts_on, ends_on=ends_on, reason=cause.reason)
    session.add(made)
    session.flush()
    return made


def check_answer_days(days: int) -> None:
    """Raise `ANSWER_DAYS_WRONG` for a time to answer that no provider may set."""
    if not 1 <= days <= MOST_ANSWER_DAYS:
        raise ANSWER_DAYS_WRONG.error("answer_days", most=MOST_ANSWER_DAYS, usual=USUAL_ANSWER_DAYS)


def owner_only(actor: Actor) -> None:
    """Raise `NOT_YOURS` unless the network owner's staff (or the machinery) asks."""
    if actor.kind not in (ActorKind.PLANNER, ActorKind.SYSTEM):
        raise NOT_YOURS.error()
