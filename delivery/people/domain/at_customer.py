"""Whose it is at the customer: what waits for each role there, in the order in which it is due (DL-05, seed 002)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.domain.roles import Role
from delivery.domain import phases
from kernel.language import Text

_TEL, _SIGNS = Role.TELEFONIANSVARIG, Role.FIRMATECKNARE
SIGN_DATA: Final = "sign_data"
REPAIR: Final = "repair"
QUESTIONS: Final = "questions"
PARCEL: Final = "parcel"
# Who may do it beside the role that owns it in the plan: either signs for the company.
_ALSO: Final = {phases.MANDATE: _SIGNS, SIGN_DATA: _SIGNS, REPAIR: _SIGNS}

REPAIR_WORDS: Final = Text(
    sv="Rätta uppgifterna för {number}: {donor} sa nej till flytten",
    en="Correct the details of {number}: {donor} refused the move",
)
QUESTIONS_WORDS: Final = Text(sv="Svara på frågorna: {titles_sv}", en="Answer the questions: {titles_en}")
PARCEL_WORDS: Final = Text(
    sv="Säg till när paketet {number} har kommit: {cards} SIM-kort",
    en="Tell us when the parcel {number} has come: {cards} SIM cards",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that waits for somebody at the customer.

    `where` is the page below the case's own where it is done, empty for an activity of the plan; `if_not` says what
    happens when it is late; `is_urgent` comes before all that is merely due.
    """

    key: str
    text: Text
    owner: Role
    due_on: date | None
    is_overdue: bool
    if_not: Text | None = None
    where: str = ""
    is_urgent: bool = False


def answerers(asked: Asked, held: Collection[Role]) -> frozenset[Role]:
    """The roles for which it waits: whose it is, and who may sign for it. A role nobody has falls to the telefoniansvarig.

    The same rule as for reminders (`people.queries.answering`).
    """
    wanted = {asked.owner, _ALSO.get(asked.key, asked.owner)}
    return frozenset(wanted & set(held)) or frozenset({_TEL})


@dataclass(frozen=True, slots=True)
class Share:
    """What waits for one person, and for others at the customer with the roles that it waits for."""

    mine: tuple[Asked, ...]
    others: tuple[tuple[Asked, frozenset[Role]], ...]


def shared(asked: Iterable[Asked], roles: Collection[Role], held: Collection[Role]) -> Share:
    """Part it for somebody with some roles; `held` are the roles that anybody at the customer has."""
    mine, others = [], []
    for each in sorted(asked, key=_order):
        whose = answerers(each, held)
        if whose & set(roles):
            mine.append(each)
        else:
            others.append((each, whose))
    return Share(tuple(mine), tuple(others))


def _order(asked: Asked) -> tuple[bool, date]:
    return (not asked.is_urgent, asked.due_on or date.max)
