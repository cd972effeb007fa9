"""Who is named in a comment: an @ and a name, as colleagues write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

LONGEST: Final = 4000
# An @ inside a word is an e-mail address and names nobody.
_AT: Final = re.compile(r"(?<![\w.@-])@([\w.-]*\w)")


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a comment names, and the names that are nobody's."""

    people: tuple[UUID, ...]
    unknown: tuple[str, ...]


def handles(people: Iterable[tuple[UUID, str, str]]) -> dict[str, UUID]:
    """By what each may be named, of their id, name and e-mail address.

    What stands before the address's @, the whole name with dots, the first name; what two have names neither.
    """
    rows = list(people)
    wanted: dict[str, set[UUID]] = {}
    for person_id, name, email in rows:
        wanted.setdefault(email.partition("@")[0].lower(), set()).add(person_id)
        wanted.setdefault(name.replace(" ", ".").lower(), set()).add(person_id)
        wanted.setdefault(name.split()[0].lower() if name.split() else "", set()).add(person_id)
    return {handle: next(iter(ids)) for handle, ids in wanted.items() if handle and len(ids) == 1}


def find_mentions(text: str, known: Mapping[str, UUID]) -> Named:
    """Each once, in the order of the text."""
    written = dict.fromkeys(found.group(1) for found in _AT.finditer(text))
    people = dict.fromkeys(known[name.lower()] for name in written if name.lower() in known)
    return Named(tuple(people), tuple(f"@{name}" for name in written if name.lower() not in known))
