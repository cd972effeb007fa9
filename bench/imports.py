"""Imports: from an uploaded workbook to stored rows, against the least that must be done and the plain way.

Each bench measures both its sides in the same run, on the same file, into the same table with the same
indexes, committed. Ours is the whole use case: a child process reads, every cell is checked, the file and its
rows are stored. The clock starts when the bytes of the upload are in our hands.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any, Final
from uuid import UUID

import phonenumbers
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from sqlalchemy import text

from bench.import_case import database, new_case, upload
from bench.import_data import row, write_people
from delivery.customer_data.check_file import check_file
from delivery.customer_data.usecases.store_rows import check_and_store
from delivery.models import CustomerDataVersion, CustomerUser
from infra.db import get_engine, unit_of_work
from kernel.ids import new_id

ROWS: Final = 50_000
MANY_ROWS: Final = 100_000
ROUNDS: Final = 3
LIMIT_GOAL, NAIVE_GOAL, MEMORY_GOAL, BULK_GOAL = 2.5, 8.0, 400.0, 0.45
_ROOT: Final = Path(__file__).parents[1]
_COLUMNS: Final = (
    "id, version_id, row, sheet, name, first_name, last_name, email, mobile, fixed, other_number, extension, "
    "subscription, sim_type, extension_type, device, department, cost_centre, operator"
)


def _empty_version(case_id: UUID) -> UUID:
    """A version for the other side's rows to belong to."""

    made = CustomerDataVersion(
        case_id=case_id, customer_id=new_id(), number=99, uploaded_at=datetime.now(UTC), uploaded_by="bench"
    )
    with unit_of_work() as session:
        session.add(made)
    return made.id


def _prepared(version: UUID, amount: int) -> str:
    """The rows as COPY wants them, made before the clock starts."""
    lines = []
    for number in range(amount):
        first, last, email, mobile, fixed, extension, abo, sim, dep, cost, operator, device = row(number)
        numbers = (mobile.replace("-", "").replace(" ", ""), fixed.replace("-", "").replace(" ", ""), "")
        name = (f"{first} {last}", first, last, email)
        rest = (extension, abo, sim, "", device, dep, cost, operator)
        lines.append(
            "\t".join((str(new_id()), str(version), str(number + 2), "Användare", *name, *numbers, *rest))
        )
    return "\n".join(lines) + "\n"


def _copy(block: str) -> None:
    """The least: one COPY of what is ready."""

    with get_engine().begin() as connection:
        raw: Any = connection.connection.driver_connection
        with raw.cursor() as cursor, cursor.copy(f"COPY customer_user ({_COLUMNS}) FROM STDIN") as copy:
            copy.write(block)


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def _settle() -> None:
    """Let the database rest between rounds, so that neither side pays for the other's dirty pages."""

    with get_engine().begin() as connection:
        connection.execute(text("TRUNCATE customer_user CASCADE"))
    with get_engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))


def _verdict(name: str, left: float, right: float, goal: float, *, least: bool) -> dict[str, Any]:
    ratio = left / right
    return {
        "name": name,
        "left": round(left, 3),
        "right": round(right, 3),
        "ratio": round(ratio, 2),
        "goal": goal,
        "ok": ratio >= goal if least else ratio <= goal,
    }


def import_limit() -> dict[str, Any]:
    """Our seconds : calamine's reading and a COPY of the same rows. The best of three each, in turn."""
    with database(), tempfile.TemporaryDirectory() as folder:
        path = write_people(Path(folder) / "folk.xlsx", ROWS)
        content = path.read_bytes()
        ours = least = float("inf")
        for _ in range(ROUNDS):
            case = new_case()
            block = _prepared(_empty_version(new_case()), ROWS)
            ours = min(ours, _seconds(lambda case=case: upload(case, content)))
            _settle()
            reading = _seconds(lambda: CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python())
            least = min(least, reading + _seconds(lambda block=block: _copy(block)))
            _settle()
        return _verdict("import_limit", ours, least, LIMIT_GOAL, least=False)


