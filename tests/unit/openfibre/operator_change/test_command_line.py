"""`vaxla kobyte` as contracts.md has it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from entrypoints.cli import app

RUN = CliRunner()


def run(*words: str):
    return RUN.invoke(app, ["kobyte", *words])


def test_the_plan_as_json() -> None:
    told = run("plan", "--migration", "2027-05-03", "--segment", "mixed", "--json")
    assert told.exit_code == 0
    assert json.loads(told.stdout) == {
        "deadlines": [
            {"id": "D1start", "raw": "2026-11-03", "due": "2026-11-03"},
            {"id": "D1end", "raw": "2027-01-03", "due": "2026-12-30"},
            {"id": "D2", "raw": "2027-01-03", "due": "2026-12-30"},
            {"id": "D3", "raw": "2027-04-12", "due": "2027-04-12"},
            {"id": "D4", "raw": "2027-04-03", "due": "2027-04-02"},
            {"id": "D6", "raw": "2027-03-01", "due": "2027-03-01"},
        ]
    }


def test_a_cut_over_of_ones_own_is_remarked_outside_the_json() -> None:
    words = ("--migration", "2027-05-03", "--segment", "private", "--brytpunkt", "2027-05-15", "--json")
    told = run("plan", *words)
    assert told.exit_code == 0
    found = {each["id"]: each["raw"] for each in json.loads(told.stdout)["deadlines"]}
    assert (found["D2"], found["D6"]) == ("2027-03-19", "2027-02-15")
    assert "NOT_MONTH_SHIFT" in told.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--migration", "2027-13-03", "--segment", "mixed"),
        ("--migration", "2027-05-03", "--segment", "odd"),
        ("--migration", "2027-05-03"),
        ("--migration", "2071-05-03", "--segment", "mixed"),
        ("--migration", "2027-05-03", "--segment", "mixed", "--brytpunkt", "soon"),
        ("--migration", "0001-01-01", "--segment", "mixed"),
    ],
)
def test_wrong_use_is_two_and_says_nothing_on_stdout(words: tuple[str, ...]) -> None:
    told = run("plan", *words, "--json")
    assert told.exit_code == 2
    assert told.stdout == ""
    assert told.stderr


def test_words_for_people() -> None:
    told = run("plan", "--migration", "2027-05-03", "--segment", "private")
    assert "D2      2027-03-19" in told.stdout
    assert "9.TKO.b" in run("table", "--flow", "II", "--language", "en").stdout


def test_the_earliest_migration() -> None:
    told = run("earliest", "--ready", "2026-11-20", "--segment", "mixed", "--json")
    assert json.loads(told.stdout) == {"earliest": "2027-03-20", "suggested": "2027-03-22"}
    assert "2027-01-05" in run("earliest", "--ready", "2026-11-20", "--segment", "private").stdout
    for day in ("9999-12-31", "2050-12-31", "soon"):
        assert run("earliest", "--ready", day, "--segment", "mixed").exit_code == 2
