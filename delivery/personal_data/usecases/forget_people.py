"""Drop personal data whose time is over (X-02). A doorbell rings for it; a second ring finds nothing left to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from delivery.personal_data import repository
from delivery.personal_data.domain.kept import LISTS_KEPT, MESSAGES_KEPT, SIGN_INS_KEPT


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much was dropped."""

    lists: int
    messages: int
    sign_ins: int
    forms: int


def forget_people(session: Session, *, now: datetime, machine_now: datetime) -> Forgotten:
    """Lists age by the case's clock; messages and sign-ins are dated by the machine's."""
    ended = repository.ended_cases(session, now - LISTS_KEPT)
    return Forgotten(
        lists=repository.drop_old_lists(session, ended) if ended else 0,
        messages=repository.forget_messages(session, machine_now - MESSAGES_KEPT),
        sign_ins=repository.forget_sign_ins(session, machine_now - SIGN_INS_KEPT),
        forms=repository.forget_forms(session, machine_now),
    )