def _naively(path: Path, version: UUID) -> None:
    """The plain way: openpyxl, a number library, a model object a row, each sent to the database by itself."""

    rows = load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True)
    with unit_of_work() as session:
        for place, values in enumerate(rows, start=2):
            first, last, email, mobile, fixed, extension, abo, sim, dep, cost, operator, device = map(
                str, values
            )
            numbers = []
            for written in (mobile, fixed):
                parsed = phonenumbers.parse(written, "SE")
                assert phonenumbers.is_possible_number(parsed)
                numbers.append(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
            session.add(
                CustomerUser(
                    version_id=version,
                    row=place,
                    sheet="Användare",
                    name=f"{first} {last}",
                    first_name=first,
                    last_name=last,
                    email=email.lower(),
                    mobile=numbers[0],
                    fixed=numbers[1],
                    extension=extension,
                    subscription=abo,
                    sim_type=sim,
                    device=device,
                    department=dep,
                    cost_centre=cost,
                    operator=operator,
                )
            )
            session.flush()


def import_naive() -> dict[str, Any]:
    """Seconds of openpyxl and an ORM insert a row : ours, the same file. One round of the slow side."""
    with database(), tempfile.TemporaryDirectory() as folder:
        path = write_people(Path(folder) / "folk.xlsx", ROWS)
        content = path.read_bytes()
        ours = min(_seconds(lambda case=case: upload(case, content)) for case in [new_case(), new_case()])
        _settle()
        version = _empty_version(new_case())
        return _verdict(
            "import_naive", _seconds(lambda: _naively(path, version)), ours, NAIVE_GOAL, least=True
        )


def import_memory() -> dict[str, Any]:
    """Peak MiB at 100,000 rows: of a process that does nothing but this import, and of its reading child.

    The two peaks are added, though they do not come at the same instant. The right side is one MiB.
    """
    with database(), tempfile.TemporaryDirectory() as folder:
        path = write_people(Path(folder) / "folk.xlsx", MANY_ROWS)
        script = (
            "import json, resource, sys; from pathlib import Path; from uuid import UUID\n"
            "import entrypoints.tables\n"
            "from bench.import_case import upload\n"
            "upload(UUID(sys.argv[1]), Path(sys.argv[2]).read_bytes())\n"
            "peak = lambda whose: resource.getrusage(whose).ru_maxrss / 1024\n"
            "print(json.dumps([peak(resource.RUSAGE_SELF), peak(resource.RUSAGE_CHILDREN)]))\n"
        )
        done = subprocess.run(  # noqa: S603  (our own script)
            [sys.executable, "-c", script, str(new_case()), str(path)],
            cwd=_ROOT,
            env={**os.environ, "PYTHONPATH": str(_ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        ours, child = json.loads(done.stdout)
        return _verdict("import_memory", ours + child, 1.0, MEMORY_GOAL, least=False)


def bulk_insert() -> dict[str, Any]:
    """Our rows a second, from checked rows to commit : COPY of ready lines into the same table."""

    with database(), tempfile.TemporaryDirectory() as folder:
        result = check_file(write_people(Path(folder) / "folk.xlsx", ROWS))
        assert result.ok

        def hand_over(take: Callable[[list[Any]], None]) -> Any:
            for start in range(0, ROWS, 1_000):
                take(list(result.users[start : start + 1_000]))
            return result

        def store(version: UUID) -> None:
            with unit_of_work() as session:
                check_and_store(session, version, hand_over)

        ours = copy = float("inf")
        for _ in range(ROUNDS):
            version = _empty_version(new_case())
            ours = min(ours, _seconds(lambda version=version: store(version)))
            _settle()
            block = _prepared(version, ROWS)
            copy = min(copy, _seconds(lambda block=block: _copy(block)))
            _settle()
        return _verdict("bulk_insert", ROWS / ours, ROWS / copy, BULK_GOAL, least=True)


if __name__ == "__main__":
    for bench in (import_limit, import_naive, import_memory, bulk_insert):
        print(bench())
