"""Which data goes from whom to whom, and in which flow (KO-03, open-fibre 1.5 rows 2, 6 and 8)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kernel.errors import DomainError
from kernel.language import Text
from openfibre.operator_change.domain.errors import ROUTE_NOT_IN_FLOW
from openfibre.operator_change.domain.parties import Flow, Party


class Content(StrEnum):
    """What a file carries. Migreringsdata holds all of Accessdata and the services on it."""

    ACCESS = "accessdata"
    SERVICE = "tjanstedata"
    MIGRATION = "migreringsdata"


CONTENT_NAMES: Final = {
    Content.ACCESS: Text(sv="Accessdata", en="Access data"),
    Content.SERVICE: Text(sv="Tjänstedata", en="Service data"),
    Content.MIGRATION: Text(sv="Migreringsdata", en="Migration data"),
}


@dataclass(frozen=True, slots=True)
class Route:
    """A permitted way. A receiver that is a provider gets its own rows only."""

    content: Content
    sender: Party
    receivers: tuple[Party, ...]
    only: Flow | None = None


_EACH_PROVIDER: Final = (Party.TLA, Party.TLU)
ROUTES: Final = (
    Route(Content.ACCESS, Party.NO, (Party.TKO,)),
    Route(Content.ACCESS, Party.AKO, (Party.TKO,)),
    Route(Content.ACCESS, Party.TKO, (Party.TLA,)),
    Route(Content.SERVICE, Party.AKO, _EACH_PROVIDER),
    Route(Content.SERVICE, Party.AKO, (Party.TLA,)),
    Route(Content.SERVICE, Party.AKO, (Party.TKO,), Flow.I),
    Route(Content.SERVICE, Party.TLA, (Party.TKO,), Flow.II),
    Route(Content.MIGRATION, Party.TKO, (Party.TLA,)),
)


def routes(flow: Flow, sender: Party) -> tuple[Route, ...]:
    """The ways open to a sender."""
    return tuple(each for each in ROUTES if each.sender is sender and each.only in (None, flow))


def route(flow: Flow, content: Content, sender: Party, receivers: frozenset[Party]) -> Route:
    """The way that was asked for. Raises `ROUTE_NOT_IN_FLOW` with the ways there are instead."""
    for each in routes(flow, sender):
        if each.content is content and frozenset(each.receivers) == receivers:
            return each
    raise _no_route(flow, content, sender, receivers)


def _no_route(flow: Flow, content: Content, sender: Party, receivers: frozenset[Party]) -> DomainError:
    ways = [f"{each.content} {sender}→{'+'.join(each.receivers)}" for each in routes(flow, sender)]
    return ROUTE_NOT_IN_FLOW.error(
        "receiver",
        flow=flow.value,
        wanted=f"{content} {sender}→{'+'.join(sorted(receivers))}",
        allowed=ways,
        allowed_text=", ".join(ways) or "–",
    )


def rejects_row_of(way: Route, provider: Party) -> bool:
    """Whether a row of such a provider may not travel this way: a TLU's services never reach others."""
    return way.content is Content.SERVICE and provider is Party.TLU and Party.TLU not in way.receivers
