"""What a donor's message does to an order. Late, doubled and out-of-order ones are cases of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from pydantic import ValidationError
from sqlmodel import Session

from infra.transitions import Cause, move
from kernel.workdays import calendar
from portingsvc import repository
from portingsvc.domain import schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.rejections import Reason, reason_of
from portingsvc.domain.states import (
    ATTEMPT,
    NUMBER,
    ORDER,
    AttemptEvent,
    AttemptState,
    NumberEvent,
    NumberState,
    OrderEvent,
    OrderState,
)
from portingsvc.domain.wish_states import WISH, WishEvent
from portingsvc.models import (
    EscalationKind,
    GatewayMessage,
    PortingAttempt,
    PortingNumber,
    PortingOrder,
    PortingWish,
    WishKind,
)
from portingsvc.usecases.escalate import escalate, settle_escalations
from portingsvc.usecases.make_wish import make_wish
from portingsvc.usecases.message_bodies import Answer, CancelAnswer, ChangeAnswer, Delayed, Performed
from portingsvc.usecases.open_repair import open_repair
from portingsvc.usecases.record_sent import note_received
from portingsvc.usecases.roll_up import roll_up


def handle_message(session: Session, message: GatewayMessage, now: datetime) -> str | None:
    """Do what a message says. Returns what was done in words, or none when it must wait."""
    found = repository.attempt_by_dossier(session, message.dossier_id)
    if found is None:
        return "not ours: no such dossier"
    order = repository.lock_order(session, found.order_id)
    attempt = repository.lock_attempt(session, found.id)
    handler = _HANDLERS.get(message.kind)
    if handler is None:
        return f"unknown kind of message: {message.kind}"
    if not _is_received(session, attempt, order, now):
        return None
    try:
        return handler(session, order, attempt, message.body, _by_donor(order, now))
    except ValidationError as unreadable:
        told = _by_donor(order, now).because(f"a message of kind {message.kind} cannot be read")
        due = schedule.answer_deadline(calendar(), now)
        escalate(session, order, attempt, EscalationKind.NO_ANSWER, due, told)
        return f"unreadable: {unreadable.error_count()} faults"


def _by_donor(order: PortingOrder, now: datetime) -> Cause:
    return Cause("donor", donor(order.donor).name, now)


def _is_received(session: Session, attempt: PortingAttempt, order: PortingOrder, now: datetime) -> bool:
    """A donor's word proves that it has our request, whatever our own call told us."""
    proof = Cause("system", "Växla", now, reason="the donor has answered, so it has the request")
    if attempt.state is AttemptState.PARKED:
        move(session, attempt, ATTEMPT, AttemptEvent.RESUME, proof)
    if attempt.state is AttemptState.IN_DOUBT:
        note_received(session, [(attempt, order, proof)], AttemptEvent.FIND)
    return attempt.state not in (AttemptState.SENDING, AttemptState.PLANNED)


def _answer(
    session: Session, order: PortingOrder, attempt: PortingAttempt, body: dict[str, Any], cause: Cause
) -> str:
    answer = Answer.model_validate(body)
    if attempt.state is not AttemptState.SUBMITTED:
        return "an answer to what has been answered: nothing to do"
    refused = _answer_numbers(session, attempt, answer, cause)
    attempt.answered_at = cause.now
    settle_escalations(session, order, cause, EscalationKind.NO_ANSWER)
    attempt.reasons = [reason.as_fact() for reason in refused]
    all_refused = refused and not _numbers(session, attempt, NumberState.CONFIRMED)
    move(session, attempt, ATTEMPT, AttemptEvent.REJECT if all_refused else AttemptEvent.ACCEPT, cause)
    if answer.confirmed_port_at not in (None, attempt.port_at, _asked(attempt)) and not all_refused:
        refused = [*refused, reason_of("09")]
        _release_mismatch(session, order, attempt, cause)
    roll_up(session, order, cause.because(", ".join(reason.code for reason in refused)))
    if refused:
        open_repair(session, order, attempt, refused, cause)
    return "accepted" if not refused else "refused: " + ", ".join(reason.code for reason in refused)


