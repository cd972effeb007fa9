"""Wake a person at the network owner: an event in the owner's own stream, a mail, and a line in the log."""

from __future__ import annotations

import logging

from sqlmodel import Session

from infra.mail import queue_mail
from infra.outbox import Subject, emit
from infra.settings import get_settings
from infra.transitions import Cause
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.alarms import ALARMS, Alarm
from openfibre.port_unblocking.models import PortUnblocking

_log = logging.getLogger(__name__)


def raise_alarm(session: Session, case: PortUnblocking, alarm: Alarm, cause: Cause) -> None:
    """Tell the network owner. The new provider's stream never carries it."""
    _log.error("port unblocking needs a person", extra={"case": case.reference, "alarm": alarm.value})
    owner = Subject("port_unblocking", case.id)
    facts = {"alarm": alarm.value, "reference": case.reference}
    emit(session, "port_unblocking.alarm", owner, facts, actor=cause.name, now=cause.now)
    network = repository.network(session, case.network_id)
    if network.alarm_email:
        queue_mail(
            session,
            network.alarm_email,
            "unblocking_alarm",
            "sv",
            reference=case.reference,
            words=ALARMS[alarm].sv,
            network=network.name,
            access_id=case.access_id,
            link=f"{get_settings().public_url}/fibre/unblockings/{case.id}",
        )
