"""The log as it leaves the process: one JSON object a line, with the request's id and without personal data."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from infra.db import get_engine
from infra.logging import configure

# Not written where it is used: a traceback shows that line.
TOVE = "Tove Exempelsson"


@pytest.fixture
def logged() -> Iterator[None]:
    """Logging as the product sets it up; as it was, afterwards."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    levels = {
        name: each.level for name, each in root.manager.loggerDict.items() if isinstance(each, logging.Logger)
    }
    configure("json")
    yield
    root.handlers[:], root.level = before[0], before[1]
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def lines(capfd: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capfd.readouterr().err.splitlines()]


@pytest.mark.usefixtures("logged")
def test_a_fault_can_be_found_by_its_request_id_and_names_nobody(
    web: httpx.Client, capfd: pytest.CaptureFixture[str]
) -> None:
    # The handler of `logged` was made for the stream that stood before capturing began.
    configure("json")
    answer = web.get("/broken/token-of-tove")
    [line] = [each for each in lines(capfd) if each["event"] == "unexpected error"]
    assert line["request_id"] == answer.json()["request_id"]
    assert line["route"] == "/broken/{secret}"
    assert line["level"] == "error"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", str(line["timestamp"]))
    assert "RuntimeError" in str(line["exception"])
    assert "70174" not in str(line)


@pytest.mark.usefixtures("logged", "clean")
def test_a_failed_statement_does_not_tell_what_was_entered(capfd: pytest.CaptureFixture[str]) -> None:
    configure("json")
    try:
        with get_engine().connect() as connection:
            connection.exec_driver_sql("SELECT 1 / 0 WHERE %(who)s <> ''", {"who": TOVE})
    except DBAPIError:
        logging.getLogger("infra").exception("broken")
    [line] = lines(capfd)
    assert "SELECT" in str(line["exception"])
    assert TOVE not in str(line)


@pytest.mark.usefixtures("logged")
def test_facts_of_a_line_are_fields_and_lines_cannot_be_forged(capfd: pytest.CaptureFixture[str]) -> None:
    configure("json")
    logging.getLogger("infra").warning("first\n{}", extra={"case": "VX-1001", "token": "abc", "tries": 3})
    [line] = lines(capfd)
    assert line == {
        "event": "first\n{}",
        "case": "VX-1001",
        "token": "***",
        "tries": 3,
        "level": "warning",
        "timestamp": line["timestamp"],
    }
