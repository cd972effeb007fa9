"""What is told outside is documented: the table of event types against the code that makes events."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from kernel.errors import DomainError
from partners.domain.cursors import cursor_of, position_of
from partners.domain.event_scopes import SCOPE_OF, about, kinds_lent
from partners.domain.event_types import EVENT_TYPES

ROOT = Path(__file__).parents[3]
# Told in the operator's or the network owner's own stream only, never in a partner's: who signs in and what a
# customer asks of us is no partner's business.
INSIDE = {
    "sim_stock.filled",
    "port_unblocking.alarm",
    "ko_deadline.late",
    "ko_deadline.moved",
    "operator_change_wave.blocked",
    "ko_contact.erased",
    "change_request.asked",
    "ending_step.ticked",
    "membership.given",
    "membership.taken",
    "passkey.added",
    "passkey.removed",
    "person.corrected",
    "person.erased",
}


def emitted_kinds() -> set[str]:
    """The kinds that stand written out in a call of `emit`."""
    kinds = set()
    for package in ("accounts", "delivery", "portingsvc", "openfibre", "partners"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "emit":
                    kind = node.args[1]
                    if isinstance(kind, ast.Constant):
                        kinds.add(kind.value)
    return kinds


def test_every_event_that_is_told_has_a_row() -> None:
    kinds = emitted_kinds()
    assert len(kinds) >= 6, "the test does not find the calls any more"
    assert kinds - INSIDE <= set(EVENT_TYPES)


def test_every_kind_says_what_must_be_lent_to_read_it_of_a_reseller() -> None:
    assert {about(kind) for kind in EVENT_TYPES} == set(SCOPE_OF)
    assert kinds_lent(()) == frozenset()
    assert not [kind for kind in kinds_lent({"cases:read", "orders:read"}) if kind.startswith("api_client")]


def test_contents_are_what_the_row_names() -> None:
    row = EVENT_TYPES["delivery_case.go_live_moved"]
    payload = {"from": "2027-02-16", "to": "2027-02-17", "today": "2027-01-18"}
    assert row.contents(payload) == ({"go_live_on": "2027-02-17"}, {"go_live_on": "2027-02-16"})
    assert row.schema["properties"]["previous"]["required"] == ["go_live_on"]


@pytest.mark.parametrize("position", [0, 1, 4711, 2**63 - 1])
def test_a_cursor_leads_back_to_its_place(position: int) -> None:
    assert position_of(cursor_of(position)) == position


@pytest.mark.parametrize("cursor", ["x", "cDEuNQ", "cMKy", cursor_of(2**63), "p1", " "])
def test_other_texts_are_no_cursors(cursor: str) -> None:
    with pytest.raises(DomainError) as refused:
        position_of(cursor)
    assert refused.value.code == "CURSOR_UNKNOWN"
