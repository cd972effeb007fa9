"""Mandates as a partner reads them: a page with its signatures and revocations in three statements."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session, col, select

from infra.transitions import StateHistory
from portingsvc.domain.states import MANDATE, MandateEvent, MandateState
from portingsvc.models import Mandate, MandateSignature

_COVERS: Final = text(
    """EXISTS (SELECT FROM jsonb_array_elements(mandate.series) each
               WHERE length(each->>'first') = length(:number)
                 AND :number BETWEEN each->>'first' AND each->>'last')"""
)


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A mandate, who has signed it (name, method, when), and when and why it was taken back."""

    mandate: Mandate
    signatures: Sequence[MandateSignature]
    revoked_at: datetime | None
    revoked_reason: str


@dataclass(frozen=True, slots=True)
class MandateFilter:
    """Which mandates are wanted; what is None narrows nothing. `number` is one that it covers, E.164."""

    mandate_id: UUID | None = None
    case_id: UUID | None = None
    customer_id: UUID | None = None
    donor: str | None = None
    state: MandateState | None = None
    number: str | None = None
    after: UUID | None = None


def mandate_rows(
    session: Session, partner_ids: Collection[UUID], limit: int, wanted: MandateFilter
) -> list[MandateRow]:
    """Mandates of some partners and of nobody else, in order of id."""
    rows: Any = select(Mandate).where(col(Mandate.partner_id).in_(partner_ids))
    same = {
        Mandate.id: wanted.mandate_id,
        Mandate.case_id: wanted.case_id,
        Mandate.customer_id: wanted.customer_id,
        Mandate.donor: wanted.donor,
        Mandate.state: wanted.state,
    }
    for column, value in same.items():
        if value is not None:
            rows = rows.where(column == value)
    if wanted.number is not None:
        rows = rows.where(_COVERS.bindparams(number=wanted.number))
    if wanted.after is not None:
        rows = rows.where(col(Mandate.id) > wanted.after)
    found: Sequence[Mandate] = session.exec(rows.order_by(col(Mandate.id)).limit(limit)).all()
    ids = [each.id for each in found]
    signed = _signatures(session, ids)
    revoked = _revocations(session, ids)
    return [MandateRow(each, signed.get(each.id, ()), *revoked.get(each.id, (None, ""))) for each in found]


def _signatures(session: Session, ids: Collection[UUID]) -> dict[UUID, list[MandateSignature]]:
    found: dict[UUID, list[MandateSignature]] = {}
    rows = session.exec(
        select(MandateSignature)
        .where(col(MandateSignature.mandate_id).in_(ids))
        .order_by(col(MandateSignature.at), col(MandateSignature.id))
    )
    for row in rows:
        found.setdefault(row.mandate_id, []).append(row)
    return found


def _revocations(session: Session, ids: Collection[UUID]) -> dict[UUID, tuple[datetime, str]]:
    rows = session.exec(
        select(StateHistory).where(
            StateHistory.entity == MANDATE.name,
            col(StateHistory.entity_id).in_(ids),
            StateHistory.event == MandateEvent.REVOKE,
        )
    )
    return {row.entity_id: (row.at, row.reason) for row in rows}
