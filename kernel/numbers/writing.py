"""How Swedes write numbers and series."""

from __future__ import annotations

from typing import Final

from kernel.numbers.plan import prefix_of

COUNTRY: Final = "+46"
# Subscriber digits are written in threes and twos: the groups for each length.
_GROUPS: Final = {
    4: (2, 2),
    5: (3, 2),
    6: (2, 2, 2),
    7: (3, 2, 2),
    8: (3, 3, 2),
    9: (3, 3, 3),
    10: (3, 3, 2, 2),
}


def _hyphenated(national: str) -> str:
    """A national number, given without its zero, as people write it."""
    prefix = prefix_of(national)
    subscriber = national[len(prefix) :]
    match len(subscriber):
        case 7:  # by far the most common: spelt out for speed
            rest = f"{subscriber[:3]} {subscriber[3:5]} {subscriber[5:]}"
        case 6:
            rest = f"{subscriber[:2]} {subscriber[2:4]} {subscriber[4:]}"
        case 8:
            rest = f"{subscriber[:3]} {subscriber[3:6]} {subscriber[6:]}"
        case length:
            rest = " ".join(_split(subscriber, _GROUPS.get(length, (length,))))
    return f"0{prefix}-{rest}"


def _split(digits: str, groups: tuple[int, ...]) -> list[str]:
    parts, at = [], 0
    for size in groups:
        parts.append(digits[at : at + size])
        at += size
    return parts


def format_national(e164: str) -> str:
    """An E.164 number in Swedish writing: `070-174 06 05`, `08-465 004 00`, `0771-12 34 56`.

    A number that is not Swedish is left as it stands.
    """
    if not e164.startswith(COUNTRY):
        return e164
    return _hyphenated(e164[len(COUNTRY) :])


def format_series(first: str, last: str) -> str:
    """A series in its short writing: `08-465 004 00–99`; a single number as itself."""
    if first == last:
        return format_national(first)
    start, end = format_national(first), format_national(last)
    differs = next((i for i, (a, b) in enumerate(zip(start, end, strict=False)) if a != b), len(start))
    cut = max(start.rfind(" ", 0, differs + 1), start.rfind("-", 0, differs + 1)) + 1
    return f"{start}–{end[cut:]}"
