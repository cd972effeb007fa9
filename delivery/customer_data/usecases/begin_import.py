"""Take a file from the upload page: a small one at once, a large one by a worker, with its progress to look at."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.customer_data import repository as lists
from delivery.customer_data.domain.errors import IMPORT_OVER
from delivery.customer_data.domain.headers import WorkbookMapping
from delivery.customer_data.domain.mapping import as_json
from delivery.customer_data.gateways.limits import DIRECTLY
from delivery.customer_data.models import CustomerDataImport
from delivery.customer_data.usecases.upload_customer_data import Taken, keep_file, take_in
from delivery.domain.errors import DATA_FROZEN
from delivery.domain.states import CaseState
from infra.db import ring
from infra.queues import RUN_IMPORTS
from infra.transitions import Cause


def begin_import(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    filename: str,
    content: bytes,
    mapping: WorkbookMapping | None = None,
    cause: Cause,
) -> Taken | CustomerDataImport:
    """The version it led to, or the import that a worker will do.

    The same large file sent twice at once waits as one. Raises `DATA_FROZEN` once the move has been asked
    for, `FILE_TOO_LARGE` above 20 MB.
    """
    if len(content) <= DIRECTLY:
        return take_in(
            session, actor, case_id, filename=filename, content=content, mapping=mapping, cause=cause
        )
    case = repository.case(session, actor, case_id, lock=True)
    if case.state is not CaseState.FORBEREDELSER:
        raise DATA_FROZEN.error()
    file_id = keep_file(session, case.id, filename, content, cause)
    kept = as_json(mapping) if mapping else []
    for running in lists.running_imports(session, case.id):
        if (running.file_id, running.mapping) == (file_id, kept):
            return running
    waiting = CustomerDataImport(
        case_id=case.id,
        customer_id=case.customer_id,
        partner_id=case.partner_id,
        file_id=file_id,
        filename=filename,
        mapping=kept,
        cause={"role": cause.role, "name": cause.name},
        created_at=cause.now,
    )
    session.add(waiting)
    session.flush()
    ring(session, RUN_IMPORTS)
    return waiting


def cancel_import(session: Session, actor: Actor, case_id: UUID, import_id: UUID, *, cause: Cause) -> None:
    """Stop an import; nothing of it is stored. Raises `IMPORT_OVER` when it has ended already."""
    running = lists.import_of(session, actor, case_id, import_id, lock=True)
    if running.ended_at is not None:
        raise IMPORT_OVER.error()
    running.cancelled_by, running.ended_at = cause.name, cause.now
