"""SIM cards and parcels as JSON. PIN, PUK and activation codes are never here."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, Field

from delivery.api.shapes import Strict
from delivery.domain.sims import ESIM, SIM
from delivery.domain.states import PARCEL, ParcelState, SimEvent, SimState
from delivery.domain.states import SIM as SIM_MACHINE
from delivery.queries.sim_resources import ParcelRow, SimRow
from delivery.sim_dispatch.domain.carrier import scan_words
from kernel.language import Language


class SimKind(StrEnum):
    """A card, or a profile that is loaded by a code."""

    CARD = SIM
    PROFILE = ESIM


class Replacement(Strict):
    """Which kind of card instead, and why; it stands in the history."""

    kind: SimKind
    reason: str = Field(min_length=1, max_length=500, examples=["Telefonen tar bara eSIM."])


class SimUser(BaseModel):
    """Who has the card, as the signed list tells it."""

    id: UUID
    name: str
    email: str


class Sim(BaseModel):
    """A SIM card or eSIM profile of a case. `number` is the one that is ported to it, E.164; blank for a new one."""

    id: UUID
    iccid: str
    kind: SimKind
    state: SimState
    case_id: UUID
    customer_id: UUID
    number: str
    user: SimUser | None
    parcel_id: UUID | None
    envelope: int | None = Field(description="Which envelope of the parcel.")
    allowed_actions: list[str]


class SimPage(BaseModel):
    """A page of cards; `next_cursor` is null on the last."""

    items: list[Sim]
    next_cursor: str | None


class Scan(BaseModel):
    """Something that the carrier said."""

    code: str
    text: str
    at: datetime


class ParcelAddress(BaseModel):
    """Where a parcel goes."""

    street: str
    postcode: str
    town: str


class SimParcel(BaseModel):
    """A parcel: all cards that go to one address at one time. `tracking` is the carrier's own number."""

    id: UUID
    reference: str
    state: ParcelState
    case_id: UUID
    customer_id: UUID
    address: ParcelAddress
    cards: int
    tracking: str
    scans: list[Scan] = Field(description="Oldest first.")
    created_at: datetime
    dispatched_at: datetime | None
    delivered_at: datetime | None
    allowed_actions: list[str]


class SimParcelPage(BaseModel):
    """A page of parcels; `next_cursor` is null on the last."""

    items: list[SimParcel]
    next_cursor: str | None


_ACTIONS = {SimEvent.LOSE: "report_lost", SimEvent.RETIRE: "replace"}


def sim_of(row: SimRow) -> Sim:
    """A card as it is told."""
    allowed = SIM_MACHINE.allowed(row.state, "partner")
    return Sim(
        id=row.id,
        iccid=row.iccid,
        kind=SimKind(row.kind),
        state=row.state,
        case_id=row.case_id,
        customer_id=row.customer_id,
        number=row.number,
        user=SimUser(id=row.user_id, name=row.user_name, email=row.user_email) if row.user_id else None,
        parcel_id=row.parcel_id,
        envelope=row.envelope,
        allowed_actions=[word for event, word in _ACTIONS.items() if event in allowed],
    )


def parcel_of(row: ParcelRow, language: Language) -> SimParcel:
    """A parcel as it is told."""
    found = row.parcel
    alike = ("id", "reference", "state", "case_id", "customer_id", "tracking")
    times = ("created_at", "dispatched_at", "delivered_at")
    return SimParcel(
        address=ParcelAddress(**{name: found.address.get(name, "") for name in ParcelAddress.model_fields}),
        cards=row.cards,
        scans=[
            Scan(code=each.code, text=scan_words(each.code).in_(language), at=each.at) for each in row.scans
        ],
        allowed_actions=["receive"] if PARCEL.allowed(found.state, "partner") else [],
        **{name: getattr(found, name) for name in (*alike, *times)},
    )
