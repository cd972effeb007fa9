"""As their numbers are confirmed, users get their cards from the stock (SM-01)."""

from __future__ import annotations

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.roles import Role
from delivery import repository
from delivery.domain.labels import PROFILE_SENT
from delivery.domain.sims import ESIM, SIM
from delivery.domain.states import SIM as SIM_MACHINE
from delivery.domain.states import SimEvent, SimState
from delivery.models import CustomerUser, DeliveryCase, SimCard
from delivery.usecases.settle import note, settle
from infra.mail import queue_mail
from infra.transitions import Cause, move
from infra.vault import vault
from portingsvc.queries import confirmed_numbers


def assign_sims(session: Session, case: DeliveryCase, cause: Cause) -> int:
    """Give each user whose mobile number is confirmed a card of the kind ordered. Returns how many got one.

    A user who has no number to move gets one at once. Runs again without harm: when one kind of card runs
    out, the case says so, and the next run goes on.
    """
    version = repository.signed_version(session, case.id)
    if version is None:
        return 0
    confirmed = {number for _, number in confirmed_numbers(session, [case.id])}
    held = {card.user_id for card in repository.sims(session, [case.id]) if card.state is not SimState.LOST}
    given, short = 0, 0
    for user in repository.users(session, version.id):
        if user.sim_type not in (SIM, ESIM) or user.id in held:
            continue
        if user.mobile and user.mobile not in confirmed:
            continue
        card = repository.take_from_stock(session, user.sim_type)
        if card is None:
            short += 1
            continue
        _give(session, case, user, card, cause)
        given += 1
    if short:
        _tell_short(session, case, short, cause)
    settle(session, case, cause)
    return given


def _give(session: Session, case: DeliveryCase, user: CustomerUser, card: SimCard, cause: Cause) -> None:
    card.case_id, card.customer_id, card.partner_id = case.id, case.customer_id, case.partner_id
    card.user_id, card.number = user.id, user.mobile
    move(session, card, SIM_MACHINE, SimEvent.ASSIGN, cause)
    if card.kind == ESIM:
        _send_profile(session, case, user, card, cause)


def _send_profile(
    session: Session, case: DeliveryCase, user: CustomerUser, card: SimCard, cause: Cause
) -> None:
    """An eSIM is in hand when its activation code has been sent to its user; without an address it waits."""
    if not user.email or card.activation_encrypted is None:
        return
    contacts = accounts.people_with_role(session, case.customer_id, Role.TELEFONIANSVARIG)
    queue_mail(
        session,
        user.email,
        "esim",
        contacts[0].speaks if contacts else "sv",
        case_id=case.id,
        name=user.first_name or user.name,
        code=vault().decrypt(card.activation_encrypted).decode(),
    )
    move(session, card, SIM_MACHINE, SimEvent.RECEIVE, cause.because(PROFILE_SENT))


def _tell_short(session: Session, case: DeliveryCase, short: int, cause: Cause) -> None:
    """Say it once for each number of cards that are short, however often the scan comes by."""
    told = repository.newest_note(session, case.id, "sims_short")
    if told is None or told.facts.get("about") != str(short):
        note(session, case, "sims_short", "", cause, about=str(short))
