"""What a donor does with a request: a table of rules, the first that matches wins, the default is a yes.

Faults of the line (what the sender sees) and decisions of the donor (what it answers) are apart, so that a
dropped connection and a rejection can meet in one request.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from simulators.line import LineFault


class Decision(StrEnum):
    """What the donor decides."""

    ACCEPT = "accept"
    DELAY = "delay_then_accept"
    REJECT = "reject"
    SILENCE = "silence"
    MISMATCH = "confirm_other_date"
    FAIL_AFTER_PIVOT = "fail_after_pivot"


class Rule(BaseModel):
    """For which requests (a number in the series, an attempt, a donor), and what then."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: str | None = None
    attempt: int | None = None
    donor: str | None = None
    fault: LineFault = LineFault.NONE
    fault_times: int = Field(1, description="how many submissions of a dossier the fault hits")
    decision: Decision = Decision.ACCEPT
    owner_id_expected: str | None = Field(None, description="the donor knows this owner; another is refused")
    blocking_codes: list[str] = []
    only_numbers: list[str] = Field([], description="refuse only these of a series")
    answer_after_minutes: int = 0
    delay_minutes: int = Field(0, description="for a delayed answer: how much later the answer comes")
    refuse_cancel: bool = False
    duplicate_answer: bool = False
    reply_after_ms: int = 0

    def matches(self, numbers: list[tuple[str, str]], attempt: int, donor: str) -> bool:
        """Whether a request is this rule's."""
        if self.number is not None and not any(a <= self.number <= b for a, b in numbers):
            return False
        return self.attempt in (None, attempt) and self.donor in (None, donor)


class Script(BaseModel):
    """All rules, and the latency of every answer."""

    model_config = ConfigDict(extra="forbid")

    rules: list[Rule] = []
    latency_ms: int = 0
    slow_ms: int = Field(0, description="how late a slow reply comes; half a minute unless given")
    seed: int = 0
    fault_share: dict[LineFault, float] = Field({}, description="share of new submissions hit, by fault")
    check_lead: bool = True
    outage: bool = Field(False, description="nothing gets through, either way")
    doubled_share: float = Field(0, description="share of messages that are given twice, with other ids")
    shuffled: bool = Field(False, description="messages that are due together come in another order")

    def rule_for(self, numbers: list[tuple[str, str]], attempt: int, donor: str) -> Rule:
        """The first matching rule, or the default: accept at once."""
        return next((rule for rule in self.rules if rule.matches(numbers, attempt, donor)), Rule())
