"""Write down what became of requests: many in one unit of work, since a commit costs what a call does (NP-08)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlmodel import Session

from infra.clock import current
from infra.db import unit_of_work
from infra.failpoints import failpoint
from infra.settings import get_settings
from infra.transitions import Cause, move, move_all
from kernel.workdays import calendar
from portingsvc import repository
from portingsvc.domain import schedule
from portingsvc.domain.outcomes import Outcome, Submission
from portingsvc.domain.states import ATTEMPT, ORDER, AttemptEvent, AttemptState, OrderEvent, OrderState
from portingsvc.models import PortingAttempt, PortingOrder
from portingsvc.usecases.charge_attempt import charge_attempts
from portingsvc.usecases.claim_due import SYSTEM, Intent

_SLOWEST_RETRY: Final = timedelta(minutes=15)
_Sent = tuple[PortingAttempt, PortingOrder, Submission]


def record(results: Sequence[tuple[Intent, Submission]]) -> None:
    """Record results of calls. What a look-up or an answer has settled meanwhile stays as they settled it.

    A sender that slept may come with the result of a claim that others have long since looked up and made anew:
    its "no" must not call off what the later claim has sent.
    """
    failpoint("after_call")
    told = {intent.attempt_id: (intent.sends, submission) for intent, submission in results}
    with unit_of_work() as session:
        orders = repository.lock_orders(session, [intent.order_id for intent, _ in results])
        groups: dict[Outcome, list[_Sent]] = defaultdict(list)
        for attempt in repository.lock_attempts(session, told):
            claimed, submission = told[attempt.id]
            if attempt.state is AttemptState.SENDING and attempt.sends == claimed:
                groups[submission.outcome].append((attempt, orders[attempt.order_id], submission))
        now = current(session)
        for outcome, sent in groups.items():
            _RECORD[outcome](session, sent, now)
        failpoint("before_done")
    failpoint("after_done")


def _by(submission: Submission, now: datetime) -> Cause:
    return Cause("system", SYSTEM, now, reason=submission.detail)


def _received(session: Session, sent: Sequence[_Sent], now: datetime) -> None:
    note_received(
        session, [(attempt, order, _by(said, now)) for attempt, order, said in sent], AttemptEvent.RECEIVE
    )


def _not_accepted(session: Session, sent: Sequence[_Sent], now: datetime) -> None:
    """A definite no: the same key and bytes again, a little later each time."""
    for attempt, _, submission in sent:
        move(session, attempt, ATTEMPT, AttemptEvent.REFUSE, _by(submission, now))
        pause = timedelta(seconds=submission.retry_after_seconds or min(2**attempt.sends, 900))
        attempt.lease_until = None
        attempt.check_at = datetime.now(UTC) + min(pause, _SLOWEST_RETRY)


def _not_understood(session: Session, sent: Sequence[_Sent], now: datetime) -> None:
    """Our message is wrong. Sending it again would not help: a person must look."""
    for attempt, _, submission in sent:
        move(session, attempt, ATTEMPT, AttemptEvent.REFUSE, _by(submission, now))
        move(session, attempt, ATTEMPT, AttemptEvent.PARK, _by(submission, now))
        attempt.lease_until = None
        attempt.parked_reason = f"the gateway did not understand our message ({submission.detail})"


def _in_doubt(session: Session, sent: Sequence[_Sent], now: datetime) -> None:
    steps = [(attempt, _by(submission, now)) for attempt, _, submission in sent]
    move_all(session, steps, ATTEMPT, AttemptEvent.LOSE)
    for attempt, _, _ in sent:
        attempt.was_in_doubt = True
        attempt.lease_until = None
        attempt.check_at = datetime.now(UTC) + quiet_period()


_RECORD: Final[dict[Outcome, Callable[[Session, Sequence[_Sent], datetime], None]]] = {
    Outcome.RECEIVED: _received,
    Outcome.NOT_ACCEPTED: _not_accepted,
    Outcome.NOT_UNDERSTOOD: _not_understood,
    Outcome.IN_DOUBT: _in_doubt,
}


def quiet_period() -> timedelta:
    """How long an unknown outcome rests before the look-up: longer than any request of ours can be under way."""
    return timedelta(seconds=get_settings().gateway_quiet_seconds)


def note_received(
    session: Session, found: Sequence[tuple[PortingAttempt, PortingOrder, Cause]], event: AttemptEvent
) -> None:
    """The gateway has them: by its own answer, by look-up, or because the donor has answered."""
    move_all(session, [(attempt, cause) for attempt, _, cause in found], ATTEMPT, event)
    for attempt, _, cause in found:
        attempt.submitted_at = cause.now
        attempt.answer_by = schedule.answer_deadline(calendar(), cause.now)
        attempt.lease_until = attempt.check_at = None
    ready = [(order, cause) for _, order, cause in found if order.state is OrderState.READY]
    move_all(session, ready, ORDER, OrderEvent.SUBMIT)
    charge_attempts(session, found)
