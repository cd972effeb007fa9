"""What goes wrong at the communication operator: a table of rules, the first that matches wins, else all is well.

Faults of the line (what the sender sees) and faults of the work (what happens on the port) are apart, so that
a dropped connection and a failed activation can meet in one order.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from simulators.line import LineFault


class Work(StrEnum):
    """What becomes of an order on the port."""

    DONE = "done"
    REFUSED = "refused"
    FAILED_BEFORE = "failed_before"
    FAILED_BETWEEN = "failed_between"
    ALTERED = "altered"


class Rule(BaseModel):
    """For which orders, and what then. `times` counts arrivals for a line fault, orders for a fault of work."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    access_id: str | None = None
    provider: str | None = None
    operation: str | None = None
    service: str | None = None
    fault: LineFault = LineFault.NONE
    work: Work = Work.DONE
    times: int = 1
    reply_after_ms: int = 0
    work_after_ms: int = Field(0, description="how long the order waits before it is carried out")

    def matches(self, access_id: str, provider: str, operation: str, service: str) -> bool:
        """Whether an order is this rule's."""
        asked = (access_id, provider, operation, service)
        mine = (self.access_id, self.provider, self.operation, self.service)
        return all(want in (None, given) for want, given in zip(mine, asked, strict=True))


class Script(BaseModel):
    """All rules; and whether questions (every GET) are answered at all."""

    model_config = ConfigDict(extra="forbid")

    rules: list[Rule] = []
    deaf: bool = Field(False, description="answer every question with 503")
