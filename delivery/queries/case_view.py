"""A case, whole: for its planner, and for its customer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import ROLES, Role
from accounts.models import Person
from delivery import repository
from delivery.domain.lead_time import missing_links
from delivery.domain.next_action import CUSTOMER_ROLES
from delivery.domain.options import OPTIONS, Option
from delivery.domain.phase_words import WORDS
from delivery.domain.phases import PHASE_TITLES
from delivery.domain.plan import Placed, is_by_hand, lacking
from delivery.domain.states import CASE, PHASES, CaseState
from delivery.domain.task_words import IF_NOT
from delivery.models import CaseActivity
from delivery.queries.cases import line_of
from delivery.queries.facts import Gathered, gather
from delivery.queries.lines import ActivityLine, GateLine, PersonLine, PhaseLine
from delivery.queries.parts import (
    call_targets,
    card_holders,
    fault_lines,
    parcel_lines,
    preparation_lines,
    sim_lines,
    test_call_lines,
    version_line,
)
from delivery.queries.views import CaseView, CustomerTask, CustomerView

_FOLLOWING = {
    CaseState.FORBEREDELSER: CaseState.GENOMFORANDE,
    CaseState.GENOMFORANDE: CaseState.DRIFTSATTNING,
    CaseState.DRIFTSATTNING: CaseState.HYPERCARE,
}


def case_view(
    session: Session, actor: Actor, case_id: UUID, *, now: datetime, cards: bool = True, people: bool = True
) -> CaseView:
    """Everything about a case, in seven statements. Raises `NOT_FOUND`.

    Who shows neither users and `cards` nor `people` does without, two statements and one.
    """
    case = repository.case(session, actor, case_id)
    gathered = gather(session, [case], now, whole=True, cards=cards)[case.id]
    facts = gathered.facts(now)
    around = _people(session, case.customer_id) if people else _People((), ())
    return CaseView(
        line=line_of(gathered, gathered.known, now),
        facts=facts,
        customer_id=case.customer_id,
        partner_id=case.partner_id,
        options=tuple(OPTIONS[Option(each)] for each in case.options),
        main_number=case.main_number,
        agreement_address=case.agreement_address,
        sim_address=case.sim_address or case.agreement_address,
        people=around.customer,
        staff=around.staff,
        leads=around.leads(case.technical_lead_id, case.administrative_lead_id),
        phases=phase_lines(gathered, facts.placed, facts.today),
        missing_links=missing_links(facts),
        allowed=CASE.allowed(case.state, actor.kind.value),
        headroom=facts.porting.headroom,
        versions=tuple(version_line(each) for each in gathered.versions),
        preparations=preparation_lines(gathered),
        sims=sim_lines(gathered),
        card_holders=card_holders(gathered),
        sims_short=facts.sims.short,
        parcels=parcel_lines(gathered),
        sample_seed=case.sample_seed,
        call_targets=call_targets(gathered),
        test_calls=test_call_lines(gathered),
        faults=fault_lines(gathered),
        live_at=case.live_at,
        hand_over_at=case.hand_over_at,
    )


def customer_view(session: Session, actor: Actor, case_id: UUID, *, now: datetime) -> CustomerView:
    """A case as its customer follows it. Raises `NOT_FOUND`."""
    case = repository.case(session, actor, case_id)
    gathered = gather(session, [case], now, whole=True, cards=True)[case.id]
    facts = gathered.facts(now)
    tasks = tuple(_task(placed, facts.today) for placed in facts.placed if placed.owner in CUSTOMER_ROLES)
    return CustomerView(
        line=line_of(gathered, gathered.known, now),
        tasks=tasks,
        tasks_done=sum(1 for task in tasks if task.standing in ("done", "waived")),
        phases=phase_lines(gathered, facts.placed, facts.today),
        missing_links=missing_links(facts),
        contacts=_contacts(session, gathered),
        versions=tuple(version_line(each) for each in gathered.versions),
        preparations=preparation_lines(gathered),
        parcels=parcel_lines(gathered),
        live_at=case.live_at,
        hand_over_at=case.hand_over_at,
    )


def _task(placed: Placed, today: date) -> CustomerTask:
    return CustomerTask(
        key=placed.key,
        text=WORDS[placed.key].customer,
        standing=placed.standing.value,
        owner=placed.owner,
        due_on=placed.due_on,
        is_overdue=placed.is_overdue(today),
        if_not=IF_NOT[placed.activity.phase],
    )


@dataclass(frozen=True, slots=True)
class _People:
    """Who is in a case: the customer's people and ours."""

    customer: tuple[PersonLine, ...]
    staff: tuple[PersonLine, ...]

    def leads(self, *ids: UUID | None) -> tuple[PersonLine, ...]:
        wanted = {each for each in ids if each}
        return tuple(
            line for line in self.staff if line.id in wanted and line.role is not Role.LEVERANSPLANERARE
        )


