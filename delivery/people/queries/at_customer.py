"""What waits for somebody at the customer in one case: tasks of the plan, questions, refused moves, parcels (DL-05)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Final

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import Role
from accounts.models import Person
from delivery import repository
from delivery.domain import action_words, phases
from delivery.domain.risks import fill
from delivery.domain.states import CaseState, DataState, ParcelState
from delivery.domain.task_words import IF_NOT
from delivery.people.domain.at_customer import (
    PARCEL,
    PARCEL_WORDS,
    QUESTIONS,
    QUESTIONS_WORDS,
    REPAIR,
    REPAIR_WORDS,
    SIGN_DATA,
    Asked,
    Share,
    shared,
)
from delivery.queries.views import CustomerView
from delivery.questionnaire.domain.shape import IT, MONEY
from delivery.questionnaire.queries.views import SectionView
from infra.clock import local_date
from portingsvc.queries import RepairLine

# Parts of the questionnaire that are an activity of the plan of their own.
_ACTIVITIES: Final = frozenset({"invoicing", "training"})
_OWNERS: Final = {IT: Role.IT_ANSVARIG, MONEY: Role.FAKTURAANSVARIG}


def share_of(
    session: Session,
    actor: Actor,
    view: CustomerView,
    parts: Sequence[SectionView],
    repairs: Sequence[RepairLine],
    *,
    now: datetime,
) -> tuple[Share, dict[Role, list[Person]]]:
    """What waits for the actor and for others in a case, and who has which role; one statement.

    `parts` and `repairs` are those of the case as the page has read them.
    """
    case = repository.case(session, actor, view.line.id)
    held: dict[Role, list[Person]] = {}
    for role, person in accounts.roles_in(session, case.customer_id):
        held.setdefault(role, []).append(person)
    asked = [
        *_tasks(view),
        *_questions(view, parts, local_date(now)),
        *_repairs(repairs, local_date(now)),
        *_parcels(view),
    ]
    return shared(asked, actor.roles, held), held


def _tasks(view: CustomerView) -> Iterator[Asked]:
    """What can be done now: open, and of a phase that has begun."""
    begun = {line.key for phase in view.phases if phase.standing != "coming" for line in phase.activities}
    for task in view.tasks:
        if task.standing != "open" or task.key not in begun:
            continue
        key, text = task.key, task.text
        if key == phases.CUSTOMER_DATA and view.versions and view.versions[0].state is DataState.CLEAN:
            key, text = SIGN_DATA, action_words.SIGN
        yield Asked(key, text, task.owner, task.due_on, task.is_overdue, task.if_not)


def _questions(view: CustomerView, parts: Iterable[SectionView], today: date) -> Iterator[Asked]:
    """Parts of the questionnaire that are left, together for each role; due when the lists are."""
    if view.line.state is not CaseState.FORBEREDELSER:
        return
    due_on = next((task.due_on for task in view.tasks if task.key == phases.CUSTOMER_DATA), None)
    left: dict[Role, list[SectionView]] = {}
    for part in parts:
        if not part.is_done and part.section.key not in _ACTIVITIES:
            owner = _OWNERS.get(part.section.roles, Role.TELEFONIANSVARIG)
            left.setdefault(owner, []).append(part)
    for owner, found in left.items():
        titles = [part.section.title for part in found]
        words = fill(
            QUESTIONS_WORDS,
            titles_sv=", ".join(title.sv for title in titles),
            titles_en=", ".join(title.en for title in titles),
        )
        overdue = due_on is not None and due_on < today
        where = f"questions/{found[0].section.key}"
        yield Asked(QUESTIONS, words, owner, due_on, overdue, IF_NOT[CaseState.FORBEREDELSER], where)


def _repairs(repairs: Iterable[RepairLine], today: date) -> Iterator[Asked]:
    for repair in repairs:
        due_on = local_date(repair.due_at)
        words = fill(REPAIR_WORDS, number=repair.writing, donor=repair.donor_name)
        owner, where = Role.TELEFONIANSVARIG, f"repairs/{repair.id}"
        yield Asked(REPAIR, words, owner, due_on, due_on < today, where=where, is_urgent=True)


def _parcels(view: CustomerView) -> Iterator[Asked]:
    due_on = _due_of_sims(view)
    for parcel in view.parcels:
        if parcel.state is ParcelState.DISPATCHED:
            words = fill(PARCEL_WORDS, number=parcel.reference, cards=parcel.cards)
            yield Asked(PARCEL, words, Role.TELEFONIANSVARIG, due_on, False, where="status#sims")


def _due_of_sims(view: CustomerView) -> date | None:
    lines = (line for phase in view.phases for line in phase.activities)
    return next((line.due_on for line in lines if line.key == phases.SIM_DELIVERED), None)
