"""How much of a stranger's file we are willing to look at. Everything beyond is refused, never cut off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Ceilings for one file. Bytes in bytes, times in seconds; rows and columns of a single sheet."""

    file_bytes: int = 20 * _MIB
    unpacked_bytes: int = 300 * _MIB
    unpacked_ratio: int = 200
    ratio_matters_above: int = 10 * _MIB
    parts: int = 2_000
    sheets: int = 100
    rows: int = 200_000
    columns: int = 500
    cells: int = 5_000_000
    answer_bytes: int = 400 * _MIB
    memory_bytes: int = 1024 * _MIB
    cpu_seconds: int = 20
    wall_seconds: float = 30.0


STANDARD_LIMITS: Final = Limits()
DIRECTLY: Final = 256 * 1024
"""Files up to this many bytes (some 3,500 users) are done while the person waits; larger ones by a worker."""
