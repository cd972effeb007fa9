"""X-02: what could point at a person is masked before it is written."""

from __future__ import annotations

import pytest

from infra.logging import mask, mask_event


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("call +46701740605 back", "70174"),
        ("ring 070-174 06 05", "174 06"),
        ("mail tove.exempelsson@exempel.se", "tove.ex"),
        ("person 19900101-1234 said", "900101"),
        ("number 199001011234", "9001011"),
    ],
)
def test_numbers_and_addresses_are_masked_inside_text(text: str, hidden: str) -> None:
    assert hidden not in mask(text)


def test_what_is_no_person_stays_readable() -> None:
    assert mask("VX-1001 moved at 2027-01-05T09:00:00Z") == "VX-1001 moved at 2027-01-05T09:00:00Z"


def test_fields_that_name_people_or_secrets_are_masked_whole_also_when_nested() -> None:
    event = mask_event(
        None, "info", {"event": "x", "name": "Tove", "facts": {"token": "abc", "to": "a@exempel.se"}}
    )
    assert event["name"] == "***"
    assert event["facts"] == {"token": "***", "to": "a***@exempel.se"}


def test_exceptions_are_masked_too() -> None:
    assert "70174" not in str(mask_event(None, "error", {"exception": "ValueError: +46701740605"}))
