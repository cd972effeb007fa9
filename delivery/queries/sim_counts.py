"""The cards of cases, counted by the database: in one statement, however many users they have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from sqlalchemy import String, cast, func, literal, or_, select, union_all
from sqlmodel import Session, col

from delivery.domain.facts import SimFacts
from delivery.domain.sims import ESIM, SIM
from delivery.domain.states import GIVEN_UP, DataState, SimState
from delivery.models import CustomerDataVersion, CustomerUser, SimCard
from portingsvc.queries import is_confirmed

_IN_HAND: Final = (SimState.RECEIVED, SimState.ACTIVE)
_USERS: Final = "users"
_CARDS: Final = "cards"


def sim_facts(session: Session, case_ids: Iterable[UUID]) -> dict[UUID, SimFacts]:
    """Who shall have a card, who is ready for one, and where the cards are, of several cases."""
    ids = list(case_ids)
    session.flush()
    users: dict[UUID, dict[str, tuple[int, int, int]]] = defaultdict(dict)
    cards: dict[UUID, dict[tuple[str, SimState], int]] = defaultdict(dict)
    for case_id, what, kind, state, first, second, third in session.execute(
        union_all(_wanting(ids), _cards(ids))
    ).all():
        if what == _USERS:
            users[case_id][kind] = (first, second, third)
        else:
            cards[case_id][kind, SimState(state)] = first
    return {each: _facts(users[each], cards[each]) for each in ids}


def _facts(users: dict[str, tuple[int, int, int]], cards: dict[tuple[str, SimState], int]) -> SimFacts:
    def count(*states: SimState) -> int:
        return sum(cards.get((kind, state), 0) for kind in (SIM, ESIM) for state in states)

    def coming(kind: str) -> int:
        needed, _, assigned = users.get(kind, (0, 0, 0))
        return needed - assigned

    needed, ready, assigned = (sum(each[place] for each in users.values()) for place in range(3))
    return SimFacts(
        needed=needed,
        ready=ready,
        assigned=assigned,
        coming_cards=coming(SIM),
        coming_profiles=coming(ESIM),
        to_pack=cards.get((SIM, SimState.RESERVED), 0),
        to_activate=cards.get((ESIM, SimState.RESERVED), 0),
        packed=count(SimState.PACKED),
        on_way=count(SimState.SHIPPED),
        in_hand=count(*_IN_HAND),
    )


def _wanting(ids: list[UUID]) -> Any:
    """Per case and kind: users of the signed version who shall have a card; whose number is confirmed; who has one."""
    has_card = (
        select(col(SimCard.id))
        .where(col(SimCard.user_id) == CustomerUser.id, col(SimCard.state).not_in(GIVEN_UP))
        .exists()
    )
    is_ready = or_(
        col(CustomerUser.mobile) == "",
        is_confirmed(col(CustomerDataVersion.case_id), col(CustomerUser.mobile)),
    )
    return (
        select(
            col(CustomerDataVersion.case_id),
            literal(_USERS),
            col(CustomerUser.sim_type),
            literal(""),
            func.count(),
            func.count().filter(is_ready),
            func.count().filter(has_card),
        )
        .join(CustomerUser, col(CustomerUser.version_id) == CustomerDataVersion.id)
        .where(
            col(CustomerDataVersion.case_id).in_(ids),
            col(CustomerDataVersion.state) == DataState.SIGNED,
            col(CustomerUser.sim_type).in_((SIM, ESIM)),
        )
        .group_by(col(CustomerDataVersion.case_id), col(CustomerUser.sim_type))
    )


def _cards(ids: list[UUID]) -> Any:
    return (
        select(
            col(SimCard.case_id),
            literal(_CARDS),
            col(SimCard.kind),
            cast(col(SimCard.state), String),
            func.count(),
            literal(0),
            literal(0),
        )
        .where(col(SimCard.case_id).in_(ids))
        .group_by(col(SimCard.case_id), col(SimCard.kind), col(SimCard.state))
    )
