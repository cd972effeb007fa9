"""Where mail and SMS providers report. No person signs in here: the signature is the proof."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request
from starlette.responses import Response

from delivery.start.usecases.hear_report import hear_report
from infra.db import SessionDep
from infra.reports import LARGEST_REPORT, REPORT_NOT_UNDERSTOOD, Channel, check_signature, read_report
from infra.routing import Router

router = Router(prefix="/hooks", include_in_schema=False)


async def _body(request: Request) -> bytes:
    return await request.body()


@router.post("/delivery-reports/{channel}", status_code=204)
def delivery_report(
    request: Request, session: SessionDep, channel: Channel, body: Annotated[bytes, Depends(_body)]
) -> Response:
    """Stored before it is answered; the same report again is answered alike and changes nothing."""
    now = datetime.now(UTC)
    event_id = check_signature(request.headers, body, now)
    if len(body) > LARGEST_REPORT:
        raise REPORT_NOT_UNDERSTOOD.error(fields="body")
    hear_report(session, channel, event_id, read_report(body), now)
    return Response(status_code=204)
