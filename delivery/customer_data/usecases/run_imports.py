"""The worker's half of an import: read, check, store, and say truthfully how far it has come.

Progress is written in units of work of its own, so that others see it; the version and its rows in one, so that
nobody ever sees half of them. An import that was cancelled notices at its next word about progress.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from time import monotonic
from typing import Final
from uuid import UUID

from delivery import repository
from delivery.customer_data import repository as lists
from delivery.customer_data.domain.errors import IMPORT_BROKE
from delivery.customer_data.domain.mapping import from_json
from delivery.customer_data.models import CustomerDataImport
from delivery.customer_data.usecases.upload_customer_data import keep, read_with
from infra.clock import current
from infra.db import unit_of_work
from infra.files import load_file
from infra.transitions import Cause
from kernel.errors import DomainError

_log = logging.getLogger(__name__)
LEASE: Final = timedelta(minutes=5)
MOST_TRIES: Final = 3
_SECONDS_BETWEEN_WORDS: Final = 0.25


class _EndedMeanwhileError(Exception):
    """Somebody cancelled the import, or another worker has done it."""


class _Told:
    """Writes progress where pages read it, now and then."""

    def __init__(self, import_id: UUID) -> None:
        self.import_id = import_id
        self.counts = {"rows_read": 0, "rows_expected": 0, "rows_checked": 0, "rows_stored": 0}
        self.last = 0.0

    def read(self, rows: int, expected: int) -> None:
        self._tell(rows_read=rows, rows_expected=expected)

    def checked(self, rows: int) -> None:
        self._tell(rows_checked=rows)

    def stored(self, rows: int) -> None:
        self._tell(rows_stored=rows)

    def _tell(self, **counts: int) -> None:
        self.counts |= counts
        if monotonic() - self.last >= _SECONDS_BETWEEN_WORDS:
            self.write()

    def write(self) -> None:
        """Write it now. Raises when the import has ended meanwhile."""
        self.last = monotonic()
        with unit_of_work() as session:
            running = lists.locked_import(session, self.import_id)
            if running.ended_at is not None:
                raise _EndedMeanwhileError
            for name, rows in self.counts.items():
                setattr(running, name, rows)


def run_imports(machine_now: datetime) -> int:
    """Do every import that waits, or whose worker went silent. Returns how many ended."""
    done = 0
    while waiting := _claim(machine_now):
        try:
            _run(waiting)
        except _EndedMeanwhileError:
            _log.info("import ended meanwhile", extra={"import": str(waiting.id)})
        except DomainError as refusal:
            _give_up(waiting.id, refusal)
        except Exception as broken:  # noqa: BLE001  (one list that breaks us must not hold up the others)
            _log.exception("import broke", extra={"import": str(waiting.id)})
            _try_later(waiting.id, broken, machine_now)
        done += 1
    return done


def _claim(machine_now: datetime) -> CustomerDataImport | None:
    with unit_of_work() as session:
        waiting = lists.next_import(session, machine_now)
        if waiting is not None:
            waiting.due_at = machine_now + LEASE
            waiting.tries += 1
        return waiting


def _run(waiting: CustomerDataImport) -> None:
    told = _Told(waiting.id)
    told.write()
    mapping = from_json(waiting.mapping) if waiting.mapping else None
    with unit_of_work() as session:
        content = load_file(session, waiting.file_id).content
        memory = lists.memory(session, waiting.customer_id)
    read = read_with(memory, content, waiting.filename, mapping=mapping, progress=told)
    told.write()
    with unit_of_work() as session:
        cause = Cause(waiting.cause["role"], waiting.cause["name"], current(session))
        case = repository.locked_case(session, waiting.case_id)
        taken = keep(
            session, case, read, filename=waiting.filename, content=content, cause=cause, progress=told
        )
        running = lists.locked_import(session, waiting.id)
        if running.ended_at is not None:
            raise _EndedMeanwhileError
        for name, rows in told.counts.items():
            setattr(running, name, rows)
        if not taken.version.content_key:
            running.rows_stored = 0
        running.version_number, running.is_news = taken.version.number, taken.is_news
        running.ended_at = cause.now


def _give_up(import_id: UUID, refusal: DomainError) -> None:
    with unit_of_work() as session:
        running = lists.locked_import(session, import_id)
        if running.ended_at is None:
            running.refusal = {"sv": refusal.detail("sv"), "en": refusal.detail("en")}
            running.rows_stored, running.ended_at = 0, current(session)


def _try_later(import_id: UUID, broken: Exception, machine_now: datetime) -> None:
    with unit_of_work() as session:
        running = lists.locked_import(session, import_id)
        running.error = f"{type(broken).__name__}: {broken}"[:2000]
        running.rows_stored = 0
        running.due_at = machine_now + timedelta(seconds=10 * running.tries)
        tried_enough = running.tries >= MOST_TRIES
    if tried_enough:
        _give_up(import_id, IMPORT_BROKE.error())
