"""Identifiers: UUID version 7, so that rows made together lie together in an index (RFC 9562)."""

from __future__ import annotations

import os
import secrets
import time
from collections import deque
from collections.abc import Iterator
from typing import Final
from uuid import UUID

_RANDOM_BITS: Final = 74
_MASK: Final = (1 << _RANDOM_BITS) - 1
_RANDOM_BYTES: Final = 10
_VARIANT: Final = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))


_DRAWN_AT_ONCE: Final = 256
_drawn: Final[deque[int]] = deque()
os.register_at_fork(after_in_child=_drawn.clear)  # or two processes would give the same ids


def new_id() -> UUID:
    """A fresh id: 48 bits of Unix milliseconds, version, 74 random bits, variant."""
    milliseconds = time.time_ns() // 1_000_000
    random = _random_bits()
    high, low = random >> 62, random & ((1 << 62) - 1)
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62) | low)


def _random_bits() -> int:
    """74 bits of the system's randomness, drawn for many ids at a time: to ask for it takes longer than all the rest."""
    while True:
        try:
            return _drawn.pop()
        except IndexError:
            drawn = secrets.randbits(_RANDOM_BITS * _DRAWN_AT_ONCE)
            _drawn.extend((drawn >> (_RANDOM_BITS * i)) & _MASK for i in range(_DRAWN_AT_ONCE))


def many_ids(count: int) -> Iterator[str]:
    """Fresh ids of one millisecond as 32 hexadecimal digits: for rows that are stored by the thousand."""
    stamp = f"{time.time_ns() // 1_000_000:012x}7"
    random = secrets.token_hex(_RANDOM_BYTES * count)
    for start in range(0, len(random), 2 * _RANDOM_BYTES):
        digits = random[start : start + 2 * _RANDOM_BYTES]
        yield f"{stamp}{digits[:3]}{_VARIANT[digits[3]]}{digits[4:19]}"
