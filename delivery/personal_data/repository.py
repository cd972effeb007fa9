"""All SQL by which people are found and forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, delete, func, or_, update
from sqlmodel import Session, col, select

from accounts.models import KeptForm, SignInLink, WebSession
from delivery.customer_data.models import CustomerDataImport
from delivery.domain.states import CASE, DataState
from delivery.models import AnswerGroup, CustomerDataVersion, CustomerUser, DeliveryCase
from delivery.start.models import StartMessage
from infra.files import StoredFile
from infra.mail import MailFile, OutgoingMail
from infra.sms import OutgoingSms
from infra.transitions import StateHistory

_NOBODY = {"name": "", "first_name": "", "last_name": "", "email": ""}


def users_by_email(
    session: Session, customer_id: UUID, email: str
) -> Sequence[tuple[CustomerUser, CustomerDataVersion]]:
    """Every row of an employee in every version of a customer's lists."""
    rows = session.exec(
        select(CustomerUser, CustomerDataVersion)
        .join(CustomerDataVersion, col(CustomerDataVersion.id) == CustomerUser.version_id)
        .where(CustomerDataVersion.customer_id == customer_id)
        .where(func.lower(CustomerUser.email) == email)
        .order_by(col(CustomerDataVersion.uploaded_at), col(CustomerDataVersion.number))
    )
    return list(rows.all())


def groups_of(session: Session, version_ids: Sequence[UUID]) -> Sequence[AnswerGroup]:
    return session.exec(select(AnswerGroup).where(col(AnswerGroup.version_id).in_(version_ids))).all()


def mails_to(session: Session, customer_id: UUID, email: str) -> Sequence[OutgoingMail]:
    """Mails about a customer's cases to an address."""
    return session.exec(
        select(OutgoingMail)
        .join(DeliveryCase, col(DeliveryCase.id) == OutgoingMail.case_id)
        .where(DeliveryCase.customer_id == customer_id, func.lower(OutgoingMail.recipient) == email)
        .order_by(col(OutgoingMail.id))
    ).all()


def ended_cases(session: Session, before: datetime) -> Sequence[UUID]:
    """Cases that came to their end before an instant."""
    return session.exec(
        select(DeliveryCase.id)
        .join(StateHistory, col(StateHistory.entity_id) == DeliveryCase.id)
        .where(col(DeliveryCase.state).in_(CASE.final))
        .where(col(StateHistory.to_state).in_([state.value for state in CASE.final]))
        .where(StateHistory.at < before)
    ).all()


def blank_users(session: Session, ids: Sequence[UUID]) -> int:
    """Take who they are from rows of users; numbers and what is invoiced stay."""
    return _count(session, update(CustomerUser).where(col(CustomerUser.id).in_(ids)).values(**_NOBODY))


def drop_old_lists(session: Session, case_ids: Sequence[UUID]) -> int:
    """Empty the versions that do not hold, and every uploaded file. Returns how many versions were emptied."""
    versions = session.exec(
        select(CustomerDataVersion).where(col(CustomerDataVersion.case_id).in_(case_ids))
    ).all()
    old = [each.id for each in versions if each.state is not DataState.SIGNED and each.outline]
    session.execute(
        delete(StartMessage).where(
            col(StartMessage.user_id).in_(
                select(CustomerUser.id).where(col(CustomerUser.version_id).in_(old))
            )
        )
    )
    session.execute(delete(AnswerGroup).where(col(AnswerGroup.version_id).in_(old)))
    users = select(CustomerUser.id).where(col(CustomerUser.version_id).in_(old))
    blank_users(session, list(session.exec(users).all()))
    _forget_files(session, [each.file_id for each in versions if each.file_id])
    session.execute(
        update(CustomerDataVersion)
        .where(col(CustomerDataVersion.case_id).in_(case_ids))
        .values(outline=[], issues=[])
    )
    return len(old)


def forget_uploads(session: Session, versions: Sequence[CustomerDataVersion]) -> None:
    """Empty the files of versions, and what was quoted from them."""
    _forget_files(session, [each.file_id for each in versions if each.file_id])
    for each in versions:
        each.outline, each.issues = [], []


def _forget_files(session: Session, ids: Sequence[UUID]) -> None:
    running = select(CustomerDataImport.file_id).where(col(CustomerDataImport.ended_at).is_(None))
    session.execute(
        update(StoredFile)
        .where(col(StoredFile.id).in_(ids), col(StoredFile.id).not_in(running))
        .values(content=b"", size=0)
    )


def forget_messages(session: Session, before: datetime) -> int:
    """Empty mails and text messages that were done with before an instant of the machine's clock."""
    old = select(OutgoingMail.id).where(_ended(OutgoingMail) < before)
    session.execute(delete(MailFile).where(col(MailFile.mail_id).in_(old)))
    mails = update(OutgoingMail).where(_ended(OutgoingMail) < before, col(OutgoingMail.recipient) != "")
    texts = update(OutgoingSms).where(_ended(OutgoingSms) < before, col(OutgoingSms.recipient) != "")
    told = update(StartMessage).where(
        or_(
            col(StartMessage.message_id).in_(old),
            col(StartMessage.message_id).in_(select(OutgoingSms.id).where(_ended(OutgoingSms) < before)),
        )
    )
    session.execute(told.values(recipient=""))
    emptied = _count(session, mails.values(recipient="", plain="", html="", sealed=None))
    return emptied + _count(session, texts.values(recipient="", body=""))


def _ended(table: type[OutgoingMail | OutgoingSms]) -> Any:
    return func.coalesce(table.sent_at, table.failed_at)


def forget_sign_ins(session: Session, before: datetime) -> int:
    links = delete(SignInLink).where(col(SignInLink.expires_at) < before)
    sessions = delete(WebSession).where(col(WebSession.expires_at) < before)
    return _count(session, links) + _count(session, sessions)


def forget_forms(session: Session, before: datetime) -> int:
    return _count(session, delete(KeptForm).where(col(KeptForm.expires_at) < before))


def _count(session: Session, statement: Any) -> int:
    return cast("CursorResult[Any]", session.execute(statement)).rowcount
