"""`vaxla numbers`, `vaxla workdays`, `vaxla porting`: what they print and how they exit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from entrypoints.cli_numbers import app as numbers
from entrypoints.cli_workdays import porting_app, workdays_app

RUNNER = CliRunner()


def checked(given: bytes, *arguments: str) -> Result:
    return RUNNER.invoke(numbers, ["check", *arguments], input=given)


def objects(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_object_a_line_in_order_and_blank_lines_skipped() -> None:
    result = checked(b"070-174 06 05\r\n\r\n  \n08-465 004 00-99\n", "-", "--json")
    assert [each["input"] for each in objects(result)] == ["070-174 06 05", "08-465 004 00-99"]
    assert [each["count"] for each in objects(result)] == [1, 100]
    assert (result.exit_code, result.stderr) == (0, "")


def test_stdin_is_read_when_no_file_is_named() -> None:
    assert objects(checked(b"070-174 06 05\n", "--json"))[0]["ok"] is True


def test_a_number_that_cannot_be_ported_is_found_wanting() -> None:
    result = checked(b"070-174 06 05\n112\n", "--json")
    assert result.exit_code == 1
    assert objects(result)[1]["codes"] == ["SHORT_CODE"]


def test_nothing_to_check_is_nothing_wrong() -> None:
    result = checked(b"\n\n", "--json")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
def test_a_file_is_read_as_it_is_saved_in_sweden(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "nummer.txt"
    file.write_bytes("08-465 004 00–99\nväxel\n".encode(encoding))
    result = RUNNER.invoke(numbers, ["check", str(file), "--json"])
    assert [each["input"] for each in objects(result)] == ["08-465 004 00–99", "växel"]
    assert result.exit_code == 1


@pytest.mark.parametrize(
    "pasted",
    [bytes(range(256)), b"\xff\xfe\x00\xd8", b"\x81\x8d\n\x00\n", b"0" * 100_000, "\u2028\x85\x1c1".encode()],
)
def test_whatever_a_stranger_pastes_is_answered(pasted: bytes) -> None:
    for arguments in ((), ("--json",)):
        result = checked(pasted, *arguments)
        assert result.exit_code == 1
        assert result.stdout
        assert isinstance(result.exception, SystemExit)


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    for file in (tmp_path / "none.txt", tmp_path):
        result = RUNNER.invoke(numbers, ["check", str(file), "--json"])
        assert (result.exit_code, result.stdout) == (2, "")
        assert str(file) in result.stderr


def test_people_get_swedish_writing() -> None:
    result = checked(b"+46846500400-99 ankn 3\n465 004 00\n")
    assert result.stdout.splitlines() == [
        "✓ 08-465 004 00–99 (100 numbers) extension 3  geographic  (FICTION, EXTENSION_SPLIT)",
        "✗ 465 004 00  unknown  AMBIGUOUS_LOCAL",
    ]


def test_working_days_are_added_and_counted() -> None:
    forwards = RUNNER.invoke(workdays_app, ["add", "2026-12-16", "10", "--json"])
    backwards = RUNNER.invoke(workdays_app, ["add", "2027-01-05", "-10", "--json"])
    counted = RUNNER.invoke(workdays_app, ["between", "2026-12-16", "2027-01-05", "--json"])
    assert json.loads(forwards.stdout) == {"date": "2027-01-05"}
    assert json.loads(backwards.stdout) == {"date": "2026-12-16"}
    assert json.loads(counted.stdout) == {"working_days": 10}


def test_a_port_is_planned_with_its_reasons() -> None:
    result = RUNNER.invoke(porting_app, ["plan", "--submit", "2026-12-16T09:00", "--json"])
    answer = json.loads(result.stdout)
    assert (answer["counted_from"], answer["earliest_port_date"]) == ("2026-12-16", "2027-01-05")
    assert len(answer["explanation"]) == 3
    later = RUNNER.invoke(
        porting_app,
        ["plan", "--submit", "2026-12-16T15:01", "--cutoff", "15:00", "--lead", "12", "--json"],
    )
    assert json.loads(later.stdout)["earliest_port_date"] == "2027-01-11"


def test_the_latest_day_to_submit_is_told() -> None:
    result = RUNNER.invoke(porting_app, ["latest", "--go-live", "2027-01-05", "--json"])
    assert json.loads(result.stdout) == {"latest_submit_date": "2026-12-16"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["plan", "--submit", "2026-12-16T09:00", "--lead", "9"],
        ["plan", "--submit", "tomorrow"],
        ["plan", "--submit", "2026-12-16T09:00", "--cutoff", "25:00"],
        ["plan", "--submit", "2026-12-16T09:00", "--cutoff", "17:00+01:00"],
        ["plan", "--submit", "9999-12-31T23:59-10:00"],
        ["plan"],
        ["latest", "--go-live", "2027-01-05", "--lead", "9"],
        ["latest", "--go-live", "2051-01-05"],
        ["latest", "--go-live", "2027-02-30"],
    ],
)
def test_wrong_use_of_porting_says_so_and_prints_no_answer(arguments: list[str]) -> None:
    result = RUNNER.invoke(porting_app, [*arguments, "--json"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "2026-13-01", "1"],
        ["add", "2026-12-16", "ten"],
        ["add", "2050-12-30", "1"],
        ["between", "2026-12-16"],
    ],
)
def test_wrong_use_of_workdays_says_so_and_prints_no_answer(arguments: list[str]) -> None:
    result = RUNNER.invoke(workdays_app, [*arguments, "--json"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
