"""`vaxla customer-data check` as a person or a script calls it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from delivery.customer_data.gateways.sample_workbook import make_sample_workbook

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "tests" / "fixtures" / "samples" / "2026.xlsx"


def vaxla(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from entrypoints.cli_customer_data import app; app()", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "bra.xlsx"
    path.write_bytes(make_sample_workbook(20))
    return path


def test_a_good_file_exits_0(good: Path) -> None:
    done = vaxla("check", str(good), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "ok": True, "users": 20, "numbers": 31, "series": 2, "groups": 2, "errors": [], "warnings": [],
    }  # fmt: skip


def test_a_faulty_file_exits_1_and_names_each_place() -> None:
    done = vaxla("check", str(SAMPLE), "--json")
    assert done.returncode == 1
    assert {"sheet": "Användare", "row": 23, "column": "A", "code": "NAME_MISSING"} in json.loads(
        done.stdout
    )["errors"]


def test_people_read_sentences_and_no_codes() -> None:
    done = vaxla("check", str(SAMPLE))
    assert "Användare, rad 38, C Mobil\n  «+47 21 98 76 54» är ett utländskt nummer." in done.stdout
    assert "PHONE_FOREIGN" not in done.stdout


def test_a_file_that_is_none_exits_1(tmp_path: Path) -> None:
    path = tmp_path / "tom.xlsx"
    path.touch()
    done = vaxla("check", str(path), "--json")
    assert done.returncode == 1
    assert [e["code"] for e in json.loads(done.stdout)["errors"]] == ["FILE_UNREADABLE"]


def test_a_file_that_is_not_there_exits_2(tmp_path: Path) -> None:
    for wrong in (str(tmp_path / "borta.xlsx"), str(tmp_path)):
        done = vaxla("check", wrong, "--json")
        assert (done.returncode, done.stdout) == (2, "")
