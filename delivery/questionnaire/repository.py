"""The SQL about answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, func, select

from delivery.questionnaire.models import AnswerChange, AnswerSheet, SignedAnswers
from kernel.ids import new_id

_ADDED_AFTER = 1_000


def sheets(session: Session, case_id: UUID, section: str | None = None) -> Sequence[AnswerSheet]:
    wanted = select(AnswerSheet).where(AnswerSheet.case_id == case_id)
    if section is not None:
        wanted = wanted.where(AnswerSheet.section == section)
    return session.exec(wanted.order_by(col(AnswerSheet.position), col(AnswerSheet.id))).all()


def locked_sheet(
    session: Session, case_id: UUID, section: str, item: str, now: datetime, *, position: int = 0
) -> AnswerSheet:
    """The sheet, made when there is none; two who make it at once get the same."""
    session.execute(
        insert(AnswerSheet)
        .values(
            id=new_id(),
            case_id=case_id,
            section=section,
            item=item,
            position=position,
            answers={},
            marks={},
            made_at=now,
            removed_by="",
            done_by="",
        )
        .on_conflict_do_nothing(index_elements=["case_id", "section", "item"])
    )
    return session.exec(
        select(AnswerSheet)
        .where(AnswerSheet.case_id == case_id, AnswerSheet.section == section, AnswerSheet.item == item)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).one()


def next_position(session: Session, case_id: UUID, section: str) -> int:
    """Behind all that was there before."""
    last = session.scalar(
        select(func.max(AnswerSheet.position)).where(
            AnswerSheet.case_id == case_id, AnswerSheet.section == section
        )
    )
    return max(_ADDED_AFTER, last or 0) + 1


def newest_signed(session: Session, case_id: UUID) -> SignedAnswers | None:
    return session.exec(
        select(SignedAnswers)
        .where(SignedAnswers.case_id == case_id)
        .order_by(col(SignedAnswers.revision).desc())
        .limit(1)
    ).first()


def newest_changes(session: Session, case_id: UUID, section: str, most: int) -> Sequence[AnswerChange]:
    return session.exec(
        select(AnswerChange)
        .where(AnswerChange.case_id == case_id, AnswerChange.section == section)
        .order_by(col(AnswerChange.id).desc())
        .limit(most)
    ).all()
