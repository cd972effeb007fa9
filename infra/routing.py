"""Routers that see at one glance whether a path is one of theirs.

FastAPI asks each route of a router in turn, and does so again in every router above it. With some hundreds of routes
that took a tenth of a millisecond for a busy call, and a third for a page.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from fastapi import APIRouter
from starlette.routing import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import Scope

_PARAMETER: Final = re.compile(r"\\{[^}]*}")


class Router(APIRouter):
    """A router of the product. Its routes are complete when the first call comes."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether one of its routes is asked for: none is when the path does not end as any of theirs."""
        if not self._paths.search(scope["path"]):
            return Match.NONE, {}
        return super().matches(scope)

    @cached_property
    def _paths(self) -> re.Pattern[str]:
        forms = dict.fromkeys(_PARAMETER.sub("[^/]+", re.escape(each)) for each in _paths_of(self))
        return re.compile(f"(?:{'|'.join(forms)})$")


def _paths_of(router: APIRouter) -> Iterator[str]:
    """The paths below a router, as far as it knows them: what it is included under may stand before them."""
    for route in router.routes:
        included: Any = getattr(route, "include_context", None)
        if included is None:
            yield getattr(route, "path", "")
        else:
            yield from (included.prefix + path for path in _paths_of(included.included_router))
