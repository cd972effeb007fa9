"""The customer's roles: who has each, what they are asked, and whether somebody is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.roles import ROLES, Role
from accounts.models import Person
from delivery.domain.options import read_options
from delivery.questionnaire.domain.sections import asked_of
from delivery.questionnaire.domain.technical import INTEGRATIONS, NETWORK
from delivery.questionnaire.queries.sheets import questionnaire
from kernel.language import Text

_WHY: Final = {
    Role.TELEFONIANSVARIG: Text(
        sv="Driver arbetet hos er, ser allt och godkänner.",
        en="Drives the work with you, sees all and signs off.",
    ),
    Role.IT_ANSVARIG: Text(
        sv="Öppnar brandväggen och ger åtkomst till katalog och kalender.",
        en="Opens the firewall and gives access to directory and calendar.",
    ),
    Role.FAKTURAANSVARIG: Text(
        sv="Bestämmer hur fakturan kommer och vilka kostnadsställen som finns.",
        en="Decides how the invoice comes and which cost centres there are.",
    ),
    Role.FIRMATECKNARE: Text(sv="Skriver under fullmakten. Ser allt.", en="Signs the mandate. Sees all."),
}


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role: who has it, which parts it is asked, whether the delivery needs somebody in it."""

    role: Role
    title: Text
    why: Text
    people: tuple[Person, ...]
    parts: tuple[Text, ...]
    is_needed: bool

    @property
    def is_missing(self) -> bool:
        return self.is_needed and not self.people


def role_lines(session: Session, actor: Actor, case_id: UUID) -> list[RoleLine]:
    """Each role of the customer's side, in the order of seed 002. Raises `NOT_FOUND`."""
    basis = questionnaire(session, actor, case_id).basis
    asked = asked_of(read_options(basis.case.options))
    is_technical = bool({INTEGRATIONS.key, NETWORK.key} & {each.key for each in asked})
    needed = {Role.TELEFONIANSVARIG, *((Role.IT_ANSVARIG,) if is_technical else ())}
    return [
        RoleLine(
            role,
            ROLES[role].title,
            why,
            tuple(person for held, person in basis.people if held is role),
            tuple(each.title for each in asked if role in each.roles),
            role in needed,
        )
        for role, why in _WHY.items()
        if role is not Role.IT_ANSVARIG or is_technical
    ]
