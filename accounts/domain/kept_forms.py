"""Which forms are kept for who was signed out while writing, what of them, and for how long. Pure.

Only the forms of a case: they hold what somebody has written. Never a signature, which is given anew, and never
a field whose name says that it is a secret.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

LIFETIME: Final = timedelta(hours=24)
OPENED_WITHIN: Final = timedelta(days=7)
"""A page from an older session is not known again."""
MOST_KEPT: Final = 10
"""For a person; the oldest give way."""
MOST_FIELDS: Final = 500
MOST_CHARACTERS: Final = 64_000
LONGEST_PATH: Final = 500
_OF_A_CASE: Final = re.compile(r"/(planner/)?cases(/|$)")
_NEVER: Final = re.compile(r"/(sign|mandates|bankid|envelope|reveal|stock|cards)(/|$)")
_SECRET: Final = re.compile(r"csrf|password|secret|token|credential|(^|[_-])(pin|puk)([_-]|$)")
# What a form says about itself; nothing that anybody wrote.
_ABOUT_ITSELF: Final = re.compile(r"(v|was)-.*|do|sure|item|version|accepted|shared")
_TICKS: Final = frozenset({"yes", "no", "true", "on"})

Fields = list[tuple[str, str]]


def is_kept(path: str) -> bool:
    """Whether a form sent to this address is kept."""
    return len(path) <= LONGEST_PATH and bool(_OF_A_CASE.match(path)) and not _NEVER.search(path)


def kept_fields(sent: Iterable[tuple[str, str]]) -> Fields:
    """What is kept of a form; nothing when nobody wrote anything in it, or far too much."""
    fields = [(name, value) for name, value in sent if not _SECRET.search(name.lower())]
    size = sum(len(name) + len(value) for name, value in fields)
    if len(fields) > MOST_FIELDS or size > MOST_CHARACTERS or not _says_something(fields):
        return []
    return fields


def written(fields: Fields) -> list[str]:
    """The words that somebody wrote, to be known again: neither ticks nor what stood there before."""
    before = dict(fields)
    return [
        value
        for name, value in fields
        if value.strip()
        and value not in _TICKS
        and not _ABOUT_ITSELF.fullmatch(name)
        and value != before.get(name.replace("q-", "was-", 1) if name.startswith("q-") else "", "")
    ]


def _says_something(fields: Fields) -> bool:
    return any(value.strip() and not _ABOUT_ITSELF.fullmatch(name) for name, value in fields)
