"""Changes after sign-off: what each kind touches in the plan, and so what it costs in working days (CU-03).

A change is free for as long as the work that it touches is not yet due. After that go-live moves by as many
working days as the work is late. New numbers also need their donors' lead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from delivery.domain import phases
from kernel.language import Text
from kernel.statemachine import Machine, on
from kernel.workdays import add_workdays, workdays_between


class ChangeState(StrEnum):
    """Where a change request stands."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ChangeEvent(StrEnum):
    """What happens to one."""

    AGREE = "agree"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


CHANGE: Final = Machine(
    "change_request",
    ChangeState.ASKED,
    frozenset({ChangeState.AGREED, ChangeState.REFUSED, ChangeState.WITHDRAWN}),
    (
        on(ChangeEvent.AGREE, ChangeState.ASKED, to=ChangeState.AGREED, by="planner"),
        on(ChangeEvent.REFUSE, ChangeState.ASKED, to=ChangeState.REFUSED, by="planner"),
        on(ChangeEvent.WITHDRAW, ChangeState.ASKED, to=ChangeState.WITHDRAWN, by="customer"),
    ),
)


class ChangeKind(StrEnum):
    """What a change concerns."""

    DETAILS = "details"
    PEOPLE = "people"
    CALLS = "calls"
    SIMS = "sims"
    NUMBERS = "numbers"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind in words, and the activity whose work it touches; none is free, or for the planner to say."""

    kind: ChangeKind
    text: Text
    touches: str = ""
    moves_numbers: bool = False


KINDS: Final = {
    row.kind: row
    for row in (
        KindRow(
            ChangeKind.DETAILS,
            Text(
                sv="En persons uppgifter: namn, e-post, avdelning, kostnadsställe",
                en="A person's details: name, e-mail, department, cost centre",
            ),
        ),
        KindRow(
            ChangeKind.PEOPLE,
            Text(
                sv="En person till, en färre, eller annat abonnemang",
                en="One person more or less, or another subscription",
            ),
            "subscriptions",
        ),
        KindRow(
            ChangeKind.CALLS,
            Text(
                sv="Svarsgrupper, öppettider eller vart samtal går",
                en="Answer groups, opening hours or where calls go",
            ),
            "configuration",
        ),
        KindRow(
            ChangeKind.SIMS,
            Text(sv="SIM eller eSIM, eller vart korten skickas", en="SIM or eSIM, or where the cards go"),
            phases.SIM_DELIVERED,
        ),
        KindRow(
            ChangeKind.NUMBERS,
            Text(
                sv="Vilka nummer som flyttas, eller från vilken operatör",
                en="Which numbers move, or from which operator",
            ),
            phases.PORTING_REQUESTED,
            moves_numbers=True,
        ),
        KindRow(
            ChangeKind.OTHER,
            Text(
                sv="Något annat, till exempel en annan driftstartsdag",
                en="Something else, another go-live day for instance",
            ),
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a change costs: working days, and the go-live day that it leads to. `days` None: the planner says."""

    days: int | None
    go_live_on: date


def cost_of(
    row: KindRow, *, today: date, due: Mapping[str, date | None], go_live_on: date, earliest_port: date
) -> Cost:
    """The cost today, by when the plan's activities are due."""
    if row.kind is ChangeKind.OTHER:
        return Cost(None, go_live_on)
    due_on = due.get(row.touches)
    days = workdays_between(due_on, today) if due_on and due_on < today else 0
    if row.moves_numbers and earliest_port > go_live_on:
        days = max(days, workdays_between(go_live_on, earliest_port))
    return Cost(days, add_workdays(go_live_on, days) if days else go_live_on)