def _people(session: Session, customer_id: UUID) -> _People:
    """Both sides in one statement."""
    rows = accounts.people_around(session, customer_id)
    return _People(
        tuple(_person(role, person) for side, role, person in rows if side == customer_id),
        tuple(_person(role, person) for side, role, person in rows if side != customer_id),
    )


def _person(role: Role, person: Person) -> PersonLine:
    return PersonLine(person.id, person.name, person.email, person.phone, role)


def staff(session: Session) -> tuple[PersonLine, ...]:
    """The operator's own people."""
    return tuple(_person(role, person) for _, role, person in accounts.people_around(session, None))


def _contacts(session: Session, gathered: Gathered) -> tuple[PersonLine, ...]:
    """Whom the customer asks: the planner, then the leads."""
    case = gathered.case
    order = (case.planner_id, case.technical_lead_id, case.administrative_lead_id)
    lines = {line.id: line for line in staff(session)}
    return tuple(lines[each] for each in order if each in lines)


def phase_lines(gathered: Gathered, placed: tuple[Placed, ...], today: date) -> tuple[PhaseLine, ...]:
    """The three phases with all in them."""
    case = gathered.case
    # When each phase was left, from the history.
    passed: dict[str, datetime] = {step.from_state: step.at for step in gathered.steps}
    rows = {row.key: row for row in gathered.activities}
    now_at = PHASES.index(case.state) if case.state in PHASES else len(PHASES)
    lines = []
    for index, phase in enumerate(PHASES):
        standing = "done" if index < now_at else ("now" if index == now_at else "coming")
        missing = lacking(placed, phase)
        opened = case.created_at if index == 0 else passed.get(PHASES[index - 1])
        following = _FOLLOWING[phase]
        gate = GateLine(
            opens=following,
            opens_title=PHASE_TITLES[following],
            is_open=standing == "now" and not missing,
            is_passed=standing == "done",
            lacking=tuple(WORDS[row.key].staff for row in missing),
        )
        activities = tuple(
            _activity(row, rows[row.key], today) for row in placed if row.activity.phase is phase
        )
        lines.append(
            PhaseLine(phase, PHASE_TITLES[phase], standing, opened, passed.get(phase), activities, gate)
        )
    return tuple(lines)


def _activity(placed: Placed, row: CaseActivity, today: date) -> ActivityLine:
    words = WORDS[placed.key]
    return ActivityLine(
        key=placed.key,
        staff=words.staff,
        customer=words.customer,
        owner=placed.owner,
        owner_title=ROLES[placed.owner].title,
        kind=placed.activity.kind.value,
        standing=placed.standing.value,
        is_gate=placed.activity.gate,
        is_by_hand=is_by_hand(placed.key),
        is_overdue=placed.is_overdue(today),
        due_on=placed.due_on,
        waits_for=tuple(WORDS[key].staff for key in placed.waits_for),
        done_at=row.done_at,
        done_by=row.done_by,
        waived_reason=row.waived_reason,
        result=row.result,
    )
