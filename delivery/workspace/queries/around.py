"""What stands around the list: the planners to choose among, saved filters, and who was named in comments."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from accounts.domain.roles import Role
from accounts.models import Membership, Person
from delivery.workspace.models import Mention, SavedFilter
from infra.together import Read, read_together


@dataclass(frozen=True, slots=True)
class FilterLine:
    """A saved filter; `is_mine` may be removed by who looks."""

    id: UUID
    name: str
    query: dict[str, str]
    is_mine: bool
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Around:
    """`waiting` is how many mentions the person has not ticked off."""

    planners: tuple[tuple[UUID, str], ...]
    filters: tuple[FilterLine, ...]
    waiting: int


def around(session: Session, actor: Actor) -> Around:
    """One statement."""
    planners = select(Membership.person_id).where(Membership.role == Role.LEVERANSPLANERARE)
    mine = col(SavedFilter.person_id) == actor.person_id
    people, filters, mentions = read_together(
        session,
        Read(Person, (col(Person.id).in_(planners),)),
        Read(SavedFilter, (mine | col(SavedFilter.is_shared).is_(True),)),
        Read(Mention, (col(Mention.person_id) == actor.person_id, col(Mention.seen_at).is_(None))),
    )
    return Around(
        planners=tuple((each.id, each.name) for each in sorted(people, key=lambda each: each.name)),
        filters=tuple(
            FilterLine(each.id, each.name, each.query, each.person_id == actor.person_id, each.is_shared)
            for each in sorted(filters, key=lambda each: each.name.lower())
        ),
        waiting=len(mentions),
    )
