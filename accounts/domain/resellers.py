"""Resellers under resellers (PA-01): what the one above sees and does of those below, as a table.

A partner may stand under one other, that one under a third. The one above is lent scopes by the role that was agreed;
further down a scope reaches as far as every role on the way lends it. What is lent holds for the one below's
cases, orders and invoices, and the news of them. Its keys, webhooks and fibre business stay its own, and so does what it opens.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kernel.language import Text


class PortingRole(StrEnum):
    """What a reseller is to those below it."""

    VIEWER = "viewer"
    PORTING = "porting"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class PortingRoleRow:
    """A role: what it is called, and the scopes that it lends over those below."""

    role: PortingRole
    title: Text
    lends: frozenset[str]


_SEEING: Final = frozenset({"cases:read", "orders:read"})
_PORTING: Final = _SEEING | {"orders:write", "mandates:read", "mandates:write"}
_PEOPLE: Final = frozenset({"customer-data:read", "customer-data:write", "sims:read", "sims:write"})
PORTING_ROLES: Final = {
    row.role: row
    for row in (
        PortingRoleRow(PortingRole.VIEWER, Text(sv="insyn", en="viewer"), _SEEING),
        PortingRoleRow(PortingRole.PORTING, Text(sv="portering", en="porting"), _PORTING),
        PortingRoleRow(
            PortingRole.MANAGER,
            Text(sv="förvaltare", en="manager"),
            _PORTING | _PEOPLE | {"cases:write", "invoices:read"},
        ),
    )
}


def lent_through(roles: Iterable[PortingRole]) -> frozenset[str]:
    """The scopes that every role on the way down lends."""
    return frozenset.intersection(*(PORTING_ROLES[role].lends for role in roles))
