"""Lists that come in: the same twice, from two tabs, large ones by a worker with progress and cancel."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from openpyxl import Workbook
from sqlmodel import Session, func, select

from delivery import queries
from delivery.customer_data.models import CustomerDataImport
from delivery.customer_data.queries import import_line
from delivery.customer_data.usecases import begin_import as beginning
from delivery.customer_data.usecases import run_imports as running
from delivery.customer_data.usecases.begin_import import begin_import, cancel_import
from delivery.customer_data.usecases.run_imports import LEASE, MOST_TRIES, run_imports
from delivery.customer_data.usecases.upload_customer_data import Taken
from delivery.domain.states import CaseState, DataState
from delivery.models import AnswerGroup, CustomerDataVersion, CustomerUser
from infra.db import unit_of_work
from infra.files import StoredFile

from .conftest import Delivery, refusal

MANY = 3_000


def people(amount: int, **spoilt: str) -> bytes:
    """A CSV of people; `spoilt` replaces an e-mail by row number, as in `row_7="fel"`."""
    lines = ["Namn;E-post;Anknytning"]
    for number in range(amount):
        email = spoilt.get(f"row_{number + 2}", f"anna.{number}@exempel.se")
        lines.append(f"Anna Ek;{email};{number:05d}")
    return "\n".join(lines).encode()


def counted(table: type[Any]) -> int:
    with unit_of_work() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "DIRECTLY", 0)


@pytest.fixture
def send(opened: Delivery) -> Callable[..., Taken | CustomerDataImport]:
    def _send(content: bytes, filename: str = "folk.csv") -> Taken | CustomerDataImport:
        return opened.do(opened.customer, begin_import, opened.case_id, filename=filename, content=content)

    return _send


@pytest.fixture
def waiting(everything_is_large: None, send: Callable[..., Any]) -> CustomerDataImport:
    outcome = send(people(MANY))
    assert isinstance(outcome, CustomerDataImport)
    return outcome


def line_of(opened: Delivery, waiting: CustomerDataImport) -> Any:
    with unit_of_work() as session:
        return import_line(session, opened.customer, opened.case_id, waiting.id)


def machine_now() -> datetime:
    return datetime.now(UTC)


def test_a_small_file_is_done_at_once(send: Callable[..., Any]) -> None:
    taken = send(people(3))
    assert isinstance(taken, Taken)
    assert (taken.version.state, taken.is_news) == (DataState.CLEAN, True)
    assert counted(CustomerUser) == 3


def test_the_same_file_again_changes_nothing(opened: Delivery, send: Callable[..., Any]) -> None:
    for content in (people(3), people(3, row_3="fel")):
        first, again = send(content), send(content)
        assert (again.is_news, again.version.number) == (False, first.version.number)
    assert counted(StoredFile) == 2
    assert counted(CustomerUser) == 3
    assert [version.number for version in opened.view().versions] == [2, 1]


def test_another_file_that_says_just_the_same_changes_nothing(send: Callable[..., Any]) -> None:
    send(people(3))
    book = Workbook()
    for line in people(3).decode().splitlines():
        book.worksheets[0].append(["", *line.split(";")])
    buffer = io.BytesIO()
    book.save(buffer)
    again = send(buffer.getvalue(), "folk.xlsx")
    assert (again.is_news, again.version.number) == (False, 1)
    assert (counted(CustomerUser), counted(CustomerDataVersion), counted(StoredFile)) == (3, 1, 2)


def test_a_file_signed_off_and_sent_again_stays_signed(opened: Delivery, send: Callable[..., Any]) -> None:
    opened.upload()
    opened.sign(1)
    assert opened.upload().number == 1
    assert opened.view().versions[0].state is DataState.SIGNED


def test_an_older_file_sent_again_is_a_change(send: Callable[..., Any]) -> None:
    numbers = [send(content).version.number for content in (people(3), people(4), people(3))]
    assert numbers == [1, 2, 3]


def test_the_same_upload_from_two_tabs_is_one_version(send: Callable[..., Any]) -> None:
    gate, outcomes = threading.Barrier(2), []

    def tab() -> None:
        gate.wait()
        outcomes.append(send(people(500)))

    tabs = [threading.Thread(target=tab) for _ in range(2)]
    for each in tabs:
        each.start()
    for each in tabs:
        each.join()
    assert sorted(taken.is_news for taken in outcomes) == [False, True]
    assert {taken.version.number for taken in outcomes} == {1}
    assert (counted(CustomerUser), counted(StoredFile)) == (500, 1)


def test_the_same_large_upload_from_two_tabs_waits_as_one(
    waiting: CustomerDataImport, send: Callable[..., Any]
) -> None:
    assert send(people(MANY)).id == waiting.id
    assert run_imports(machine_now()) == 1
    assert send(people(MANY)).id != waiting.id
    assert run_imports(machine_now()) == 1
    assert (counted(CustomerDataVersion), counted(CustomerUser), counted(StoredFile)) == (1, MANY, 1)


def test_a_large_file_is_done_by_a_worker_and_tells_the_truth(
    opened: Delivery, waiting: CustomerDataImport
) -> None:
    assert line_of(opened, waiting).is_waiting
    assert counted(CustomerUser) == 0
    run_imports(machine_now())
    line = line_of(opened, waiting)
    assert (line.version_number, line.is_news, line.ended) == (1, True, True)
    assert (line.rows_expected, line.rows_read, line.rows_checked, line.rows_stored) == (
        MANY + 1,
        MANY + 1,
        MANY + 1,
        MANY,
    )
    assert counted(CustomerUser) == MANY


def test_others_see_the_progress_and_no_row_before_the_end(
    opened: Delivery, waiting: CustomerDataImport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "_SECONDS_BETWEEN_WORDS", 0.0)
    told = running._Told.write
    seen: list[tuple[int, int, int, int]] = []

    def watch(self: Any) -> None:
        told(self)
        line = line_of(opened, waiting)
        seen.append((line.rows_read, line.rows_checked, line.rows_stored, counted(CustomerUser)))

    monkeypatch.setattr(running._Told, "write", watch)
    run_imports(machine_now())
    assert seen == sorted(seen), "progress never goes back"
    assert (1_000, 1_000) in {(checked, stored) for _, checked, stored, _ in seen}
    assert {visible for *_, visible in seen} == {0}


def test_a_cancelled_import_stores_nothing(opened: Delivery, waiting: CustomerDataImport) -> None:
    opened.do(opened.customer, cancel_import, opened.case_id, waiting.id)
    assert run_imports(machine_now()) == 0
    line = line_of(opened, waiting)
    assert (line.ended, line.cancelled_by, line.version_number) == (True, opened.customer.name, None)
    assert (counted(CustomerDataVersion), counted(CustomerUser)) == (0, 0)


@pytest.mark.parametrize("moment", ["read", "checked", "stored"])
def test_an_import_can_be_cancelled_in_the_midst(
    opened: Delivery, waiting: CustomerDataImport, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    monkeypatch.setattr(running, "_SECONDS_BETWEEN_WORDS", 0.0)
    usual = getattr(running._Told, moment)

    def cancelled(self: Any, *rows: int) -> None:
        with unit_of_work() as session:
            running_now = session.get_one(CustomerDataImport, waiting.id).ended_at is None
        if running_now:
            opened.do(opened.customer, cancel_import, opened.case_id, waiting.id)
        usual(self, *rows)

    monkeypatch.setattr(running._Told, moment, cancelled)
    run_imports(machine_now())
    assert line_of(opened, waiting).version_number is None
    assert (counted(CustomerDataVersion), counted(CustomerUser), counted(AnswerGroup)) == (0, 0, 0)


def test_what_has_ended_cannot_be_cancelled(opened: Delivery, waiting: CustomerDataImport) -> None:
    run_imports(machine_now())
    refused = refusal(lambda: opened.do(opened.customer, cancel_import, opened.case_id, waiting.id))
    assert refused.code == "IMPORT_OVER"


def test_a_large_file_with_a_fault_in_its_last_row_stores_no_row(
    opened: Delivery, everything_is_large: None, send: Callable[..., Any]
) -> None:
    outcome = send(people(MANY, **{f"row_{MANY + 1}": "fel"}))
    run_imports(machine_now())
    line = line_of(opened, outcome)
    assert (line.version_number, line.rows_stored, counted(CustomerUser)) == (1, 0, 0)
    (version,) = opened.view().versions
    assert (version.state, version.errors) == (DataState.FAULTY, 1)


def test_many_faults_are_counted_all_and_kept_up_to_a_thousand(
    opened: Delivery, send: Callable[..., Any]
) -> None:
    faults = {f"row_{number}": "fel" for number in range(2, 1_502)}
    taken = send(people(1_500, **faults))
    assert len(taken.version.issues) == 1_000
    (version,) = opened.view().versions
    assert (version.errors, version.warnings) == (1_500, 0)


def test_a_worker_that_died_is_replaced_when_its_lease_is_over(
    opened: Delivery, waiting: CustomerDataImport
) -> None:
    now = machine_now()
    assert running._claim(now) is not None
    assert run_imports(now) == 0
    assert run_imports(now + LEASE) == 1
    assert line_of(opened, waiting).version_number == 1


def test_an_import_that_breaks_us_is_tried_again_and_then_told(
    opened: Delivery, waiting: CustomerDataImport, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: Any, **__: Any) -> None:
        raise RuntimeError("no disk")

    monkeypatch.setattr(running, "keep", breaks)
    now = machine_now()
    for number in range(MOST_TRIES):
        assert not line_of(opened, waiting).ended
        run_imports(now + timedelta(hours=number))
    line = line_of(opened, waiting)
    assert line.ended
    assert "Inget har ändrats" in line.refusal["sv"]
    assert counted(CustomerUser) == 0


def test_an_import_that_comes_too_late_is_refused_with_the_reason(
    opened: Delivery, everything_is_large: None, send: Callable[..., Any]
) -> None:
    opened.finish_preparations()
    late = send(people(MANY))
    opened.begin(CaseState.GENOMFORANDE)
    run_imports(machine_now())
    assert line_of(opened, late).refusal.keys() == {"sv", "en"}
    assert refusal(lambda: send(people(4))).code == "DATA_FROZEN"


def test_somebody_elses_import_is_not_there(opened: Delivery, waiting: CustomerDataImport) -> None:
    mine, my_case = opened.customer, opened.case_id
    opened.open(customer_name="Grannbolaget AB", org_number="559999-9017", contact_email="gun@exempel.se")
    for case_id in (my_case, opened.case_id):

        def look(session: Session, case_id: Any = case_id) -> Any:
            return import_line(session, opened.customer, case_id, waiting.id)

        with unit_of_work() as session:
            assert refusal(lambda session=session: look(session)).code == "NOT_FOUND"
    assert mine != opened.customer


def test_the_difference_tells_users_groups_and_series(opened: Delivery) -> None:
    def workbook(users: list[list[str]], groups: list[list[str]], series: list[list[str]]) -> bytes:
        book = Workbook()
        pages = [book.worksheets[0], book.create_sheet("G"), book.create_sheet("S")]
        heads = [["Namn", "E-post", "Anknytning"], ["Grupp", "Medlemmar"], ["Serie", "Operatör"]]
        for page, head, rows in zip(pages, heads, (users, groups, series), strict=True):
            for row in [head, *rows]:
                page.append(row)
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    anna, bo = ["Anna Ek", "anna@exempel.se", "200"], ["Bo Ek", "bo@exempel.se", "201"]
    opened.upload(content=workbook([anna, bo], [["Växel", "200"]], [["08-465 004 00–09", "Telia"]]))
    new = [["Anna Ek", "anna@exempel.se", "210"], ["Cia Ek", "cia@exempel.se", "202"]]
    opened.upload(
        content=workbook(new, [["Växel", "210"], ["Support", "202"]], [["08-465 004 10–19", "Telia"]])
    )
    with unit_of_work() as session:
        seen = queries.preview(session, opened.customer, opened.case_id, 2, language="sv")
    assert seen.compared_with == 1
    assert (seen.added, seen.removed, seen.unchanged) == (("Cia Ek",), ("Bo Ek",), 0)
    assert [(line.name, line.fields) for line in seen.changed] == [
        ("Anna Ek", (("extension", "200", "210"),))
    ]
    assert (seen.groups_difference.added, seen.groups_difference.changed) == (("Support",), ("Växel",))
    assert (len(seen.series_difference.added), len(seen.series_difference.removed)) == (1, 1)
