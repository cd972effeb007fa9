"""What a new version of the list changes: shown before anything is taken over (CU-02)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from delivery.customer_data.domain.records import UserRow

_PLACE: Final = {"sheet", "row"}
COMPARED: Final = tuple(name for name in UserRow._fields if name not in _PLACE)


@dataclass(frozen=True, slots=True)
class Change:
    """One user before and after, and the names of the fields that differ."""

    before: UserRow
    after: UserRow
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Users added, changed and removed; those who stay as they are are only counted."""

    added: tuple[UserRow, ...]
    changed: tuple[Change, ...]
    removed: tuple[UserRow, ...]
    unchanged: int


def diff(old: Iterable[UserRow], new: Iterable[UserRow]) -> Difference:
    """Pair users by e-mail, then by extension, then by name, each old user at most once.

    A user who got a new address keeps the extension and so is one change, not a removal and an addition.
    """
    left, right = list(old), list(new)
    pairs: list[tuple[UserRow, UserRow]] = []
    for key in ("email", "extension", "name"):
        left, right = _pair_by(key, left, right, pairs)
    changes = [Change(a, b, _differing(a, b)) for a, b in sorted(pairs, key=lambda pair: pair[1].row)]
    changed = tuple(change for change in changes if change.fields)
    return Difference(tuple(right), changed, tuple(left), len(changes) - len(changed))


def _pair_by(
    key: str, left: list[UserRow], right: list[UserRow], pairs: list[tuple[UserRow, UserRow]]
) -> tuple[list[UserRow], list[UserRow]]:
    """Move users who share a value into `pairs`; return those who still stand alone."""
    waiting: dict[str, UserRow] = {}
    for user in left:
        if value := getattr(user, key):
            waiting.setdefault(value, user)
    alone: list[UserRow] = []
    paired: set[int] = set()
    for user in right:
        match = waiting.pop(getattr(user, key) or "", None)
        if match is None:
            alone.append(user)
        else:
            paired.add(id(match))
            pairs.append((match, user))
    return [user for user in left if id(user) not in paired], alone


def _differing(before: UserRow, after: UserRow) -> tuple[str, ...]:
    return tuple(name for name in COMPARED if getattr(before, name) != getattr(after, name))


@dataclass(frozen=True, slots=True)
class NamedDifference:
    """Things known by their names (answer groups, series): which came, which are not the same, which went."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        return not (self.added or self.changed or self.removed)


def diff_named(old: Mapping[str, object], new: Mapping[str, object]) -> NamedDifference:
    """Compare what stands under each name, in the order of the newer list."""
    return NamedDifference(
        added=tuple(name for name in new if name not in old),
        changed=tuple(name for name, held in new.items() if name in old and old[name] != held),
        removed=tuple(name for name in old if name not in new),
    )
