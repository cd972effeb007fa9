"""Cursors: a place in a sequence, in a form nobody is tempted to calculate with."""

from __future__ import annotations

import base64
import binascii
from typing import Final

from partners.domain.errors import CURSOR_UNKNOWN

_BIGGEST: Final = 2**63 - 1
_MARK: Final = "p"


def cursor_of(position: int) -> str:
    """The cursor of a place; 0 is before the first."""
    return base64.urlsafe_b64encode(f"{_MARK}{position}".encode()).decode().rstrip("=")


def position_of(cursor: str | None) -> int:
    """The place of a cursor; 0 for none. Raises `CURSOR_UNKNOWN`."""
    if not cursor:
        return 0
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode(
            "ascii"
        )
    except (ValueError, binascii.Error) as wrong:
        raise CURSOR_UNKNOWN.error("cursor") from wrong
    digits = text.removeprefix(_MARK)
    if not text.startswith(_MARK) or not digits.isdecimal() or int(digits) > _BIGGEST:
        raise CURSOR_UNKNOWN.error("cursor")
    return int(digits)
