"""PA-03: the table of numbers is whole, documented as it is, and answered in the gateway's own form."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kernel.numbers import check_number
from portingsvc.domain import scripted_answers as answers
from portingsvc.domain.rejections import REASONS, reason_of
from portingsvc.domain.scripted_donors import (
    ACCEPT,
    ANSWER_AFTER,
    DELAYED_ANSWER_AFTER,
    SCRIPTS,
    Play,
    script_of,
)
from portingsvc.usecases.message_bodies import Answer, CancelAnswer, ChangeAnswer, Delayed, Performed

GUIDE = (Path(__file__).parents[3] / "docs" / "quickstart.md").read_text(encoding="utf-8")
NOW = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)
PORT_AT = datetime(2027, 2, 16, 9, 0, tzinfo=UTC)


def request(*series: tuple[str, str], attempt: int = 1) -> dict[str, Any]:
    return {
        "dossier_id": "VX-1-1",
        "attempt": attempt,
        "donor": "TELIA",
        "series": [{"first": first, "last": last} for first, last in series],
        "port_at": PORT_AT.isoformat(),
    }


def one(ending: str, **other: Any) -> dict[str, Any]:
    number = f"+468465004{ending}"
    return request((number, number), **other)


def test_every_ending_is_there_once_and_every_reject_code_has_one() -> None:
    endings = [script.ending for script in SCRIPTS]
    assert len(endings) == len(set(endings))
    assert {reason.blocking_code for reason in REASONS.values()} <= set(endings)
    assert set(Play) == {script.play for script in SCRIPTS}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.ending or "other")
def test_the_guide_says_what_the_table_says(script: Any) -> None:
    reason = f"`{script.reason}`" if script.reason else ""
    row = f"| {script.ending or 'other'} | `{script.play.value}` | {script.text.en} | {reason} |"
    assert row in GUIDE


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.ending or "other")
def test_every_answer_is_one_that_the_product_reads(script: Any) -> None:
    forms = {"answer": Answer, "answer_delayed": Delayed, "performed": Performed}
    said = answers.answers(one(script.ending or "50"), NOW)
    for each in said:
        if each.kind in forms:
            forms[each.kind].model_validate(each.body)
    refused = [
        code for each in said if each.kind == "answer" for code in each.body["series"][0]["blocking_codes"]
    ]
    expected = [script.blocking_code] if script.play in (Play.REJECT, Play.REJECT_ONCE) else []
    assert refused == expected
    assert [reason_of(code).code for code in refused] == [script.reason for _ in refused]


def test_a_number_of_another_ending_is_accepted_and_ported_at_its_hour() -> None:
    assert script_of("+46846500450") is ACCEPT
    answer, performed = answers.answers(one("50"), NOW)
    assert (answer.due_at, performed.due_at) == (NOW + ANSWER_AFTER, PORT_AT)
    assert check_number("+46846500450").ok


def test_a_delay_a_silence_another_day_and_a_failure() -> None:
    late, answer, _ = answers.answers(one("20"), NOW)
    assert late.kind == "answer_delayed"
    assert answer.due_at == NOW + ANSWER_AFTER + DELAYED_ANSWER_AFTER
    assert answers.answers(one("21"), NOW) == []
    *_, performed = answers.answers(one("25"), NOW)
    assert performed.due_at == PORT_AT + timedelta(days=1)
    *_, failed = answers.answers(one("24"), NOW)
    assert (failed.kind, failed.due_at) == ("error", PORT_AT)


def test_every_second_number_of_a_series_is_refused() -> None:
    answer, performed = answers.answers(request(("+46846500422", "+46846500425")), NOW)
    assert [part["blocking_codes"] for part in answer.body["series"]] == [[], ["02"], [], ["02"]]
    assert [part["first"] for part in performed.body["series"]] == ["+46846500422", "+46846500424"]


def test_the_second_try_is_taken_where_the_first_was_not() -> None:
    assert answers.answers(one("26"), NOW)[0].body["blocking"]
    assert not answers.answers(one("26", attempt=2), NOW)[0].body["blocking"]


def test_wishes_are_granted_in_time_unless_the_number_refuses() -> None:
    late = PORT_AT - timedelta(hours=20)
    other = PORT_AT + timedelta(days=7)
    for ending, stands, now, cancels, changes in (
        ("50", answers.ACCEPTED, NOW, True, True),
        ("23", answers.ACCEPTED, NOW, False, True),
        ("27", answers.ACCEPTED, NOW, True, False),
        ("50", answers.REJECTED, NOW, False, False),
        ("50", answers.ACCEPTED, late, False, False),
    ):
        cancel = answers.grants_cancel(one(ending), stands, now)
        change = answers.grants_change(one(ending), stands, other, now)
        assert CancelAnswer.model_validate(cancel.body).accepted is cancels, (ending, stands)
        assert ChangeAnswer.model_validate(change.body).accepted is changes, (ending, stands)
        kept = other if changes else PORT_AT
        assert change.body["confirmed_port_at"] == kept.isoformat()
