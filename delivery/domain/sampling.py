"""The random sample for test calls: drawn by a recorded seed, so that anyone can draw it again."""

from __future__ import annotations

import math
from collections.abc import Iterable
from random import Random
from typing import Final

SHARE: Final = 0.1
SMALLEST: Final = 3
LARGEST: Final = 20


def sample_size(population: int) -> int:
    """One in ten, rounded up; at least three and at most twenty, and never more than there are."""
    return min(population, max(SMALLEST, min(LARGEST, math.ceil(population * SHARE))))


def draw(numbers: Iterable[str], seed: str) -> tuple[str, ...]:
    """Draw the sample. The same numbers in any order and the same seed give the same sample."""
    population = sorted(set(numbers))
    chosen = Random(seed).sample(population, sample_size(len(population)))  # noqa: S311  (a sample, no secret)
    return tuple(sorted(chosen))
