"""Identifiers: UUID version 7, so that rows made together lie together in an index (RFC 9562)."""

from __future__ import annotations

import secrets
import time
from typing import Final
from uuid import UUID

_RANDOM_BITS: Final = 74


def new_id() -> UUID:
    """A fresh id: 48 bits of Unix milliseconds, version, 74 random bits, variant."""
    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(_RANDOM_BITS)
    high, low = random >> 62, random & ((1 << 62) - 1)
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62) | low)