def _asked(attempt: PortingAttempt) -> datetime | None:
    """The time in the request itself: its answer may come after the donor has granted another."""
    return datetime.fromisoformat(json.loads(attempt.payload)["port_at"]) if attempt.payload else None


def _release_mismatch(session: Session, order: PortingOrder, attempt: PortingAttempt, cause: Cause) -> None:
    """K1 and K2 disagree: the donor has booked another time. It is asked to let go before anything is sent anew."""
    system = Cause(
        "system", "Växla", cause.now, reason="the donor confirmed another time than the one asked for"
    )
    make_wish(session, order, attempt, WishKind.CANCEL, None, system)
    for number in _numbers(session, attempt, NumberState.CONFIRMED):
        _reject(session, number, [reason_of("09")], cause)


def _answer_numbers(session: Session, attempt: PortingAttempt, answer: Answer, cause: Cause) -> list[Reason]:
    """Confirm or reject number by number; returns every reason that was given, each once.

    A number that the answer leaves out is refused with a reason for the planner: silence is no yes.
    """
    given: dict[str, Reason] = {}
    for number in _numbers(session, attempt, NumberState.PENDING):
        part = next((each for each in answer.series if each.holds(number.e164)), None)
        codes = part.blocking_codes if part is not None else ["left out of the answer"]
        if codes:
            reasons = [reason_of(code) for code in codes]
            given.update({reason.code: reason for reason in reasons})
            _reject(session, number, reasons, cause)
        else:
            number.reasons = []
            move(session, number, NUMBER, NumberEvent.CONFIRM, cause)
    return list(given.values())


def _reject(session: Session, number: PortingNumber, reasons: list[Reason], cause: Cause) -> None:
    number.reasons = [reason.as_fact() for reason in reasons]
    codes = ", ".join(reason.code for reason in reasons)
    move(session, number, NUMBER, NumberEvent.REJECT, cause.because(codes))


def _numbers(session: Session, attempt: PortingAttempt, *states: NumberState) -> list[PortingNumber]:
    """The numbers that this request asked for: an answer to it says nothing of the others."""
    return [
        each
        for each in repository.numbers_of(session, attempt.order_id)
        if each.attempt_id == attempt.id and each.state in states
    ]


def _delayed(
    session: Session, order: PortingOrder, attempt: PortingAttempt, body: dict[str, Any], cause: Cause
) -> str:
    attempt.answer_due_at = attempt.answer_by = Delayed.model_validate(body).answer_due_at
    settle_escalations(session, order, cause, EscalationKind.NO_ANSWER)
    return "the donor answers later"


def _performed(
    session: Session, order: PortingOrder, attempt: PortingAttempt, body: dict[str, Any], cause: Cause
) -> str | None:
    performed = Performed.model_validate(body)
    if attempt.state is AttemptState.SUBMITTED:
        return None  # the answer is on its way; it comes first
    ported = 0
    for number in _numbers(session, attempt, NumberState.CONFIRMED, NumberState.REJECTED):
        if any(part.holds(number.e164) for part in performed.series):
            number.ported_at = performed.actual_at
            move(session, number, NUMBER, NumberEvent.PORT, cause)
            ported += 1
    roll_up(session, order, cause)
    settle_escalations(session, order, cause, EscalationKind.LATE_PORT)
    _drop_wish(session, order, attempt, cause)
    return f"{ported} ported"


def _drop_wish(session: Session, order: PortingOrder, attempt: PortingAttempt, cause: Cause) -> None:
    """The port is done: whatever we wished of it is answered by that."""
    for wish in repository.open_wishes(session, order.id):
        if wish.attempt_id == attempt.id:
            move(session, wish, WISH, WishEvent.DROP, cause)


