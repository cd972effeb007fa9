"""The uploaded file again, its bad cells marked with what to do."""

from __future__ import annotations

import io
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.customer_data.domain.check import check_workbook
from delivery.customer_data.domain.mapping import from_json
from delivery.customer_data.gateways.read_workbook import read_workbook
from delivery.customer_data.gateways.refusals import FileRefusedError
from delivery.customer_data.gateways.write_marked import write_marked
from delivery.customer_data.usecases.upload_customer_data import rules
from infra.files import load_file
from kernel.errors import NOT_FOUND
from kernel.language import Language


def marked_copy(session: Session, actor: Actor, case_id: UUID, number: int, language: Language) -> bytes:
    """A workbook with the same rows. Raises `NOT_FOUND` for a file that could not be read."""
    case = repository.case(session, actor, case_id)
    version = repository.version(session, case.id, number)
    if version.file_id is None:
        raise NOT_FOUND.error()
    stored = load_file(session, version.file_id)
    try:
        sheets = read_workbook(stored.content, stored.name)
    except FileRefusedError as unreadable:
        raise NOT_FOUND.error() from unreadable
    out = io.BytesIO()
    result = check_workbook(sheets, from_json(version.mapping), rules())
    write_marked(sheets, result.issues, out, language)
    return out.getvalue()
