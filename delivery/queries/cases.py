"""Cases as lines of lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col

from accounts.domain.actor import Actor
from accounts.models import Organisation, Person
from delivery import repository
from delivery.domain.lead_time import missing_links
from delivery.domain.next_action import next_action
from delivery.domain.phases import PHASE_TITLES
from delivery.domain.queues import TITLES, Queue, queues_of, work_queue
from delivery.domain.risks import risks
from delivery.models import DeliveryCase
from delivery.queries.facts import Gathered, gather, number_counts
from delivery.queries.lines import CaseLine, QueueLine
from infra.together import Read, read_together


@dataclass(frozen=True, slots=True)
class Names:
    """What the organisations and people of some cases are called."""

    names: dict[UUID, str]
    org_numbers: dict[UUID, str]


def names_of(session: Session, cases: Sequence[DeliveryCase]) -> Names:
    """The names that lines show, in one statement."""
    wanted = {each for c in cases for each in (c.customer_id, c.partner_id) if each}
    planners = {c.planner_id for c in cases if c.planner_id}
    organisations, people = read_together(
        session,
        Read(Organisation, (col(Organisation.id).in_(wanted),)),
        Read(Person, (col(Person.id).in_(planners),)),
    )
    return Names(
        {o.id: o.name for o in organisations} | {p.id: p.name for p in people},
        {o.id: o.org_number for o in organisations},
    )


def line_of(gathered: Gathered, known: Names, now: datetime) -> CaseLine:
    """One case as a line."""
    case = gathered.case
    facts = gathered.facts(now)
    action = next_action(facts)
    return CaseLine(
        id=case.id,
        reference=case.reference,
        external_reference=case.external_reference,
        customer_name=known.names[case.customer_id],
        org_number=known.org_numbers[case.customer_id],
        partner_name=known.names[case.partner_id] if case.partner_id else "",
        planner_name=known.names.get(case.planner_id, "") if case.planner_id else "",
        state=case.state,
        state_title=PHASE_TITLES[case.state],
        go_live_on=case.go_live_on,
        is_preliminary=bool(missing_links(facts)),
        next_action=action,
        queue=work_queue(facts, action),
        queues=queues_of(facts, action),
        risks=risks(facts),
        numbers=number_counts(gathered.porting),
        size=case.size,
        version=case.version,
        created_at=case.created_at,
    )


def lines_of(session: Session, cases: Sequence[DeliveryCase], now: datetime) -> list[CaseLine]:
    """Cases as lines, in the order given."""
    gathered, known = gather(session, cases, now), names_of(session, cases)
    return [line_of(gathered[case.id], known, now) for case in cases]


def list_cases(
    session: Session, actor: Actor, *, now: datetime, queue: Queue | None = None, search: str = ""
) -> list[CaseLine]:
    """The cases an actor may see, in one list or all, the nearest due first."""
    lines = lines_of(session, _found(session, actor, search), now)
    if queue is not None:
        lines = [line for line in lines if queue in line.queues]
    return sorted(lines, key=lambda line: (line.next_action.due_on or line.go_live_on, line.reference))


def _found(session: Session, actor: Actor, search: str) -> Sequence[DeliveryCase]:
    """Cases by reference, company, organisation number or telephone number; all when nothing is asked for."""
    if not search.strip():
        return repository.cases(session, actor)
    return repository.cases(session, actor, repository.search(session, search.strip()))


def queue_counts(lines: Sequence[CaseLine]) -> list[QueueLine]:
    """Every list with how many of the cases stand in it."""
    counts = Counter(queue for line in lines for queue in line.queues)
    return [QueueLine(queue, title, counts[queue]) for queue, title in TITLES.items()]


def case_line(session: Session, actor: Actor, case_id: UUID, *, now: datetime) -> CaseLine:
    """One case as a line. Raises `NOT_FOUND`."""
    return lines_of(session, [repository.case(session, actor, case_id)], now)[0]
