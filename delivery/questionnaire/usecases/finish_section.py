"""Say that a section is right: what was filled in is now answered, and others who need the facts get them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import SYSTEM, Actor
from delivery import repository as cases
from delivery.models import DeliveryCase
from delivery.questionnaire import repository
from delivery.questionnaire.domain.errors import ANSWER_MISSING, FLOW_LOSES_CALLS, SECTION_UNFINISHED
from delivery.questionnaire.domain.groups import FLOW, GROUPS
from delivery.questionnaire.domain.listed import GROUP_FIELDS, LISTED
from delivery.questionnaire.domain.money import invoicing_result, training_result
from delivery.questionnaire.domain.shape import SOLE, Section, Value
from delivery.questionnaire.queries.flow import flow_view
from delivery.questionnaire.queries.sheets import questionnaire
from delivery.questionnaire.queries.views import ItemView, SectionView
from delivery.questionnaire.usecases.apply_lists import apply_lists
from delivery.questionnaire.usecases.save_answers import section_to_change, write
from delivery.sim_dispatch.usecases.set_sim_address import set_sim_address
from delivery.usecases.complete_activity import complete_activity
from delivery.usecases.settle import note
from infra.outbox import emit
from infra.transitions import Cause


def finish_section(session: Session, actor: Actor, case_id: UUID, key: str, *, cause: Cause) -> SectionView:
    """Confirm all of a section.

    Raises `LISTS_FAULTY` when users, groups and series do not go together, `SECTION_UNFINISHED` with how many answers are left, `FLOW_LOSES_CALLS` with where, `NOT_FOUND`,
    `ANSWERS_FROZEN`.
    """
    section_to_change(session, actor, case_id, key)
    case = cases.case(session, actor, case_id, lock=True)
    view = questionnaire(session, actor, case_id).section(key)
    if view.left:
        raise SECTION_UNFINISHED.error(count=view.left)
    if view.needs_an_item:
        raise ANSWER_MISSING.error(key)
    if key == FLOW.key and (lost := flow_view(view).faults):
        raise FLOW_LOSES_CALLS.error(lost[0].step, first=lost[0].text)
    if view.section not in LISTED:
        for position, item in enumerate(view.items):
            _confirm(session, case, view.section, item, position, cause)
    whole = repository.locked_sheet(session, case.id, key, SOLE, cause.now)
    whole.done_at, whole.done_by = cause.now, cause.name
    session.add(whole)
    feed = _FEEDS.get(key)
    if feed:
        feed(session, actor, case, [item.judgement.tidied for item in view.items], cause)
    note(session, case, "section_done", "", cause, about=view.section.title.sv)
    emit(
        session,
        "delivery_case.section_done",
        case.subject(),
        {"section": key},
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    session.flush()
    return questionnaire(session, actor, case_id).section(key)


def finish_ready(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> list[str]:
    """Confirm every part that is wholly filled in from what is known; the keys of those. Raises as one of them."""
    finished: list[str] = []
    for section in questionnaire(session, actor, case_id).views():
        if section.standing == "ready":
            finish_section(session, actor, case_id, section.section.key, cause=cause)
            finished.append(section.section.key)
    return finished


def _confirm(
    session: Session, case: DeliveryCase, section: Section, item: ItemView, position: int, cause: Cause
) -> None:
    """Write what was only filled in, and everything as it is tidied. Its place is kept where it has one."""
    sheet = repository.locked_sheet(session, case.id, section.key, item.item, cause.now, position=position)
    listed = GROUP_FIELDS if section is GROUPS else ()
    for question, value in item.judgement.tidied.items():
        if question in listed and question not in sheet.answers:
            continue  # it stands in the lists already
        if sheet.answers.get(question) != value:
            write(session, sheet, question, value, cause)


Feed = Callable[[Session, Actor, DeliveryCase, list[dict[str, Value]], Cause], None]


def _company(
    session: Session, actor: Actor, case: DeliveryCase, items: list[dict[str, Value]], cause: Cause
) -> None:
    """The agreement's address is where it says."""
    del actor, cause
    case.agreement_address = {
        **case.agreement_address,
        **{name: str(items[0][name]) for name in ("street", "postcode", "town")},
    }
    session.add(case)


def _sims(
    session: Session, actor: Actor, case: DeliveryCase, items: list[dict[str, Value]], cause: Cause
) -> None:
    """Parcels go to the first address that names no departments, else to the first."""
    first = next((each for each in items if not each.get("departments")), items[0])
    address = {name: str(first[name]) for name in ("name", "street", "postcode", "town")}
    if address != case.sim_address:
        set_sim_address(session, actor, case.id, address, cause=cause)


def _invoicing(
    session: Session, actor: Actor, case: DeliveryCase, items: list[dict[str, Value]], cause: Cause
) -> None:
    _complete(session, actor, case, "invoicing_basics", invoicing_result(items[0]), cause)


def _training(
    session: Session, actor: Actor, case: DeliveryCase, items: list[dict[str, Value]], cause: Cause
) -> None:
    _complete(session, actor, case, "training_needs", training_result(items[0]), cause)


def _complete(
    session: Session, actor: Actor, case: DeliveryCase, key: str, result: Mapping[str, object], cause: Cause
) -> None:
    """Do the activity that waits for these answers, unless the planner has let it be missing."""
    if cases.activity(session, case.id, key).waived_at is None:
        complete_activity(session, actor, case.id, key, result=dict(result), cause=cause)


def _lists(
    session: Session, actor: Actor, case: DeliveryCase, items: list[dict[str, Value]], cause: Cause
) -> None:
    """Users, groups and series that were changed become a version of the lists."""
    del items
    session.flush()
    asked = questionnaire(session, SYSTEM, case.id)
    if asked.pending or (asked.basis.version and asked.groups_changed):
        apply_lists(session, actor, case, cause)


_FEEDS: Final[dict[str, Feed]] = {
    "users": _lists,
    "series": _lists,
    "groups": _lists,
    "company": _company,
    "sims": _sims,
    "invoicing": _invoicing,
    "training": _training,
}
"""What else reads the answers of a section, told when it is done."""
