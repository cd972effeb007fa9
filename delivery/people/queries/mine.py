"""What waits for one of the operator's people, over all their cases and those they cover (DL-05)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.roles import ROLES, Role
from delivery.domain.facts import CaseFacts
from delivery.domain.next_action import next_action
from delivery.domain.phase_words import WORDS
from delivery.domain.plan import in_reach
from delivery.models import DeliveryCase
from delivery.people import repository
from delivery.people.queries.answering import covering
from delivery.queries.cases import names_of
from delivery.queries.facts import gather
from infra.clock import local_date
from kernel.language import Text
from kernel.workdays import is_past


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Something that waits for a person: in which case, in which role, until when. `is_cover`: for somebody away."""

    case_id: UUID
    reference: str
    customer_name: str
    key: str
    text: Text
    role: Role
    role_title: Text
    due_on: date | None
    is_overdue: bool
    is_urgent: bool
    is_cover: bool


def waiting_for(session: Session, person_id: UUID, now: datetime) -> list[WaitingLine]:
    """What is urgent first, then by due day."""
    today = local_date(now)
    away = repository.absences_on(session, today)
    answers_for = {person_id} if person_id not in away else set()
    answers_for |= {each for each in away if covering(each, away) == person_id}
    found = repository.cases_of(session, answers_for)
    gathered, names = gather(session, found, now), names_of(session, found).names
    lines = []
    for case in found:
        held = {role: who for role, who in _holders(case) if who in answers_for}
        for key, text, role, due_on, urgent in _asked(gathered[case.id].facts(now)):
            if role not in held:
                continue
            lines.append(
                WaitingLine(
                    case_id=case.id,
                    reference=case.reference,
                    customer_name=names[case.customer_id],
                    key=key,
                    text=text,
                    role=role,
                    role_title=ROLES[role].title,
                    due_on=due_on,
                    is_overdue=due_on is not None and is_past(due_on, today),
                    is_urgent=urgent,
                    is_cover=held[role] != person_id,
                )
            )
    return sorted(lines, key=lambda line: (not line.is_urgent, line.due_on or date.max, line.reference))


def _asked(facts: CaseFacts) -> Iterator[tuple[str, Text, Role, date | None, bool]]:
    """What somebody can do in a case now: its next action, and every activity in reach beside it."""
    action = next_action(facts)
    if action.owner is not None and not action.is_wait:
        yield action.key, action.text, action.owner, action.due_on, action.is_urgent
    for row in in_reach(facts.placed, facts.state):
        if row.key != action.key:
            yield row.key, WORDS[row.key].staff, row.owner, row.due_on, False


def _holders(case: DeliveryCase) -> Iterator[tuple[Role, UUID]]:
    """Who has which role in a case; what no lead has falls to the planner."""
    for role, person_id in (
        (Role.LEVERANSPLANERARE, case.planner_id),
        (Role.TEKNISK_LEVERANSLEDARE, case.technical_lead_id or case.planner_id),
        (Role.ADMINISTRATIV_LEVERANSLEDARE, case.administrative_lead_id or case.planner_id),
    ):
        if person_id is not None:
            yield role, person_id
