"""Cases as lines of lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.phases import PHASE_TITLES
from delivery.domain.queues import day_queue
from delivery.domain.standing import Standing, standing_of
from delivery.models import DeliveryCase
from delivery.queries.facts import Gathered, Names, gather, names_from, reads_of_names
from delivery.queries.lines import CaseLine
from infra.together import read_together


def names_of(session: Session, cases: Sequence[DeliveryCase]) -> Names:
    """The names that lines show, in one statement."""
    organisations, people = read_together(session, *reads_of_names([case.id for case in cases]))
    return names_from(organisations, people)


def line_of(gathered: Gathered, known: Names, now: datetime) -> CaseLine:
    """One case as a line, from its facts."""
    facts = gathered.facts(now)
    return line_from(gathered.case, standing_of(facts), known, facts.today)


def line_from(case: DeliveryCase, standing: Standing, known: Names, today: date) -> CaseLine:
    """One case as a line, from where it stands."""
    day = day_queue(case.state, case.go_live_on, today)
    return CaseLine(
        id=case.id,
        reference=case.reference,
        external_reference=case.external_reference,
        customer_name=known.names[case.customer_id],
        org_number=known.org_numbers[case.customer_id],
        partner_id=case.partner_id,
        partner_name=known.names[case.partner_id] if case.partner_id else "",
        planner_name=known.names.get(case.planner_id, "") if case.planner_id else "",
        state=case.state,
        state_title=PHASE_TITLES[case.state],
        go_live_on=case.go_live_on,
        is_preliminary=standing.is_preliminary,
        next_action=standing.action,
        queue=standing.queue,
        queues=frozenset({standing.queue} | ({day} if day else set())),
        risks=standing.risks,
        numbers=standing.numbers,
        size=case.size,
        version=case.version,
        created_at=case.created_at,
    )


def lines_of(session: Session, cases: Sequence[DeliveryCase], now: datetime) -> list[CaseLine]:
    """Cases as lines, in the order given."""
    gathered, known = gather(session, cases, now), names_of(session, cases)
    return [line_of(gathered[case.id], known, now) for case in cases]


def list_cases(session: Session, actor: Actor, *, now: datetime) -> list[CaseLine]:
    """Every case that an actor may see, the nearest due first. Planners' lists: `delivery.workspace.queries`."""
    lines = lines_of(session, repository.cases(session, actor), now)
    return sorted(lines, key=lambda line: (line.next_action.due_on or line.go_live_on, line.reference))


def case_line(session: Session, actor: Actor, case_id: UUID, *, now: datetime) -> CaseLine:
    """One case as a line. Raises `NOT_FOUND`."""
    return lines_of(session, [repository.case(session, actor, case_id)], now)[0]
