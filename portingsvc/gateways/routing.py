"""Which way a request goes to its donor: a setting by donor, the clearing house unless it says else."""

from __future__ import annotations

from functools import cache
from typing import Final
from uuid import UUID

from infra.db import unit_of_work
from infra.files import load_file
from infra.sandboxes import LIVE, here
from infra.settings import get_settings
from kernel.errors import NOT_FOUND, DomainError
from portingsvc.gateways.clearinghouse import Clearinghouse
from portingsvc.gateways.clearinghouse_http import HttpClearinghouse
from portingsvc.gateways.email_desk import EmailDesk
from portingsvc.gateways.file_exchange import FileExchange
from portingsvc.gateways.scripted import ScriptedClearinghouse
from portingsvc.models import Mandate

CLEARINGHOUSE: Final = "clearinghouse"
EMAIL_DESK: Final = "email_desk"
FILE_EXCHANGE: Final = "file_exchange"


def gateway_name(donor: str) -> str:
    """The way to a donor. In a sandbox there is one way to all of them."""
    if here() != LIVE:
        return CLEARINGHOUSE
    return get_settings().donor_gateways.get(donor, CLEARINGHOUSE)


@cache
def clearinghouse() -> HttpClearinghouse:
    """The clearing house of this installation."""
    settings = get_settings()
    return HttpClearinghouse(
        settings.gateway_url, settings.gateway_token.get_secret_value(), settings.gateway_timeout_seconds
    )


def gateways() -> tuple[Clearinghouse, ...]:
    """Every gateway there is: in a sandbox its scripted donors, and nothing that leads out of it."""
    place = here()
    return _live_gateways() if place == LIVE else (ScriptedClearinghouse(place),)


@cache
def _live_gateways() -> tuple[Clearinghouse, ...]:
    """The clearing house, and those that a donor is routed to."""
    settings = get_settings()
    routed = set(settings.donor_gateways.values())
    found: list[Clearinghouse] = [clearinghouse()]
    if EMAIL_DESK in routed and settings.desk_mailbox is not None:
        found.append(EmailDesk(settings.donor_desks, settings.desk_mailbox, mandate_document))
    if FILE_EXCHANGE in routed and settings.exchange_dir is not None:
        found.append(FileExchange(settings.exchange_dir))
    return tuple(found)


def mandate_document(mandate_id: str) -> tuple[str, bytes] | None:
    """The signed fullmakt by its reference: file name and PDF; none when there is none."""
    try:
        with unit_of_work() as session:
            mandate = session.get(Mandate, UUID(mandate_id))
            if mandate is None or mandate.document_id is None:
                return None
            stored = load_file(session, mandate.document_id)
            return stored.name, stored.content
    except (ValueError, DomainError) as unknown:
        if isinstance(unknown, DomainError) and unknown.spec is not NOT_FOUND:
            raise
        return None
