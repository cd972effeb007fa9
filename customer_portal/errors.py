"""What the customer's pages refuse of themselves."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

PAGES_FULL = spec(
    "PAGES_FULL",
    ErrorKind.TOO_MANY,
    sv="Högst {most} sidor kan följa läget direkt samtidigt. De andra frågar var femte sekund.",
    en="At most {most} pages can follow the status live at a time. The others ask every five seconds.",
)
