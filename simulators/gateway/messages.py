"""What may be sent to the clearing house, read strictly."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from simulators.gateway.codes import DONORS

E164 = Annotated[str, Field(pattern=r"^\+46\d{6,13}$")]
DossierId = Annotated[str, Field(pattern=r"^[-0-9A-Z]{5,40}$")]


class Series(BaseModel):
    """Adjacent numbers; one number has first and last alike."""

    model_config = ConfigDict(extra="forbid")

    first: E164
    last: E164


class Request(BaseModel):
    """A porting request (B1)."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["request"]
    dossier_id: DossierId
    attempt: int = Field(ge=1)
    recipient: str = Field(min_length=1, max_length=20)
    donor: Literal[DONORS]  # type: ignore[valid-type]  # the table is the list
    series: list[Series] = Field(min_length=1)
    owner_id: str = Field(pattern=r"^\d{12}$")
    owner_name: str
    port_at: AwareDatetime
    mandate_reference: str
    note: str | None = None


class Cancel(BaseModel):
    """A wish to cancel."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["cancel"]
    dossier_id: DossierId
    reason: str = ""


class Change(BaseModel):
    """A wish for another port time."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["change"]
    dossier_id: DossierId
    port_at: AwareDatetime


Incoming = Annotated[Request | Cancel | Change, Field(discriminator="type")]


class ClockSetting(BaseModel):
    """Where the virtual clock shall stand."""

    now: datetime
