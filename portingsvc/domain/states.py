"""The small machines of porting: order, number, attempt, mandate (names of `peers.md` section 6).

An order is the unit that is asked for and paid for (a number, or a series); a number is the unit that has a
state of its own; an attempt is one request to the donor. Who may do what stands in these tables only.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kernel.statemachine import Machine, on
from portingsvc.domain.wish_states import WISH


class OrderState(StrEnum):
    """Where an order stands. Beyond `ready` it follows from its numbers, by `portingsvc.domain.rollup`."""

    DRAFT = "draft"
    READY = "ready"
    SUBMITTED = "submitted"
    ACTION_REQUIRED = "action_required"
    DATE_CONFIRMED = "date_confirmed"
    CANCEL_PENDING = "cancel_pending"
    PARTIALLY_PORTED = "partially_ported"
    PORTED = "ported"
    CANCELLED = "cancelled"


class OrderEvent(StrEnum):
    """What happens to an order."""

    RELEASE = "release"
    SUBMIT = "submit"
    CONFIRM = "confirm"
    REJECT = "reject"
    RETRY = "retry"
    REQUEST_CANCEL = "request_cancel"
    REFUSE_CANCEL = "refuse_cancel"
    CANCEL = "cancel"
    PORT_PART = "port_part"
    PORT = "port"


_O, _OE = OrderState, OrderEvent
# A port that happened has happened, also when we had asked to stop it or a part was refused.
_AT_PORT: Final = (_O.READY, _O.DATE_CONFIRMED, _O.SUBMITTED, _O.CANCEL_PENDING, _O.ACTION_REQUIRED)
ORDER: Final = Machine(
    "porting_order",
    _O.DRAFT,
    frozenset({_O.PORTED, _O.CANCELLED}),
    (
        on(_OE.RELEASE, _O.DRAFT, to=_O.READY, by="planner partner system"),
        on(_OE.SUBMIT, _O.READY, to=_O.SUBMITTED, by="system"),
        on(_OE.CONFIRM, _O.READY, _O.SUBMITTED, _O.ACTION_REQUIRED, to=_O.DATE_CONFIRMED, by="donor system"),
        on(_OE.REJECT, _O.SUBMITTED, _O.DATE_CONFIRMED, to=_O.ACTION_REQUIRED, by="donor system"),
        on(_OE.RETRY, _O.ACTION_REQUIRED, _O.PARTIALLY_PORTED, to=_O.READY, by="planner customer partner"),
        on(
            _OE.REQUEST_CANCEL,
            _O.READY,
            _O.SUBMITTED,
            _O.DATE_CONFIRMED,
            _O.ACTION_REQUIRED,
            to=_O.CANCEL_PENDING,
            by="planner customer partner",
            why="the donor has the request and may refuse (NP-07)",
        ),
        on(
            _OE.REFUSE_CANCEL,
            _O.CANCEL_PENDING,
            to=_O.SUBMITTED,
            by="donor",
            why="back to where the donor has it; its numbers then say how far that is",
        ),
        on(
            _OE.CANCEL, _O.CANCEL_PENDING, _O.SUBMITTED, _O.DATE_CONFIRMED, to=_O.CANCELLED, by="donor system"
        ),
        on(
            _OE.CANCEL,
            _O.DRAFT,
            _O.READY,
            _O.ACTION_REQUIRED,
            to=_O.CANCELLED,
            by="planner customer partner",
            why="nothing lies at the donor, so nobody need be asked",
        ),
        on(_OE.PORT_PART, *_AT_PORT, to=_O.PARTIALLY_PORTED, by="donor system", pivot=True),
        on(_OE.PORT, *_AT_PORT, _O.PARTIALLY_PORTED, to=_O.PORTED, by="donor system", pivot=True),
    ),
)


class NumberState(StrEnum):
    """Where one telephone number stands."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    PORTED = "ported"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXCLUDED = "excluded"
    PORTED_BACK = "ported_back"
    RETURNED = "returned"


# A number in one of these may not stand in a second order: one live port per number (NP-08), by an index.
LIVE_NUMBER_STATES: Final = (
    NumberState.PENDING,
    NumberState.CONFIRMED,
    NumberState.REJECTED,
    NumberState.FAILED,
)


class NumberEvent(StrEnum):
    """What happens to one number."""

    CONFIRM = "confirm"
    REJECT = "reject"
    RETRY = "retry"
    PORT = "port"
    CANCEL = "cancel"
    EXCLUDE = "exclude"
    FAIL = "fail"
    REACTIVATE = "reactivate"
    PORT_BACK = "port_back"
    RETURN = "return"


