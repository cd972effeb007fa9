"""The documentation that was handed over, for the customer to keep."""

from __future__ import annotations

from uuid import UUID

from starlette.responses import Response

from accounts.access import CustomerDep
from delivery import repository as cases
from delivery.cockpit import repository
from infra.db import SessionDep
from infra.files import load_file
from infra.routing import Router
from kernel.errors import NOT_FOUND

router = Router()


@router.get("/cases/{case_id}/documentation")
def documentation(session: SessionDep, actor: CustomerDep, case_id: UUID) -> Response:
    """The package as it was handed over. Raises `NOT_FOUND` before, and for somebody else's case."""
    case = cases.case(session, actor, case_id)
    kept = repository.package(session, case.id)
    if kept is None:
        raise NOT_FOUND.error()
    file = load_file(session, kept.file_id)
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"', "Cache-Control": "no-store"}
    return Response(file.content, media_type=file.media_type, headers=headers)
