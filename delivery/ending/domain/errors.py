"""What the checklist for the old operator refuses."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

STEP_UNKNOWN = spec(
    "STEP_UNKNOWN",
    ErrorKind.INVALID,
    sv="Punkten {value} finns inte på listan. Ladda om sidan och kryssa igen.",
    en="The list has no item {value}. Reload the page and tick again.",
)
