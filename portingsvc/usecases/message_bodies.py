"""What donors' messages hold, read strictly; what we do not know of is left alone."""

from __future__ import annotations

from pydantic import AwareDatetime, BaseModel, ConfigDict


class Part(BaseModel):
    """Some numbers of an answer; refused when it has codes."""

    model_config = ConfigDict(extra="allow")

    first: str
    last: str
    blocking_codes: list[str] = []

    def holds(self, number: str) -> bool:
        """Whether a number, E.164, is in it."""
        return len(number) == len(self.first) and self.first <= number <= self.last


class Answer(BaseModel):
    """A yes, a no, or part of each."""

    model_config = ConfigDict(extra="allow")

    series: list[Part]
    confirmed_port_at: AwareDatetime | None = None


class Performed(BaseModel):
    """What the donor has carried out."""

    model_config = ConfigDict(extra="allow")

    actual_at: AwareDatetime
    series: list[Part]


class Delayed(BaseModel):
    """When the answer will come."""

    model_config = ConfigDict(extra="allow")

    answer_due_at: AwareDatetime


class ChangeAnswer(BaseModel):
    """Whether the donor takes the new time."""

    model_config = ConfigDict(extra="allow")

    accepted: bool
    confirmed_port_at: AwareDatetime | None = None
    reason: str = ""


class CancelAnswer(BaseModel):
    """Whether the donor cancels."""

    model_config = ConfigDict(extra="allow")

    accepted: bool
    reason: str = ""
