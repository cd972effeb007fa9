"""Two people at one question: nothing is overwritten that its writer has not seen (CU-03)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from delivery.questionnaire.domain.shape import Value


class Outcome(StrEnum):
    """What became of an answer that was sent."""

    SAME = "same"
    WRITTEN = "written"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as a browser sends it: what stands there now, what stood there when it was shown.

    `version` is that of the answer when it was shown; 0 for one that nobody had given.
    """

    question: str
    value: Value
    version: int = 0
    was: Value = ""


def decide(given: Given, stored: Value | None, version: int) -> Outcome:
    """Write it, leave it, or show both values. `stored` is None when nobody has answered.

    A field that its writer did not touch is left alone whatever others have done to it meanwhile.
    """
    if stored is not None and given.value == stored:
        return Outcome.SAME
    if given.value == given.was and given.version != version:
        return Outcome.SAME
    if given.version == version:
        return Outcome.SAME if stored is None and given.value == given.was else Outcome.WRITTEN
    return Outcome.CONFLICT