def _cancelled(
    session: Session, order: PortingOrder, attempt: PortingAttempt, body: dict[str, Any], cause: Cause
) -> str:
    answer = CancelAnswer.model_validate(body)
    wish = _answered_wish(session, attempt, WishKind.CANCEL, answer.reason, cause, granted=answer.accepted)
    if wish is None:
        return "an answer to no wish of ours: nothing to do"
    for_all = order.state is OrderState.CANCEL_PENDING
    if answer.accepted:
        gone = (NumberState.PENDING, NumberState.CONFIRMED)
        for number in _numbers(session, attempt, *gone):
            move(session, number, NUMBER, NumberEvent.CANCEL, cause)
        if attempt.state is AttemptState.SUBMITTED:
            move(session, attempt, ATTEMPT, AttemptEvent.CANCEL, cause)
    if for_all and not repository.open_wishes(session, order.id):
        _end_cancel(session, order, cause.because(answer.reason))
    return "cancelled" if answer.accepted else "the donor refuses to cancel"


def _end_cancel(session: Session, order: PortingOrder, cause: Cause) -> None:
    """Every request of a cancelled order has its answer: it is gone, or what is left says where it stands."""
    gone = (NumberState.CANCELLED, NumberState.EXCLUDED)
    session.flush()
    if all(each.state in gone for each in repository.numbers_of(session, order.id)):
        move(session, order, ORDER, OrderEvent.CANCEL, cause)
        return
    move(session, order, ORDER, OrderEvent.REFUSE_CANCEL, cause)
    roll_up(session, order, cause)


def _answered_wish(
    session: Session, attempt: PortingAttempt, kind: WishKind, words: str, cause: Cause, *, granted: bool
) -> PortingWish | None:
    """Close the wish that a donor's answer is to; none when there is none of the kind about that request."""
    for wish in repository.open_wishes(session, attempt.order_id):
        if wish.kind is kind and wish.attempt_id == attempt.id:
            wish.answer, wish.answered_at = words, cause.now
            move(session, wish, WISH, WishEvent.GRANT if granted else WishEvent.REFUSE, cause.because(words))
            return wish
    return None


def _failed(
    session: Session, order: PortingOrder, attempt: PortingAttempt, body: dict[str, Any], cause: Cause
) -> str:
    """A message or the port failed (Z1). After the port hour the donor must first give the numbers back."""
    reason = reason_of("99")
    words = cause.because(str(body.get("text", ""))[:500])
    pending = _numbers(session, attempt, NumberState.PENDING)
    for number in pending:
        _reject(session, number, [reason], cause)
    confirmed = _numbers(session, attempt, NumberState.CONFIRMED)
    if not pending and not confirmed:
        return "an error about what has ended: nothing to do"
    for number in confirmed:
        if cause.now >= order.port_at:
            number.reasons = [reason.as_fact()]
            move(session, number, NUMBER, NumberEvent.FAIL, words)
        else:
            _reject(session, number, [reason], cause)
    if attempt.state is AttemptState.SUBMITTED:
        move(session, attempt, ATTEMPT, AttemptEvent.REJECT, cause)
    attempt.reasons = [*attempt.reasons, reason.as_fact()]
    roll_up(session, order, words)
    open_repair(session, order, attempt, [reason], cause)
    if confirmed and cause.now >= order.port_at:
        due = schedule.service_deadline(calendar(), order.port_at)
        escalate(session, order, attempt, EscalationKind.REACTIVATION, due, words)
    return f"failed: {body.get('code', '')}"[:200]


def _changed(
    session: Session, order: PortingOrder, attempt: PortingAttempt, body: dict[str, Any], cause: Cause
) -> str:
    answer = ChangeAnswer.model_validate(body)
    wish = _answered_wish(session, attempt, WishKind.CHANGE, answer.reason, cause, granted=answer.accepted)
    if wish is None:
        return "an answer to no wish of ours: nothing to do"
    if not answer.accepted:
        return "the donor keeps the old time"
    moved_to = answer.confirmed_port_at or wish.port_at
    if moved_to is not None:
        order.port_at = attempt.port_at = moved_to
    settle_escalations(session, order, cause, EscalationKind.LATE_PORT)
    return "the donor takes the new time"


_Handler = Callable[[Session, PortingOrder, PortingAttempt, dict[str, Any], Cause], str | None]
_HANDLERS: Final[dict[str, _Handler]] = {
    "answer": _answer,
    "answer_delayed": _delayed,
    "performed": _performed,
    "cancel": _cancelled,
    "change": _changed,
    "error": _failed,
}
