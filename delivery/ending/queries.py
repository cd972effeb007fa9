"""What ends at each present operator, and how far the customer has come with the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository as cases
from delivery.ending import repository
from delivery.ending.domain.steps import STEPS, Step
from kernel.numbers import format_series
from portingsvc.domain.donors import donor
from portingsvc.queries import orders_of_case


@dataclass(frozen=True, slots=True)
class StepLine:
    """An item of the checklist, and who ticked it when."""

    step: Step
    done_at: datetime | None
    done_by: str


@dataclass(frozen=True, slots=True)
class EndingLine:
    """A present operator: the numbers whose subscriptions the move ends, and the checklist for the rest.

    `numbers` are pairs of writing and the instant of the move; none while it has not been planned.
    """

    donor: str
    donor_name: str
    numbers: tuple[tuple[str, datetime | None], ...]
    steps: tuple[StepLine, ...]

    @property
    def done(self) -> int:
        return sum(1 for line in self.steps if line.done_at)


def ending_lines(session: Session, actor: Actor, case_id: UUID) -> tuple[EndingLine, ...]:
    """One line for each operator that numbers move from. Raises `NOT_FOUND`."""
    case = cases.case(session, actor, case_id)
    at = {order.first: order.port_at for order in orders_of_case(session, case.id)}
    ticked = {(row.donor, row.step): row for row in repository.ticked(session, case.id)}
    lines = []
    for row in repository.preparations(session, case.id):
        steps = []
        for step in STEPS:
            tick = ticked.get((row.donor, step.key))
            steps.append(StepLine(step, tick.done_at if tick else None, tick.done_by if tick else ""))
        numbers = tuple((format_series(first, last), at.get(first)) for first, last in row.series)
        lines.append(EndingLine(row.donor, donor(row.donor).name, numbers, tuple(steps)))
    return tuple(lines)
