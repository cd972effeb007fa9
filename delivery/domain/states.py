"""The small machines of a delivery: case, customer data version, SIM card, parcel, fault."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kernel.statemachine import Machine, on


class CaseState(StrEnum):
    """The phase a case is in (DL-01); the words are the field's own."""

    FORBEREDELSER = "förberedelser"
    GENOMFORANDE = "genomförande"
    DRIFTSATTNING = "driftsättning"
    HYPERCARE = "efterarbete"
    HANDED_OVER = "överlämnad"
    CANCELLED = "avbruten"


class CaseEvent(StrEnum):
    """The gates between phases, and the ends."""

    START_WORK = "start_work"
    START_GO_LIVE = "start_go_live"
    GO_LIVE = "go_live"
    HAND_OVER = "hand_over"
    CANCEL = "cancel"


_C, _CE = CaseState, CaseEvent
CASE: Final = Machine(
    "delivery_case",
    _C.FORBEREDELSER,
    frozenset({_C.HANDED_OVER, _C.CANCELLED}),
    (
        on(_CE.START_WORK, _C.FORBEREDELSER, to=_C.GENOMFORANDE, by="planner"),
        on(_CE.START_GO_LIVE, _C.GENOMFORANDE, to=_C.DRIFTSATTNING, by="planner"),
        on(_CE.GO_LIVE, _C.DRIFTSATTNING, to=_C.HYPERCARE, by="planner", pivot=True),
        on(_CE.HAND_OVER, _C.HYPERCARE, to=_C.HANDED_OVER, by="planner system"),
        on(_CE.CANCEL, _C.FORBEREDELSER, _C.GENOMFORANDE, to=_C.CANCELLED, by="planner partner"),
    ),
)
PHASES: Final = (_C.FORBEREDELSER, _C.GENOMFORANDE, _C.DRIFTSATTNING)


class DataState(StrEnum):
    """A version of the customer's data (CU-03)."""

    RECEIVED = "received"
    FAULTY = "faulty"
    CLEAN = "clean"
    SIGNED = "signed"
    SUPERSEDED = "superseded"


class DataEvent(StrEnum):
    """What happens to a version."""

    FIND_FAULTS = "find_faults"
    PASS = "pass"  # noqa: S105  (the word of the check, no password)
    SIGN = "sign"
    SUPERSEDE = "supersede"


_D, _DE = DataState, DataEvent
DATA: Final = Machine(
    "customer_data_version",
    _D.RECEIVED,
    frozenset({_D.SUPERSEDED}),
    (
        on(_DE.FIND_FAULTS, _D.RECEIVED, to=_D.FAULTY, by="system"),
        on(_DE.PASS, _D.RECEIVED, to=_D.CLEAN, by="system"),
        on(_DE.SIGN, _D.CLEAN, to=_D.SIGNED, by="customer"),
        on(_DE.SUPERSEDE, _D.FAULTY, _D.CLEAN, _D.SIGNED, to=_D.SUPERSEDED, by="system"),
    ),
)


class SimState(StrEnum):
    """A SIM card or eSIM profile (names of `peers.md` section 6)."""

    IN_STOCK = "in_stock"
    RESERVED = "reserved"
    PACKED = "packed"
    SHIPPED = "shipped"
    RECEIVED = "received"
    ACTIVE = "active"
    LOST = "lost"
    RETIRED = "retired"


# Cards that are nobody's any more: their user may have another.
GIVEN_UP: Final = frozenset({SimState.LOST, SimState.RETIRED})


class SimEvent(StrEnum):
    """What happens to a card."""

    ASSIGN = "assign"
    RELEASE = "release"
    PACK = "pack"
    SHIP = "ship"
    RECEIVE = "receive"
    ACTIVATE = "activate"
    LOSE = "lose"
    RETURN = "return"
    RETIRE = "retire"


_S, _SE = SimState, SimEvent
SIM: Final = Machine(
    "sim_card",
    _S.IN_STOCK,
    GIVEN_UP,
    (
        on(_SE.ASSIGN, _S.IN_STOCK, to=_S.RESERVED, by="system planner"),
        on(_SE.RELEASE, _S.RESERVED, to=_S.IN_STOCK, by="system planner"),
        on(_SE.PACK, _S.RESERVED, to=_S.PACKED, by="system planner"),
        on(_SE.SHIP, _S.PACKED, to=_S.SHIPPED, by="system planner"),
        on(_SE.RECEIVE, _S.SHIPPED, to=_S.RECEIVED, by="customer planner partner system"),
        on(
            _SE.RECEIVE,
            _S.RESERVED,
            to=_S.RECEIVED,
            by="customer planner system",
            why="an eSIM travels by its activation code, not in a parcel",
        ),
        on(_SE.ACTIVATE, _S.RECEIVED, to=_S.ACTIVE, by="system planner"),
        on(_SE.LOSE, _S.SHIPPED, _S.RECEIVED, _S.ACTIVE, to=_S.LOST, by="customer planner partner system"),
        on(_SE.RETURN, _S.SHIPPED, to=_S.RESERVED, by="planner system", why="its parcel came back unopened"),
        on(
            _SE.RETIRE,
            _S.RESERVED,
            _S.PACKED,
            _S.SHIPPED,
            _S.RECEIVED,
            _S.ACTIVE,
            to=_S.RETIRED,
            by="planner partner",
            why="its user changes to another card, which is locked while the number is being ported",
        ),
    ),
)


class ParcelState(StrEnum):
    """A parcel: all cards to one address (SM-02)."""

    PACKING = "packing"
    DISPATCHED = "dispatched"
    DELIVERED = "delivered"
    RETURNED = "returned"
    LOST = "lost"


class ParcelEvent(StrEnum):
    """What happens to a parcel."""

    DISPATCH = "dispatch"
    DELIVER = "deliver"
    RETURN = "return"
    LOSE = "lose"


_P, _PE = ParcelState, ParcelEvent
PARCEL: Final = Machine(
    "parcel",
    _P.PACKING,
    frozenset({_P.DELIVERED, _P.RETURNED, _P.LOST}),
    (
        on(_PE.DISPATCH, _P.PACKING, to=_P.DISPATCHED, by="planner system"),
        on(_PE.DELIVER, _P.DISPATCHED, to=_P.DELIVERED, by="customer planner partner system"),
        on(_PE.RETURN, _P.DISPATCHED, to=_P.RETURNED, by="planner system"),
        on(_PE.LOSE, _P.DISPATCHED, to=_P.LOST, by="planner system"),
    ),
)


class FaultState(StrEnum):
    """A fault found at go-live (DL-07)."""

    OPEN = "open"
    MENDED = "mended"


class FaultEvent(StrEnum):
    """What happens to a fault."""

    MEND = "mend"


FAULT: Final = Machine(
    "go_live_fault",
    FaultState.OPEN,
    frozenset({FaultState.MENDED}),
    (on(FaultEvent.MEND, FaultState.OPEN, to=FaultState.MENDED, by="planner"),),
)

MACHINES: Final = (CASE, DATA, SIM, PARCEL, FAULT)
