"""A provider reports what became of a message: kept once, and a bounce stands in the case's timeline."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from delivery import repository
from delivery.start import repository as starts
from delivery.usecases.settle import note
from infra.clock import current
from infra.reports import Channel, Report, ReportKind, take_report
from infra.transitions import Cause


def hear_report(
    session: Session, channel: Channel, event_id: str, report: Report, machine_now: datetime
) -> bool:
    """Returns whether it was news. A message that is no start message is kept all the same."""
    if not take_report(session, channel, event_id, report, machine_now):
        return False
    start = starts.by_message(session, report.message_id)
    if start is not None and report.status is ReportKind.BOUNCED and not start.is_test:
        case = repository.locked_case(session, start.case_id)
        cause = Cause("system", "Växla", current(session))
        names = starts.names(session, [start.user_id] if start.user_id else [])
        about = next(iter(names.values()), "")
        note(session, case, "start_bounced", report.reason, cause, about=about)
    return True
