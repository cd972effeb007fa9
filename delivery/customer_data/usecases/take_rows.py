"""Take a customer's lists as rows, from a program: checked, compared and kept just as an uploaded workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.customer_data.check_file import ReadFile, read_file
from delivery.customer_data.domain.check import CheckResult
from delivery.customer_data.domain.fields import Field, SheetKind
from delivery.customer_data.domain.sheets import Cell
from delivery.customer_data.gateways.write_lists import write_lists
from delivery.customer_data.usecases.upload_customer_data import Taken, keep, rules
from delivery.domain.errors import DATA_FROZEN
from delivery.domain.states import CaseState
from infra.collector import collector_rests
from infra.transitions import Cause

Rows = Mapping[SheetKind, Sequence[Mapping[Field, Cell]]]
FILENAME: Final = "rader.xlsx"
FIRST_ROW: Final = 2
"""Where the first of the rows stands in the workbook that is kept of them; the headings stand above."""


def check_rows(session: Session, actor: Actor, case_id: UUID, rows: Rows) -> CheckResult:
    """What `take_rows` would find; nothing is stored. Raises `NOT_FOUND`."""
    repository.case_subject(session, actor, case_id)
    _, read = _read(rows)
    with collector_rests():
        return read.check(rules())


def take_rows(session: Session, actor: Actor, case_id: UUID, rows: Rows, *, cause: Cause) -> Taken:
    """A new version of the lists, faulty or clean; rows that change nothing lead to the one there is.

    They are kept as a workbook on our own template, so that whoever is to mend them can go on there. Raises
    `NOT_FOUND`, `DATA_FROZEN` once the move has been asked for.
    """
    if repository.case(session, actor, case_id).state is not CaseState.FORBEREDELSER:
        raise DATA_FROZEN.error()
    content, read = _read(rows)
    case = repository.case(session, actor, case_id, lock=True)
    return keep(session, case, read, filename=FILENAME, content=content, cause=cause)


def _read(rows: Rows) -> tuple[bytes, ReadFile]:
    """By the template's own headings, whatever the customer's people have said of theirs."""
    content = write_lists(rows, "sv")
    with collector_rests():
        return content, read_file(content, FILENAME)
