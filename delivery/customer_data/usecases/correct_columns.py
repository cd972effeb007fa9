"""A person says what the columns of their list are: it is read again so, and remembered for the customer."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.customer_data import repository as lists
from delivery.customer_data.domain.errors import NOTHING_TO_MAP
from delivery.customer_data.domain.fields import squeeze
from delivery.customer_data.domain.mapping import (
    SheetChoice,
    SheetSaid,
    choices_of,
    chosen,
    from_json,
    outlined,
    remembered,
)
from delivery.customer_data.models import CustomerDataImport
from delivery.customer_data.usecases.begin_import import begin_import
from delivery.customer_data.usecases.upload_customer_data import Taken
from infra.files import load_file
from infra.transitions import Cause


def correct_columns(
    session: Session,
    actor: Actor,
    case_id: UUID,
    number: int,
    *,
    choices: Sequence[SheetChoice],
    cause: Cause,
) -> Taken | CustomerDataImport:
    """The version that the same file makes when it is read as said, or the import that will make it.

    Raises `NOTHING_TO_MAP` for a file that could not be read, `HEADER_ROW_UNKNOWN`, `COLUMN_TWICE`, or what
    is missing for a list; `DATA_FROZEN` once the move has been asked for.
    """
    case = repository.case(session, actor, case_id)
    version = repository.version(session, case.id, number)
    sheets = outlined(version.outline)
    if version.file_id is None or not sheets:
        raise NOTHING_TO_MAP.error()
    mapping = chosen(choices, sheets)
    for choice in choices:
        if choice.kind is not None:
            lists.forget_left_out(session, case.customer_id, squeeze(choice.sheet)[:100])
    said = remembered(choices, sheets)
    lists.remember(session, case.customer_id, said, by=cause.name, now=cause.now)
    stored = load_file(session, version.file_id)
    return begin_import(
        session,
        actor,
        case_id,
        filename=stored.name,
        content=stored.content,
        mapping=mapping,
        cause=cause,
    )


def correct_named_columns(
    session: Session, actor: Actor, case_id: UUID, number: int, *, said: Sequence[SheetSaid], cause: Cause
) -> Taken | CustomerDataImport:
    """The same for a program, that names sheets and columns; a sheet it says nothing of is read as it was.

    Raises `SHEET_UNKNOWN`, `SAID_TWICE`, and what `correct_columns` raises.
    """
    case = repository.case(session, actor, case_id)
    version = repository.version(session, case.id, number)
    sheets = outlined(version.outline)
    if not sheets:
        raise NOTHING_TO_MAP.error()
    choices = choices_of(said, sheets, from_json(version.mapping))
    return correct_columns(session, actor, case_id, number, choices=choices, cause=cause)
