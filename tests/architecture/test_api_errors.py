"""PA-01: the OpenAPI document tells every error. What a route's code can come to stands in its text, or below why not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from fastapi.routing import iter_route_contexts

from entrypoints.openapi import document_of
from entrypoints.web import make
from infra.http_errors import PROBLEM_JSON
from kernel.errors import CATALOGUE

from .reached_errors import reached

STORED: Final = {"DATE_OUT_OF_RANGE", "DONOR_UNKNOWN", "LEAD_TOO_SHORT", "HOUR_NOT_ON_CLOCK"}
"""Of data of our own that was judged when it came in."""
EVERYWHERE: Final = {
    "CHANGED_MEANWHILE",
    "CHANGED_SINCE_READ",
    "CHARACTER_NOT_STORABLE",
    "INVALID_INPUT",
    "NOT_FOUND",
}
"""Told by the form of an operation: of what changes, takes If-Match, has an id, can be written wrongly."""
_ACTOR: Final = "a key is a reseller's own and may: it is about people of other kinds"
_LATER: Final = "a guard of a later step"
_EARLIER: Final = "a guard of an earlier step"
_OWN_ANSWER: Final = "what is answered is the sandbox's own"
_FAULT: Final = "told of each item among its faults, no refusal of the call"
_OF_THE_CHECKS: Final = ("ADDRESS_NOT_CONFIRMED", "OWN_SERVICES_NOT_RULED_OUT", "TERMINATION_NOT_DECIDED")
_OF_THE_ORDER: Final = ("ACCESS_HAS_OPEN_CASE", "NETWORK_FREEZE", "REPEAT_NEEDS_APPROVAL")
_OF_THE_DISPUTE: Final = ("NOT_THE_DISPLACED_PROVIDER", "NO_SNAPSHOT", "WINDOW_CLOSED")
_ANSWERS: Final = {each for each in CATALOGUE if each.startswith("ANSWER_")} - {
    "ANSWER_DAYS_WRONG",
    "ANSWER_MISSING",
}
NEVER: Final[dict[str, dict[str, str]]] = {
    "list_your_changes_of_operator": {"NOT_YOUR_PART": _ACTOR},
    "one_change_of_operator": {
        "NOT_YOUR_PART": _ACTOR,
        "WAVE_CLOSED": "reading asks for no open wave",
        "PROJECT_OVER": "reading asks for no open project",
    },
    "reset_sandbox": {"EMAIL_NOT_USABLE": "the address is the sandbox's own"},
    "leave_a_document_with_a_case": {"NOT_YOURS": _ACTOR},
    "change_a_sim_card_for_another": {"NOT_YOURS": _ACTOR},
    "set_contact_ways": {"NOT_YOURS": _ACTOR},
    "give_an_unblocking_up": {"NOT_YOURS": _ACTOR},
    "play_sandbox_parcels": {
        "NOT_YOURS": _ACTOR,
        "ANSWER_POSTCODE": _OWN_ANSWER,
        "SIM_STOCK_REFUSED": "the cards are the sandbox's own",
    },
    "play_sandbox_sign_off": {
        "OPTION_UNKNOWN": "the options are stored",
        "SIGNATORY_NEEDED": "the sandbox signs as a signatory",
        "TICKS_MISSING": _OWN_ANSWER,
        "TOO_MANY_BY_HAND": _OWN_ANSWER,
        **dict.fromkeys(_ANSWERS, _OWN_ANSWER),
    },
    "record_the_consumer_s_checks": dict.fromkeys((*_OF_THE_ORDER, *_OF_THE_DISPUTE, "NOT_FORCIBLE"), _LATER),
    "send_the_forced_order": {
        **dict.fromkeys(_OF_THE_CHECKS, _EARLIER),
        **dict.fromkeys(_OF_THE_DISPUTE, _LATER),
        "NOT_FORCIBLE": "the case goes to a person instead",
    },
    "your_consumer_disputes": dict.fromkeys((*_OF_THE_CHECKS, *_OF_THE_ORDER, "NOT_FORCIBLE"), _EARLIER),
    "play_sandbox_signature": {
        "FILE_TOO_LARGE": "the document is written by us",
        "MANDATE_NAME_MISSING": "the schema asks for the name",
    },
    "play_sandbox_port": {
        "FILE_TOO_LARGE": "the document is written by us",
        "MANDATE_NAME_MISSING": "the name is the sandbox's own",
        "ALREADY_SIGNED": "the mandate is new",
        "MANDATE_MISSING": "the mandate was just signed",
        "ILLEGAL_TRANSITION": "all that is moved is new",
    },
    "make_a_mandate": {"ILLEGAL_TRANSITION": "a new mandate is in no state to be refused"},
    "dry_run_an_order_of_numbers": dict.fromkeys(
        (
            "FEE_BUDGET_REACHED",
            "MAIN_NUMBER_NOT_LAST",
            "NUMBER_ALREADY_IN_PORTING",
            "NUMBER_REFUSED",
            "PORT_DATE_TOO_EARLY",
            "QUOTE_NOT_ACCEPTED",
            "QUOTE_NOT_COVERING",
            "SERIES_SPLIT_IN_TIME",
        ),
        _FAULT,
    ),
    "send_the_lists_as_rows": {
        "FILE_TOO_LARGE": "the schema limits the rows",
        "ILLEGAL_TRANSITION": "a new version is in no state to be refused",
    },
    "read_a_version_s_file_again_columns_as_you_say": {
        "ILLEGAL_TRANSITION": "a new version is in no state to be refused"
    },
    "upload_a_workbook_or_a_table": {"ILLEGAL_TRANSITION": "a new version is in no state to be refused"},
}


def untold() -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Operation, code and where it is made, of each that the document keeps to itself."""
    app = make()
    paths: dict[str, Any] = document_of(app)["paths"]
    for route in iter_route_contexts(app.routes):
        asked: Any = getattr(route, "endpoint", None)
        for method in route.methods or ():
            operation = paths.get(str(route.path), {}).get(method.lower())
            if operation is None or asked is None:
                continue
            answers = [
                each.get("content", {}).get(PROBLEM_JSON, {}) for each in operation["responses"].values()
            ]
            told = {code for each in answers for code in each.get("examples", {})}
            for code, place in reached(asked.__module__, asked.__name__).items():
                if code in CATALOGUE and code not in told | STORED | EVERYWHERE:
                    yield operation["operationId"], code, place


def test_every_error_that_a_route_can_come_to_is_told() -> None:
    found = {(name, code): place for name, code, place in untold()}
    excused = {(name, code) for name, codes in NEVER.items() for code in codes}
    assert set(found) == excused, {
        "tell of it after `Raises` in the route's docstring": {
            each: place for each, place in found.items() if each not in excused
        },
        "is told by now, or cannot be: take it out of NEVER": excused - set(found),
    }


def test_an_untold_error_is_found() -> None:
    assert "ORG_NUMBER_INVALID" in reached("delivery.api.cases", "open_")
    assert "ORG_NUMBER_INVALID" not in reached("delivery.api.cases", "list_")
