"""Files that the operator has shared with the customer."""

from __future__ import annotations

from uuid import UUID

from starlette.responses import Response

from accounts.access import CustomerDep
from delivery.workspace.usecases.keep_file import open_file
from infra.db import SessionDep
from infra.files import as_download
from infra.routing import Router

router = Router(prefix="/cases/{case_id}/files")


@router.get("/{kept_id}")
def download(session: SessionDep, actor: CustomerDep, case_id: UUID, kept_id: UUID) -> Response:
    """A shared file of one's own case; any other is not there."""
    return as_download(open_file(session, actor, case_id, kept_id))
