"""The roles of a delivery (DL-05, seed 002), as a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kernel.language import Text


class OrganisationKind(StrEnum):
    """Which side of a delivery an organisation stands on; `fibre` is a party of open fibre, in none."""

    OPERATOR = "operator"
    PARTNER = "partner"
    CUSTOMER = "customer"
    FIBRE = "fibre"


class Role(StrEnum):
    """What a person is in an organisation; the words are the field's own."""

    TELEFONIANSVARIG = "telefoniansvarig"
    IT_ANSVARIG = "it_ansvarig"
    FAKTURAANSVARIG = "fakturaansvarig"
    FIRMATECKNARE = "firmatecknare"
    LEVERANSPLANERARE = "leveransplanerare"
    TEKNISK_LEVERANSLEDARE = "teknisk_leveransledare"
    ADMINISTRATIV_LEVERANSLEDARE = "administrativ_leveransledare"
    PARTNER_ADMIN = "partner_admin"
    NATKONTAKT = "nätkontakt"


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role: on whose side, what it is called, and whether it may sign for the company."""

    role: Role
    side: OrganisationKind
    title: Text
    signs: bool = False


_C, _O, _P = OrganisationKind.CUSTOMER, OrganisationKind.OPERATOR, OrganisationKind.PARTNER
_F = OrganisationKind.FIBRE
ROLES: Final = {
    row.role: row
    for row in (
        RoleRow(Role.TELEFONIANSVARIG, _C, Text(sv="telefoniansvarig", en="telephony contact"), signs=True),
        RoleRow(Role.IT_ANSVARIG, _C, Text(sv="IT-ansvarig", en="IT contact")),
        RoleRow(Role.FAKTURAANSVARIG, _C, Text(sv="fakturaansvarig", en="invoicing contact")),
        RoleRow(Role.FIRMATECKNARE, _C, Text(sv="firmatecknare", en="authorised signatory"), signs=True),
        RoleRow(Role.LEVERANSPLANERARE, _O, Text(sv="leveransplanerare", en="delivery planner")),
        RoleRow(
            Role.TEKNISK_LEVERANSLEDARE, _O, Text(sv="teknisk leveransledare", en="technical delivery lead")
        ),
        RoleRow(
            Role.ADMINISTRATIV_LEVERANSLEDARE,
            _O,
            Text(sv="administrativ leveransledare", en="administrative delivery lead"),
        ),
        RoleRow(Role.PARTNER_ADMIN, _P, Text(sv="partner", en="partner")),
        RoleRow(Role.NATKONTAKT, _F, Text(sv="nätkontakt", en="network contact")),
    )
}
# The sides whose people something in a delivery waits for.
IN_DELIVERIES: Final = (_O, _C)


def may_sign(roles: frozenset[Role]) -> bool:
    """Whether somebody with these roles may sign off data and mandates for the company."""
    return any(ROLES[role].signs for role in roles)