_N, _NE = NumberState, NumberEvent
NUMBER: Final = Machine(
    "porting_number",
    _N.PENDING,
    frozenset({_N.CANCELLED, _N.EXCLUDED, _N.PORTED_BACK, _N.RETURNED}),
    (
        on(_NE.CONFIRM, _N.PENDING, to=_N.CONFIRMED, by="donor"),
        on(_NE.REJECT, _N.PENDING, _N.CONFIRMED, to=_N.REJECTED, by="donor"),
        on(_NE.RETRY, _N.REJECTED, to=_N.PENDING, by="planner customer partner"),
        on(
            _NE.PORT,
            _N.CONFIRMED,
            _N.REJECTED,
            to=_N.PORTED,
            by="donor",
            pivot=True,
            why="what the donor has carried out has happened, also what we had taken for refused",
        ),
        on(
            _NE.CANCEL,
            _N.PENDING,
            _N.CONFIRMED,
            _N.REJECTED,
            to=_N.CANCELLED,
            by="planner customer partner donor",
        ),
        on(_NE.EXCLUDE, _N.PENDING, _N.REJECTED, to=_N.EXCLUDED, by="planner customer partner"),
        on(
            _NE.FAIL,
            _N.CONFIRMED,
            to=_N.FAILED,
            by="donor",
            pivot=True,
            why="the port hour came, not the port",
        ),
        on(
            _NE.REACTIVATE,
            _N.FAILED,
            to=_N.REJECTED,
            by="planner donor",
            why="it works at the donor again; a new attempt may be made (NP-07)",
        ),
        on(_NE.PORT_BACK, _N.PORTED, to=_N.PORTED_BACK, by="planner donor", why="moved back to the donor"),
        on(
            _NE.RETURN,
            _N.PORTED,
            to=_N.RETURNED,
            by="planner system",
            why="out of service: to its block holder",
        ),
    ),
)


class AttemptState(StrEnum):
    """Where one request to the donor stands. `in_doubt` is looked up before anything is sent again."""

    PLANNED = "planned"
    SENDING = "sending"
    IN_DOUBT = "in_doubt"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    PARKED = "parked"


OPEN_ATTEMPT_STATES: Final = (
    AttemptState.PLANNED,
    AttemptState.SENDING,
    AttemptState.IN_DOUBT,
    AttemptState.SUBMITTED,
    AttemptState.PARKED,
)


class AttemptEvent(StrEnum):
    """What happens to one attempt."""

    SEND = "send"
    RECEIVE = "receive"
    REFUSE = "refuse"
    LOSE = "lose"
    FIND = "find"
    PROVE_ABSENT = "prove_absent"
    ACCEPT = "accept"
    REJECT = "reject"
    CANCEL = "cancel"
    PARK = "park"
    RESUME = "resume"


_A, _AE = AttemptState, AttemptEvent
ATTEMPT: Final = Machine(
    "porting_attempt",
    _A.PLANNED,
    frozenset({_A.ACCEPTED, _A.REJECTED, _A.CANCELLED}),
    (
        on(_AE.SEND, _A.PLANNED, to=_A.SENDING, by="system", why="the intent, committed before the call"),
        on(_AE.RECEIVE, _A.SENDING, to=_A.SUBMITTED, by="system", why="the gateway said yes"),
        on(_AE.REFUSE, _A.SENDING, to=_A.PLANNED, by="system", why="a definite no: same key, same bytes"),
        on(_AE.LOSE, _A.SENDING, to=_A.IN_DOUBT, by="system", why="time-out, reset, 5xx, or a lost worker"),
        on(_AE.FIND, _A.IN_DOUBT, to=_A.SUBMITTED, by="system", why="the look-up found it: never sent again"),
        on(_AE.PROVE_ABSENT, _A.IN_DOUBT, to=_A.PLANNED, by="system", why="the look-up proved its absence"),
        on(_AE.ACCEPT, _A.SUBMITTED, to=_A.ACCEPTED, by="donor"),
        on(_AE.REJECT, _A.SUBMITTED, to=_A.REJECTED, by="donor"),
        on(_AE.CANCEL, _A.PLANNED, _A.PARKED, to=_A.CANCELLED, by="planner customer partner system"),
        on(_AE.CANCEL, _A.SUBMITTED, to=_A.CANCELLED, by="donor"),
        on(_AE.PARK, _A.PLANNED, _A.IN_DOUBT, _A.SUBMITTED, to=_A.PARKED, by="system planner"),
        on(
            _AE.RESUME, _A.PARKED, to=_A.IN_DOUBT, by="planner system", why="a look-up first, whatever it was"
        ),
    ),
)


class MandateState(StrEnum):
    """Where a fullmakt stands. `viewed` lasts until all who must sign have signed."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    VIEWED = "viewed"
    SIGNED = "signed"
    REVOKED = "revoked"
    EXPIRED = "expired"


class MandateEvent(StrEnum):
    """What happens to a fullmakt."""

    SEND = "send"
    VIEW = "view"
    SIGN = "sign"
    FILE = "file"
    REVOKE = "revoke"
    EXPIRE = "expire"


_M, _ME = MandateState, MandateEvent
MANDATE: Final = Machine(
    "mandate",
    _M.NOT_SENT,
    frozenset({_M.REVOKED, _M.EXPIRED}),
    (
        on(_ME.SEND, _M.NOT_SENT, to=_M.SENT, by="planner partner system customer"),
        on(_ME.VIEW, _M.SENT, to=_M.VIEWED, by="customer"),
        on(_ME.SIGN, _M.SENT, _M.VIEWED, to=_M.SIGNED, by="customer"),
        on(
            _ME.FILE,
            _M.SENT,
            _M.VIEWED,
            to=_M.SIGNED,
            by="partner planner",
            why="signed on paper; whoever files the document answers for it",
        ),
        on(_ME.REVOKE, _M.SENT, _M.VIEWED, _M.SIGNED, to=_M.REVOKED, by="customer planner partner"),
        on(_ME.EXPIRE, _M.NOT_SENT, _M.SENT, _M.VIEWED, _M.SIGNED, to=_M.EXPIRED, by="system"),
    ),
)

MACHINES: Final = (ORDER, NUMBER, ATTEMPT, WISH, MANDATE)
