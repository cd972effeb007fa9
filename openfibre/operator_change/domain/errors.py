"""What a change of operator refuses, and why."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

ROUTE_NOT_IN_FLOW = spec(
    "ROUTE_NOT_IN_FLOW",
    ErrorKind.CONFLICT,
    sv="I flöde {flow} går {wanted} inte. Öppna vägar: {allowed_text}. Inget har tagits emot.",
    en="In flow {flow} there is no {wanted}. Open ways: {allowed_text}. Nothing was taken in.",
)
