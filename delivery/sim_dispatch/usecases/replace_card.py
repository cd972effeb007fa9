"""A card that is lost is replaced at once; a card that works is changed only when its number is not being ported."""

from __future__ import annotations

import re
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor, ActorKind
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.errors import (
    ICCID_TAKEN,
    ICCID_WRONG,
    NUMBER_NOT_IN_CASE,
    SIM_LOCKED,
    SIM_STOCK_EMPTY,
    USER_HAS_CARD,
)
from delivery.domain.sims import ESIM, ICCID_FAULTS, SIM
from delivery.domain.states import GIVEN_UP, SimEvent, SimState
from delivery.domain.states import SIM as SIM_MACHINE
from delivery.models import CustomerUser, DeliveryCase, SimCard
from delivery.sim_dispatch import repository as dispatch
from delivery.sim_dispatch.domain.words import SIM_STATES
from delivery.usecases.assign_sims import assign_sims, give_card
from delivery.usecases.settle import settle
from infra.transitions import Cause, move
from kernel.errors import NOT_FOUND, REASON_REQUIRED
from kernel.identities import check_iccid
from kernel.language import Text
from kernel.numbers import check_number, format_national
from portingsvc.queries import numbers_under_way

_UNKNOWN: Final = Text(sv="det finns inte där", en="it is not there")


def report_lost(session: Session, actor: Actor, case_id: UUID, sim_id: UUID, *, cause: Cause) -> SimCard:
    """The card is no use to anybody any more; its user gets another from the stock, also while a port is under way.

    Raises `REASON_REQUIRED`, `NOT_FOUND`, `ILLEGAL_TRANSITION` for a card that has not left us.
    """
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    case = repository.case(session, actor, case_id, lock=True)
    card = dispatch.card(session, actor, case_id, sim_id)
    move(session, card, SIM_MACHINE, SimEvent.LOSE, cause)
    assign_sims(session, case, _from_stock(cause))
    return card


def _from_stock(cause: Cause) -> Cause:
    """Who takes another card out of the stock: a planner with their own hands, else the product for who asked."""
    return cause if cause.role == ActorKind.PLANNER else cause.as_role("system")


def change_sim(
    session: Session, actor: Actor, case_id: UUID, sim_id: UUID, *, kind: str, cause: Cause
) -> SimCard:
    """Give a user a card of another kind, or a fresh one, for the one there is. Returns the new card.

    A planner does so, or the partner whose case it is. Raises `NOT_YOURS`, `REASON_REQUIRED`, `SIM_LOCKED` while its number is being ported, `SIM_STOCK_EMPTY`.
    """
    if actor.kind is not ActorKind.PARTNER:
        refuse_outsiders(actor)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    case = repository.case(session, actor, case_id, lock=True)
    old = dispatch.card(session, actor, case_id, sim_id)
    under_way = numbers_under_way(session, [old.number] if old.number else [])
    if under_way:
        raise SIM_LOCKED.error(number=format_national(old.number), order=under_way[old.number])
    user = session.get(CustomerUser, old.user_id) if old.user_id else None
    if user is None or kind not in (SIM, ESIM):
        raise NOT_FOUND.error()
    new = repository.take_from_stock(session, kind)
    if new is None:
        raise SIM_STOCK_EMPTY.error("kind", kind=kind)
    move(session, old, SIM_MACHINE, SimEvent.RETIRE, cause)
    old.parcel_id, old.envelope = None, None
    give_card(session, case, user, new, _from_stock(cause))
    settle(session, case, cause)
    return new


def assign_card(
    session: Session, actor: Actor, case_id: UUID, *, iccid: str, number: str, cause: Cause
) -> SimCard:
    """Give a certain card of the stock to the user of a number, as somebody at the packing table does.

    Raises `NOT_YOURS`, `ICCID_WRONG` and `ICCID_TAKEN` at `iccid`, `NUMBER_NOT_IN_CASE` and `USER_HAS_CARD` at
    `number`.
    """
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id, lock=True)
    user = _user(session, case, number)
    held = next((c for c in repository.sims(session, [case.id]) if c.user_id == user.id), None)
    if held is not None and held.state not in GIVEN_UP:
        raise USER_HAS_CARD.error("number", number=number, iccid=held.iccid)
    card = _free_card(session, iccid)
    give_card(session, case, user, card, cause)
    settle(session, case, cause)
    return card


def _user(session: Session, case: DeliveryCase, number: str) -> CustomerUser:
    version = repository.signed_version(session, case.id)
    e164 = check_number(number).first or number
    users = repository.users(session, version.id) if version else ()
    found = next((user for user in users if e164 and e164 in (user.mobile, user.fixed)), None)
    if found is None:
        raise NUMBER_NOT_IN_CASE.error("number", number=number or "–")
    return found


def _free_card(session: Session, written: str) -> SimCard:
    iccid = re.sub(r"[\s-]", "", written)
    fault = check_iccid(iccid)
    card = None if fault else dispatch.card_by_iccid(session, iccid)
    if card is None:
        why = ICCID_FAULTS[fault] if fault else _UNKNOWN
        raise ICCID_WRONG.error("iccid", value=written[:40] or "–", why_sv=why.sv, why_en=why.en)
    if card.state is not SimState.IN_STOCK:
        state = SIM_STATES[card.state]
        raise ICCID_TAKEN.error("iccid", iccid=iccid, state_sv=state.sv, state_en=state.en)
    return card
