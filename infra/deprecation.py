"""Parts of the API that are to go, as a table: since when, until when, what comes instead.

A route marked `deprecated` says so in every answer: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), and `Link` to
the changelog and to what comes instead. Policy: docs/api-changelog.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from typing import Any, Final

CHANGELOG: Final = "/api-changelog"
SHORTEST_NOTICE: Final = timedelta(days=183)
"""Between the day a part is deprecated and the day it may end: six months."""


@dataclass(frozen=True, slots=True)
class Deprecated:
    """A part that is to go. Both days are UTC's; it answers as before up to the sunset.

    `instead` is a path without parameters.
    """

    since: date
    sunset: date
    instead: str = ""

    def headers(self) -> dict[str, str]:
        """What every answer of it carries."""
        links = [f'<{CHANGELOG}>; rel="{each}"; type="text/markdown"' for each in ("deprecation", "sunset")]
        if self.instead:
            links.append(f'<{self.instead}>; rel="successor-version"')
        return {
            "Deprecation": f"@{int(_begin(self.since).timestamp())}",
            "Sunset": format_datetime(_begin(self.sunset), usegmt=True),
            "Link": ", ".join(links),
        }


DEPRECATED: Final[dict[str, Deprecated]] = {}
"""By `operationId`. A test holds that the marked routes and the rows are the same, and that notice is long enough."""


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def headers_of(route: Any) -> Mapping[str, str]:
    """The headers of a route, none for one that stays."""
    if not getattr(route, "deprecated", None):
        return {}
    return DEPRECATED[name_of(route)].headers()


def name_of(route: Any) -> str:
    """The `operationId` of a route."""
    return str(route.operation_id or route.unique_id)


def describe(operation: dict[str, Any]) -> None:
    """Tell of it in the OpenAPI document: until when, what comes instead, and the headers."""
    if not operation.get("deprecated"):
        return
    row = DEPRECATED[operation["operationId"]]
    instead = f" Use `{row.instead}` instead." if row.instead else ""
    operation["description"] = f"Ends on {row.sunset}.{instead}\n\n{operation.get('description', '')}".strip()
    told = {name: {"schema": {"type": "string"}, "example": value} for name, value in row.headers().items()}
    for answer in operation["responses"].values():
        answer["headers"] = answer.get("headers", {}) | told
