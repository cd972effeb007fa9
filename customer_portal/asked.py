"""What waits for the person who looks, first on their pages, and what waits for others at the customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from accounts.domain.roles import ROLES
from customer_portal.paths import task_path
from delivery.people.domain.at_customer import REPAIR, SIGN_DATA, Asked
from delivery.people.queries import share_of
from delivery.questionnaire.domain.shape import TEL
from kernel.language import Text
from portingsvc.queries import RepairLine

if TYPE_CHECKING:
    from sqlmodel import Session

    from accounts.domain.actor import Actor
    from delivery.queries.views import CustomerView
    from delivery.questionnaire.queries.views import SectionView
    from portingsvc.queries import MandateLine

_PLAN_KEYS: Final = {SIGN_DATA: "customer_data"}


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One thing that waits: `path` is the page where it is done, empty for what is only confirmed.

    `whose` are the roles it waits for and `names` who has them, for what waits for others.
    """

    asked: Asked
    path: str
    whose: tuple[Text, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """What waits for who looks, and for others; `others` only for those who answer for the whole.

    `repairs` are the refused moves among what is the person's own, with their hour.
    """

    mine: tuple[AskedLine, ...]
    others: tuple[AskedLine, ...]
    repairs: tuple[RepairLine, ...]


def asked_now(
    session: Session,
    actor: Actor,
    view: CustomerView,
    parts: Sequence[SectionView],
    mandates: Sequence[MandateLine],
    repairs: Sequence[RepairLine],
    *,
    now: datetime,
) -> Asking:
    """For one person in one case, as the page has read it; one statement."""
    share, held = share_of(session, actor, view, parts, repairs, now=now)

    def path(asked: Asked) -> str:
        if asked.where:
            return f"/cases/{view.line.id}/{asked.where}"
        if asked.key == SIGN_DATA:
            return f"/cases/{view.line.id}/data/{view.versions[0].number}"
        return task_path(view.line.id, _PLAN_KEYS.get(asked.key, asked.key), view, mandates)

    others = (
        AskedLine(
            each,
            path(each),
            tuple(ROLES[role].title for role in sorted(whose)),
            tuple(person.name for role in sorted(whose) for person in held.get(role, ())),
        )
        for each, whose in share.others
        if actor.roles & TEL
    )
    mine = tuple(AskedLine(each, path(each)) for each in share.mine)
    is_asked = any(each.key == REPAIR for each in share.mine)
    return Asking(mine, tuple(others), tuple(repairs) if is_asked else ())
