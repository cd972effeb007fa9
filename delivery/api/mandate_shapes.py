"""Mandates as JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from delivery.api.shapes import Strict
from delivery.usecases.order_mandate import NewMandate
from portingsvc.domain.states import MANDATE, MandateEvent, MandateState
from portingsvc.queries import MandateRow

MOST_SERIES: Final = 2_000
_Number = Annotated[str, Field(min_length=1, max_length=200, examples=["08-465 004 00–49"])]


class MandateOrder(Strict):
    """What a mandate is to cover: numbers and series in any writing, all with one donor, of a case or of a family."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "case_id": "01a1fca7-fb95-70b9-9550-f03bf6dc408a",
                    "donor": "TELIA",
                    "numbers": ["08-465 004 00–49", "070-174 06 05"],
                }
            ]
        }
    )

    case_id: UUID | None = None
    family_id: UUID | None = None
    donor: str = Field(max_length=100, examples=["TELIA"], description="Code or name.")
    numbers: list[_Number] = Field(min_length=1, max_length=MOST_SERIES)
    owner_id: str = Field("", max_length=20, description="As the donor has it; the customer's unless told.")
    owner_name: str = Field("", max_length=200)
    two_signatories: StrictBool = Field(default=False, description="The company signs by two jointly.")

    def asked(self) -> NewMandate:
        """What is asked for."""
        return NewMandate(**self.model_dump())


class MandateSeries(BaseModel):
    """Numbers that a mandate covers, first to last in E.164."""

    first: str
    last: str
    count: int


class SignatureLine(BaseModel):
    """Who signed, how (`typed_name`, `bankid`, or `document` for paper) and when that was kept."""

    name: str
    method: str
    at: datetime


class PortingMandate(BaseModel):
    """A mandate (fullmakt). `owner_id` is as the donor knows the owner, twelve digits."""

    id: UUID
    case_id: UUID | None
    customer_id: UUID
    donor: str
    owner_id: str
    owner_name: str
    series: list[MandateSeries]
    count: int
    state: MandateState
    signatories: int = Field(description="How many must sign.")
    signatures: list[SignatureLine]
    valid_until: datetime | None
    has_document: bool
    created_at: datetime
    revoked_at: datetime | None
    revoked_reason: str
    allowed_actions: list[str] = Field(description="`ask`: it waits for the customer's signature.")


class MandatePage(BaseModel):
    """A page of mandates; `next_cursor` is null on the last."""

    items: list[PortingMandate]
    next_cursor: str | None


def mandate_of(row: MandateRow) -> PortingMandate:
    """A mandate as it is told."""
    found = row.mandate
    series = [_series(each["first"], each["last"]) for each in found.series]
    allowed = [event.value for event in MANDATE.allowed(found.state, "partner")]
    if found.case_id is not None and MandateEvent.SIGN in MANDATE.allowed(found.state, "customer"):
        allowed.append("ask")
    return PortingMandate(
        id=found.id,
        case_id=found.case_id,
        customer_id=found.customer_id,
        donor=found.donor,
        owner_id=found.owner_id,
        owner_name=found.owner_name,
        series=series,
        count=sum(each.count for each in series),
        state=found.state,
        signatories=found.signatories,
        signatures=[SignatureLine(name=each.name, method=each.method, at=each.at) for each in row.signatures],
        valid_until=found.valid_until,
        has_document=found.document_id is not None,
        created_at=found.created_at,
        revoked_at=row.revoked_at,
        revoked_reason=row.revoked_reason,
        allowed_actions=allowed,
    )


def _series(first: str, last: str) -> MandateSeries:
    return MandateSeries(first=first, last=last, count=int(last[1:]) - int(first[1:]) + 1)
