"""Checks a second: ours against `phonenumbers` doing parse, validity, E.164 and type on the same list.

A check of ours answers more (series, extensions, portability, Swedish wording); it is timed as a whole, through
the function that imports use.
"""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from time import perf_counter
from typing import Any, Final

import phonenumbers

from kernel.numbers import check_number

GOAL: Final = 12.0
ROUNDS: Final = 5
AMOUNT: Final = 50_000
JUNK_SHARE: Final = 0.05
JUNK: Final = (
    "",
    "se bifogad fil",
    "070-ABC 12 34",
    "12",
    "+45 33 12 34 56",
    "08-12",
    "vet ej",
    "070 123 45 67 89",
)


def _mobile(rng: random.Random) -> tuple[str, str]:
    return f"7{rng.choice('02369')}", f"{rng.randrange(10**7):07d}"


def _stockholm(rng: random.Random) -> tuple[str, str]:
    return "8", f"{rng.randrange(10**8):08d}"


def _gothenburg(rng: random.Random) -> tuple[str, str]:
    return "31", f"{rng.randrange(10**7):07d}"


def _kiruna(rng: random.Random) -> tuple[str, str]:
    return "980", f"{rng.randrange(10**5):05d}"


def _write(area: str, rest: str, style: int) -> str:
    spaced = f"{rest[:3]} {rest[3:5]} {rest[5:]}".strip()
    return (
        f"0{area}-{spaced}",
        f"0{area}{rest}",
        f"+46 {area} {spaced}",
        f"+46{area}{rest}",
        f"0046{area}{rest}",
        f"0{area} {spaced}",
        f"+46 (0){area}-{spaced}",
    )[style]


def mixed_list(amount: int = AMOUNT, seed: int = 1) -> list[str]:
    """Numbers as a customer's sheet has them: seven writings, four kinds, one in twenty junk."""
    rng = random.Random(seed)
    kinds = (_mobile, _mobile, _mobile, _stockholm, _gothenburg, _kiruna)
    return [
        rng.choice(JUNK) if rng.random() < JUNK_SHARE else _write(*rng.choice(kinds)(rng), rng.randrange(7))
        for _ in range(amount)
    ]


def _library(values: list[str]) -> None:
    for value in values:
        try:
            parsed = phonenumbers.parse(value, "SE")
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed):
            phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
            phonenumbers.number_type(parsed)


def _ours(values: list[str]) -> None:
    for value in values:
        check_number(value)


def _seconds(work: Callable[[list[str]], None], values: list[str]) -> float:
    gc.collect()
    start = perf_counter()
    work(values)
    return perf_counter() - start


def run() -> dict[str, Any]:
    """Both sides in turn, the best of five each."""
    values = mixed_list()
    ours = library = float("inf")
    for _ in range(ROUNDS):
        ours = min(ours, _seconds(_ours, values))
        library = min(library, _seconds(_library, values))
    ratio = library / ours
    return {
        "name": "numbers",
        "left": round(AMOUNT / ours),
        "right": round(AMOUNT / library),
        "ratio": round(ratio, 2),
        "goal": GOAL,
        "ok": ratio >= GOAL,
    }


if __name__ == "__main__":
    print(run())
