"""What a check answers, and its codes (`contracts.md`, numbers check)."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final, NamedTuple

from kernel.numbers.plan import NumberType, area_of
from kernel.numbers.writing import COUNTRY, format_series


class Code(StrEnum):
    """Why a number cannot be taken, or a remark on one that can."""

    NOT_A_NUMBER = "NOT_A_NUMBER"
    INVALID = "INVALID"
    TOO_SHORT = "TOO_SHORT"
    TOO_LONG = "TOO_LONG"
    FOREIGN = "FOREIGN"
    SHORT_CODE = "SHORT_CODE"
    NOT_PORTABLE = "NOT_PORTABLE"
    AMBIGUOUS_LOCAL = "AMBIGUOUS_LOCAL"
    SERIES_INVALID = "SERIES_INVALID"
    SERIES_REVERSED = "SERIES_REVERSED"
    SERIES_TOO_LARGE = "SERIES_TOO_LARGE"
    SERIES_CROSSES_AREA = "SERIES_CROSSES_AREA"
    FICTION = "FICTION"
    TRUNK_ZERO_RESTORED = "TRUNK_ZERO_RESTORED"
    EXTENSION_SPLIT = "EXTENSION_SPLIT"


REMARKS: Final = frozenset({Code.FICTION, Code.TRUNK_ZERO_RESTORED, Code.EXTENSION_SPLIT})


class NumberCheck(NamedTuple):
    """What one writing turned out to be. `first` and `last` are E.164; a lone number is both.

    A tuple and no dataclass: a list of 100,000 makes one for each, and a frozen dataclass takes five times as
    long to make.
    """

    input: str
    ok: bool
    kind: str | None
    first: str | None
    last: str | None
    count: int  # type: ignore[assignment]  # shadows tuple.count, which nobody calls on a result
    type: NumberType
    extension: str | None
    codes: tuple[Code, ...]

    @property
    def national(self) -> str | None:
        """The number or series in Swedish writing; made when asked for, as most checks are not shown."""
        if self.first is None or self.last is None or not self.count or self.type is NumberType.FOREIGN:
            return None
        return format_series(self.first, self.last)

    @property
    def area(self) -> str | None:
        """The area code of a geographic number, with its zero."""
        if self.first is None or self.type is not NumberType.GEOGRAPHIC:
            return None
        return area_of(self.first.removeprefix(COUNTRY))

    def as_json(self) -> dict[str, Any]:
        """The object of `vaxla numbers check --json`."""
        return {
            "input": self.input,
            "ok": self.ok,
            "kind": self.kind,
            "first": self.first,
            "last": self.last,
            "count": self.count,
            "national": self.national,
            "type": self.type.value,
            "area": self.area,
            "extension": self.extension,
            "codes": [code.value for code in self.codes],
        }
