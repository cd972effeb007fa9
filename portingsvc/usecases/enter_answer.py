"""Enter what a donor's desk said, as a message like any other (the e-mail desk, the telephone)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session

from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import INVALID_INPUT
from kernel.ids import new_id
from kernel.numbers import fold, format_national
from portingsvc import repository
from portingsvc.domain.errors import DESK_ANSWER_WRONG, NOT_AT_DONOR, NUMBER_NOT_IN_ORDER
from portingsvc.domain.rejections import REASONS, UNKNOWN, reason_of
from portingsvc.domain.states import AttemptState, NumberState
from portingsvc.models import GatewayMessage, PortingAttempt, PortingOrder
from portingsvc.usecases.handle_message import handle_message

BY_HAND: Final = "by_hand"
_ASKED: Final = (NumberState.PENDING, NumberState.CONFIRMED)
_KINDS: Final = (
    "answer",
    "performed",
    "cancel_granted",
    "cancel_refused",
    "change_granted",
    "change_refused",
)


def enter_answer(
    session: Session,
    order_id: UUID,
    *,
    kind: str,
    codes: Sequence[str],
    at: datetime | None,
    only: Collection[str] = (),
    cause: Cause,
) -> str:
    """Returns what the answer did. `codes` are the donor's or ours; none means yes. `at` is the time it named.

    `only` names the numbers (E.164) that the codes hold for, the rest being granted, or that were moved; without
    it all are meant. Raises `NOT_AT_DONOR`, `DESK_ANSWER_WRONG`, `NUMBER_NOT_IN_ORDER`, `INVALID_INPUT`.
    """
    if kind not in _KINDS:
        raise INVALID_INPUT.error("kind")
    order = repository.lock_order(session, order_id)
    attempt = repository.last_attempt(session, order.id)
    if attempt is None or attempt.state in (AttemptState.PLANNED, AttemptState.SENDING):
        raise NOT_AT_DONOR.error(order=order.reference)
    message = GatewayMessage(
        gateway=BY_HAND,
        message_id=new_id().hex,
        position=0,
        kind=kind.split("_", maxsplit=1)[0],
        dossier_id=attempt.dossier_id,
        body=_body(session, order, attempt, kind, codes, at, only, cause.now),
        received_at=cause.now,
        confirmed_at=cause.now,
        handled_at=cause.now,
    )
    session.add(message)
    session.flush()
    done = handle_message(session, message, cause.now)
    if done is None or done.startswith("unreadable"):
        raise DESK_ANSWER_WRONG.error(why=done or kind)
    message.outcome = done
    facts = {"order": order.reference, "kind": kind, "codes": list(codes), "by": cause.name}
    emit(session, "porting_order.answer_entered", order.subject(), facts, actor=cause.name, now=cause.now)
    return done


def _body(
    session: Session,
    order: PortingOrder,
    attempt: PortingAttempt,
    kind: str,
    codes: Sequence[str],
    at: datetime | None,
    only: Collection[str],
    now: datetime,
) -> dict[str, Any]:
    blocking = [_blocking(code) for code in codes]
    asked = [
        each.e164
        for each in repository.numbers_of(session, order.id)
        if each.state in _ASKED and each.attempt_id == attempt.id
    ]
    if strangers := sorted(set(only) - set(asked)):
        raise NUMBER_NOT_IN_ORDER.error(
            "numbers", number=format_national(strangers[0]), order=order.reference
        )
    meant = [number for number in asked if not only or number in only]
    parts = [{"first": a, "last": b, "blocking_codes": blocking} for a, b in fold(meant)]
    if kind == "answer":
        rest = [number for number in asked if number not in meant]
        parts += [{"first": a, "last": b, "blocking_codes": []} for a, b in fold(rest)]
    when = (at or attempt.port_at).isoformat()
    return {
        "series": parts,
        "confirmed_port_at": when,
        "actual_at": (at or now).isoformat(),
        "accepted": kind.endswith("granted"),
    }


def _blocking(code: str) -> str:
    """A donor's code, or the name of a reason of ours. Raises `DESK_ANSWER_WRONG`."""
    if code in REASONS:
        return REASONS[code].blocking_code
    if reason_of(code).code == UNKNOWN.code:
        raise DESK_ANSWER_WRONG.error("codes", why=code)
    return code
