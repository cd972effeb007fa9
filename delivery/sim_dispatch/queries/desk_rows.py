"""The rows of the SIM desk's lists, and the conditions that several of them share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from delivery.domain.states import CASE, GIVEN_UP, ParcelState, SimState
from delivery.models import DeliveryCase, SimCard
from kernel.language import Text


@dataclass(frozen=True, slots=True)
class OfCase:
    """Whose a row is."""

    case_id: UUID
    reference: str
    company: str
    go_live_on: date


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A case that waits: for `cards` and `profiles` from the stock, or with `cards` to be packed."""

    of: OfCase
    cards: int
    profiles: int = 0


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """A parcel; `is_quiet` has been told nothing new by its carrier for so long that somebody should ask."""

    of: OfCase
    id: UUID
    reference: str
    state: ParcelState
    address: dict[str, str]
    cards: int
    tracking: str
    created_at: datetime
    dispatched_at: datetime | None
    said: Text | None
    said_at: datetime | None
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card. `of` is none while it is nobody's; `is_replaced` tells of a lost one that its user has another."""

    of: OfCase | None
    iccid: str
    kind: str
    state: SimState
    user_name: str
    number: str
    parcel: str
    is_replaced: bool


@dataclass(frozen=True, slots=True)
class RevealRow:
    """A time at which PIN and PUK of a card were shown."""

    of: OfCase
    at: datetime
    by: str
    iccid: str
    reason: str


@dataclass(frozen=True, slots=True)
class DeskPage:
    """A page of a list; `after` is where the next one begins, empty on the last."""

    rows: tuple[Any, ...]
    after: str


def in_open_case(case_id: Any) -> ColumnElement[bool]:
    """Whether a row's case has not ended."""
    case = aliased(DeliveryCase)
    return select(case.id).where(case.id == col(case_id), col(case.state).not_in(CASE.final)).exists()


def is_replaced() -> ColumnElement[bool]:
    """Whether the user of a card that was given up has another."""
    other = aliased(SimCard)
    return (
        select(other.id)
        .where(col(other.user_id) == SimCard.user_id, col(other.state).not_in(GIVEN_UP))
        .exists()
    )
