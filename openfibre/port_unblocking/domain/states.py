"""The machines of port unblocking (avblockering, AV-01): the case, each displaced provider, each order.

A case is one access and one new provider (NTL). Each provider that lost a service on it (BTL) is a child of
its own with its own steps 11–16. An order is one thing asked of the communication operator. In these tables
`partner` is a service provider, `planner` the staff of the network owner and its communication operator;
which provider may do what is a matter of the guards.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kernel.statemachine import Machine, on


class CaseState(StrEnum):
    """Where an unblocking stands."""

    CHECKED = "checked"
    EXIT_NORMAL_ORDER = "exit_normal_order"
    VERIFYING = "verifying"
    EXIT_OPERATOR_SWITCH = "exit_operator_switch"
    EXIT_ABANDONED = "exit_abandoned"
    ORDERED = "ordered"
    FORCED_SENT = "forced_sent"
    MANUAL = "manual"
    SWITCHING = "switching"
    COMPENSATING = "compensating"
    EXIT_NOT_SWITCHED = "exit_not_switched"
    ACTIVE_NEW = "active_new"
    AWAITING_BK = "awaiting_bk"
    CLOSED_OK = "closed_ok"
    DISPUTED = "disputed"
    ROLLING_BACK = "rolling_back"
    ROLLBACK_INCOMPLETE = "rollback_incomplete"
    RESTORED = "restored"
    CLOSED_ROLLED_BACK = "closed_rolled_back"


class CaseEvent(StrEnum):
    """What happens to an unblocking. The numbers are the steps of seed 001."""

    FIND_FREE = "find_free"
    FIND_BLOCKED = "find_blocked"
    CORRECT_ACCESS = "correct_access"
    FIND_OWN_SERVICES = "find_own_services"
    DECLINE = "decline"
    CLEAR = "clear"
    HAND_OVER = "hand_over"
    SEND_FORCED = "send_forced"
    ABANDON = "abandon"
    REFUSE = "refuse"
    RETRY = "retry"
    ACCEPT = "accept"
    FAIL = "fail"
    COMPENSATE = "compensate"
    ACTIVATE = "activate"
    CONTACT = "contact"
    SETTLE = "settle"
    DISPUTE = "dispute"
    REACTIVATE = "reactivate"
    OVERRIDE = "override"
    STALL = "stall"
    RESTORE = "restore"
    INFORM = "inform"


_S, _E = CaseState, CaseEvent
FINAL_CASE_STATES: Final = (
    _S.EXIT_NORMAL_ORDER,
    _S.EXIT_OPERATOR_SWITCH,
    _S.EXIT_ABANDONED,
    _S.EXIT_NOT_SWITCHED,
    _S.CLOSED_OK,
    _S.CLOSED_ROLLED_BACK,
)
CASE: Final = Machine(
    "port_unblocking",
    _S.CHECKED,
    frozenset(FINAL_CASE_STATES),
    (
        on(_E.FIND_FREE, _S.CHECKED, to=_S.EXIT_NORMAL_ORDER, by="system planner partner"),
        on(_E.FIND_BLOCKED, _S.CHECKED, to=_S.VERIFYING, by="system planner partner", why="step 4"),
        on(_E.CORRECT_ACCESS, _S.VERIFYING, to=_S.CHECKED, by="partner planner", why="another apartment"),
        on(
            _E.FIND_OWN_SERVICES,
            _S.VERIFYING,
            to=_S.EXIT_OPERATOR_SWITCH,
            by="partner planner",
            why="an ordinary change of provider, with its own rules",
        ),
        on(_E.DECLINE, _S.VERIFYING, to=_S.EXIT_ABANDONED, by="partner planner"),
        on(_E.CLEAR, _S.VERIFYING, to=_S.ORDERED, by="partner planner", why="steps 5–6; G1, G2, G3"),
        on(_E.HAND_OVER, _S.ORDERED, to=_S.MANUAL, by="partner planner", why="G4: it cannot be forced"),
        on(_E.SEND_FORCED, _S.ORDERED, to=_S.FORCED_SENT, by="partner planner", why="step 7; G4, G5"),
        on(
            _E.ABANDON,
            _S.CHECKED,
            _S.VERIFYING,
            _S.ORDERED,
            _S.MANUAL,
            to=_S.EXIT_ABANDONED,
            by="partner planner",
            why="nothing has been touched on the port, or a person has seen to it",
        ),
        on(_E.REFUSE, _S.FORCED_SENT, _S.SWITCHING, to=_S.MANUAL, by="system planner"),
        on(_E.RETRY, _S.MANUAL, to=_S.ORDERED, by="planner"),
        on(_E.ACCEPT, _S.FORCED_SENT, to=_S.SWITCHING, by="system planner", pivot=True, why="step 8 begins"),
        on(_E.FAIL, _S.SWITCHING, to=_S.COMPENSATING, by="system planner", why="9 failed after 8"),
        on(_E.COMPENSATE, _S.COMPENSATING, to=_S.EXIT_NOT_SWITCHED, by="system planner"),
        on(_E.ACTIVATE, _S.SWITCHING, to=_S.ACTIVE_NEW, by="system planner", why="step 9"),
        on(_E.CONTACT, _S.ACTIVE_NEW, to=_S.AWAITING_BK, by="system", why="steps 12–13"),
        on(_E.SETTLE, _S.ACTIVE_NEW, _S.AWAITING_BK, to=_S.CLOSED_OK, by="system", why="step 15"),
        on(_E.DISPUTE, _S.ACTIVE_NEW, _S.AWAITING_BK, to=_S.DISPUTED, by="system", why="step 16"),
        on(_E.REACTIVATE, _S.DISPUTED, to=_S.ROLLING_BACK, by="system", why="step 16; G6"),
        on(_E.OVERRIDE, _S.MANUAL, to=_S.ROLLING_BACK, by="planner", why="a late dispute; G6 by the owner"),
        on(
            _E.STALL,
            _S.ROLLING_BACK,
            to=_S.ROLLBACK_INCOMPLETE,
            by="system planner",
            why="18 failed after 17",
        ),
        on(
            _E.RESTORE,
            _S.ROLLING_BACK,
            _S.ROLLBACK_INCOMPLETE,
            to=_S.RESTORED,
            by="system planner",
            why="the port equals the snapshot; step 19",
        ),
        on(_E.INFORM, _S.RESTORED, to=_S.CLOSED_ROLLED_BACK, by="partner planner", why="step 20"),
    ),
)


class DisplacementState(StrEnum):
    """Where one displaced provider stands with its consumer (BK)."""

    DISPLACED = "displaced"
    AWAITING = "awaiting"
    CONFIRMED = "confirmed"
    DEEMED = "deemed"
    DISPUTED = "disputed"
    RESTORED = "restored"


class DisplacementEvent(StrEnum):
    """What happens to one displaced provider."""

    CONTACT = "contact"
    CONFIRM = "confirm"
    DEEM = "deem"
    DISPUTE = "dispute"
    RESTORE = "restore"


_D, _DE = DisplacementState, DisplacementEvent
# A consumer who agreed, or was silent to the end of the window, does not get the service back (2.5).
SETTLED: Final = (_D.CONFIRMED, _D.DEEMED)
DISPLACEMENT: Final = Machine(
    "port_displacement",
    _D.DISPLACED,
    frozenset({_D.CONFIRMED, _D.DEEMED, _D.RESTORED}),
    (
        on(_DE.CONTACT, _D.DISPLACED, to=_D.AWAITING, by="partner planner", why="step 13 starts the window"),
        on(_DE.CONFIRM, _D.AWAITING, to=_D.CONFIRMED, by="partner planner", why="step 14, then 15"),
        on(_DE.DEEM, _D.AWAITING, to=_D.DEEMED, by="system", why="silent to the end of the window; step 15"),
        on(_DE.DISPUTE, _D.DISPLACED, _D.AWAITING, to=_D.DISPUTED, by="partner planner", why="step 16"),
        on(_DE.RESTORE, _D.DISPLACED, _D.AWAITING, _D.DISPUTED, to=_D.RESTORED, by="system planner"),
    ),
)


class OrderState(StrEnum):
    """Where one order to the communication operator stands. `in_doubt` is looked up before it is sent again."""

    PLANNED = "planned"
    BY_HAND = "by_hand"
    SENDING = "sending"
    IN_DOUBT = "in_doubt"
    SENT = "sent"
    DONE = "done"
    FAILED = "failed"
    PARKED = "parked"


OPEN_ORDER_STATES: Final = (
    OrderState.PLANNED,
    OrderState.BY_HAND,
    OrderState.SENDING,
    OrderState.IN_DOUBT,
    OrderState.SENT,
    OrderState.PARKED,
)


class OrderEvent(StrEnum):
    """What happens to one order."""

    HAND = "hand"
    SEND = "send"
    RECEIVE = "receive"
    POSTPONE = "postpone"
    LOSE = "lose"
    FIND = "find"
    PROVE_ABSENT = "prove_absent"
    FINISH = "finish"
    REFUSE = "refuse"
    PARK = "park"
    RESUME = "resume"


_O, _OE = OrderState, OrderEvent
ORDER: Final = Machine(
    "port_order",
    _O.PLANNED,
    frozenset({_O.DONE, _O.FAILED}),
    (
        on(
            _OE.HAND,
            _O.PLANNED,
            to=_O.BY_HAND,
            by="system planner partner",
            why="the operator has only a portal",
        ),
        on(_OE.SEND, _O.PLANNED, to=_O.SENDING, by="system", why="the intent, committed before the call"),
        on(_OE.RECEIVE, _O.SENDING, to=_O.SENT, by="system", why="the operator has it"),
        on(_OE.POSTPONE, _O.SENDING, to=_O.PLANNED, by="system", why="a definite no: same key, same bytes"),
        on(_OE.LOSE, _O.SENDING, to=_O.IN_DOUBT, by="system", why="time-out, reset, 5xx, or a lost worker"),
        on(_OE.FIND, _O.IN_DOUBT, to=_O.SENT, by="system", why="the look-up found it: never sent again"),
        on(_OE.PROVE_ABSENT, _O.IN_DOUBT, to=_O.PLANNED, by="system", why="the look-up proved its absence"),
        on(_OE.FINISH, _O.SENT, _O.BY_HAND, to=_O.DONE, by="system planner"),
        on(_OE.REFUSE, _O.SENDING, _O.SENT, _O.BY_HAND, to=_O.FAILED, by="system planner"),
        on(_OE.PARK, _O.IN_DOUBT, to=_O.PARKED, by="system", why="asked in vain; a person must see to it"),
        on(_OE.RESUME, _O.PARKED, to=_O.IN_DOUBT, by="planner", why="a look-up first, whatever it was"),
    ),
)

MACHINES: Final = (CASE, DISPLACEMENT, ORDER)
