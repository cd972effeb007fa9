"""Which page does which task, what is left of them all, and how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from uuid import UUID

from accounts.domain.actor import Actor
from delivery.domain.states import CaseState, DataState
from delivery.queries.views import CustomerTask
from delivery.questionnaire.domain.shape import TEL
from portingsvc.domain.states import MandateState

if TYPE_CHECKING:
    from delivery.queries.views import CustomerView
    from delivery.questionnaire.queries.views import SectionView
    from portingsvc.queries import MandateLine

_PAGES = {
    "customer_data": "data",
    "training_needs": "questions/training",
    "invoicing_basics": "questions/invoicing",
}


def task_path(case_id: UUID, key: str, view: CustomerView, mandates: Sequence[MandateLine]) -> str:
    """Where a task is done; empty for one that is only followed."""
    base = f"/cases/{case_id}"
    if key in _PAGES:
        return f"{base}/{_PAGES[key]}"
    if key == "porting_preparation" and view.preparations:
        left = next((each for each in view.preparations if each.answered_at is None), view.preparations[0])
        return f"{base}/preparation/{left.donor}"
    if key == "mandate" and mandates:
        live = [each for each in mandates if each.state is not MandateState.REVOKED]
        left_to_sign = next(
            (each for each in live if each.state is not MandateState.SIGNED), live[0] if live else None
        )
        return f"{base}/mandates/{left_to_sign.id}" if left_to_sign else ""
    return ""


LISTS: Final = "customer_data"
_BY_SECTIONS: Final = frozenset({"training_needs", "invoicing_basics"})
_OVER: Final = ("done", "waived")
_MINUTES: Final = {"porting_preparation": 3, "mandate": 2}
_LISTS_AT_LEAST, _USERS_A_MINUTE, _LOOKING_THROUGH = 10, 4, 3


@dataclass(frozen=True, slots=True)
class ToDo:
    """What is asked of one person: how much of it is done, and about how many minutes are left.

    `lists` is the task of users, groups and numbers; `tasks` the others that no part of the questionnaire does.
    """

    done: int
    all: int
    minutes: int
    lists: CustomerTask | None
    lists_minutes: int
    lists_path: str
    tasks: tuple[CustomerTask, ...]
    is_collecting: bool


def left_to_do(view: CustomerView, parts: Sequence[SectionView], actor: Actor) -> ToDo:
    """For a person with this person's roles: each sees their own part."""
    mine = [each for each in view.tasks if actor.roles & TEL or each.owner in actor.roles]
    tasks = tuple(each for each in mine if each.key not in _BY_SECTIONS and each.key != LISTS)
    lists = next((each for each in mine if each.key == LISTS), None)
    path, lists_left = _lists(view, lists)
    is_collecting = view.line.state is CaseState.FORBEREDELSER
    asked = parts if is_collecting else ()
    lists_done = lists is not None and lists.standing in _OVER
    open_now = [each for each in tasks if each.standing == "open"]
    return ToDo(
        done=sum(1 for each in asked if each.is_done)
        + sum(1 for each in tasks if each.standing in _OVER)
        + lists_done,
        all=len(asked) + len(tasks) + (lists is not None),
        minutes=sum(each.minutes for each in asked)
        + sum(_MINUTES.get(each.key, 1) for each in open_now)
        + lists_left,
        lists=lists,
        lists_minutes=lists_left,
        lists_path=path,
        tasks=tasks,
        is_collecting=is_collecting,
    )


def _lists(view: CustomerView, task: CustomerTask | None) -> tuple[str, int]:
    """Where the lists are worked on, and for about how long: straight to a version that awaits its signature."""
    base = f"/cases/{view.line.id}/data"
    if task is None or task.standing in _OVER:
        return base, 0
    newest = view.versions[0] if view.versions else None
    if newest and newest.state is DataState.CLEAN:
        return f"{base}/{newest.number}", _LOOKING_THROUGH
    return base, max(_LISTS_AT_LEAST, view.line.size // _USERS_A_MINUTE)
