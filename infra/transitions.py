"""The one writer of `.state`.

`move()` looks the step up in the entity's machine, sets the state, and writes a history row and an outbox
event in the same transaction. Nothing else in the product assigns `.state` to a stored row; a test greps.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar, cast
from uuid import UUID

from sqlalchemy import BigInteger, Column, CursorResult, Identity, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Field, Session, SQLModel

from infra.columns import among, instant, json_field, long_text, table_of
from infra.outbox import News, Subject, emit_all
from kernel.errors import CHANGED_MEANWHILE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    from kernel.statemachine import Machine, Transition

S = TypeVar("S", bound="StrEnum")
E = TypeVar("E", bound="StrEnum")


@dataclass(frozen=True, slots=True)
class Cause:
    """Who makes something happen, when, and why. Every write of the product has one (X-02).

    `role` is the actor that transition tables speak of (`customer planner partner donor system`);
    `name` is what a history shows; `person_id` is set when it is a signed-in person.
    """

    role: str
    name: str
    now: datetime
    person_id: UUID | None = None
    reason: str = ""
    facts: dict[str, Any] = field(default_factory=dict)

    def because(self, reason: str, **facts: Any) -> Cause:
        """The same actor at the same instant, with another reason."""
        return Cause(self.role, self.name, self.now, self.person_id, reason, facts)

    def as_role(self, role: str) -> Cause:
        """The same instant, acting for another role: a scan that carries a donor's answer, say."""
        return Cause(role, self.name, self.now, self.person_id, self.reason, self.facts)


class Stateful(Protocol):
    """What `move` needs of an entity."""

    id: UUID
    state: Any

    def subject(self) -> Subject:
        """What the entity is, and whom its events concern."""
        ...


class StateHistory(SQLModel, table=True):
    """Every state change of every entity: append-only."""

    __tablename__ = "state_history"

    id: int = Field(default=None, sa_column=Column(BigInteger, Identity(always=True), primary_key=True))
    entity: str = Field(max_length=40)
    entity_id: UUID = Field(index=True)
    case_id: UUID | None = Field(default=None, index=True)
    event: str = Field(max_length=40)
    from_state: str = Field(max_length=40)
    to_state: str = Field(max_length=40)
    actor_role: str = Field(max_length=20)
    actor_name: str = Field(max_length=200)
    person_id: UUID | None = None
    reason: str = long_text()
    facts: dict[str, Any] = json_field()
    at: datetime = instant()


_HISTORY: Final = table_of(StateHistory).insert()


def move(
    session: Session, entity: Stateful, machine: Machine[S, E], event: E, cause: Cause
) -> Transition[S, E]:
    """Make one step. Raises `ILLEGAL_TRANSITION` (409) with the allowed events when the table has no row.

    The state is written by compare-and-set: when somebody else has moved the row since it was read, nothing
    is written and `CHANGED_MEANWHILE` (409) is raised (NP-08).
    """
    return move_all(session, [(entity, cause)], machine, event)[0]


def move_all(
    session: Session, steps: Sequence[tuple[Stateful, Cause]], machine: Machine[S, E], event: E
) -> list[Transition[S, E]]:
    """Make the same step with many rows of one kind, all or none, in a few statements. Raises as `move`."""
    made = [machine.decide(entity.state, event, actor=cause.role) for entity, cause in steps]
    session.flush()
    by_source: dict[S, list[Stateful]] = {}
    for entity, _ in steps:
        by_source.setdefault(entity.state, []).append(entity)
    history = [
        _history(machine.name, entity, str(event), str(step.to), cause)
        for (entity, cause), step in zip(steps, made, strict=True)
    ]
    for before, entities in by_source.items():
        _compare_and_set(session, entities, before, machine.decide_any(before, event).to)
    if history:
        session.connection().execute(_HISTORY, [line for line, _ in history])
        emit_all(session, [news for _, news in history])
    return made


def _compare_and_set(session: Session, entities: Sequence[Stateful], before: StrEnum, to: StrEnum) -> None:
    table = type(entities[0])
    written = session.execute(
        update(table)
        .where(among(table.id, [each.id for each in entities]), table.state == before)
        .values(state=to),
        execution_options={"synchronize_session": False},
    )
    if cast("CursorResult[Any]", written).rowcount != len(entities):
        raise CHANGED_MEANWHILE.error()
    for entity in entities:
        set_committed_value(entity, "state", to)


def _history(
    machine: str, entity: Stateful, event: str, to_state: str, cause: Cause
) -> tuple[dict[str, Any], News]:
    subject, before = entity.subject(), str(entity.state)
    line = {
        "entity": machine,
        "entity_id": entity.id,
        "case_id": subject.case_id,
        "event": event,
        "from_state": before,
        "to_state": to_state,
        "actor_role": cause.role,
        "actor_name": cause.name,
        "person_id": cause.person_id,
        "reason": cause.reason,
        "facts": cause.facts,
        "at": cause.now,
    }
    payload = {"from": before, "to": to_state, "reason": cause.reason, **cause.facts}
    return line, News(f"{machine}.{event}", subject, payload, cause.name, cause.now, cause.role)
