"""The three phases of a delivery and everything in them (seed 002; the standard start-up of seed 004).

Due days are working days relative to go-live unless the row says else. The data must be complete thirty
working days, six weeks, before go-live (DL-06); everything else is laid out from there.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from accounts.domain.roles import Role
from delivery.domain.activities import Activity, Anchor, Due, Kind, checked
from delivery.domain.options import Option
from delivery.domain.states import PHASES, CaseState
from kernel.language import Text
from kernel.leadtime import SHORTEST_LEAD

LEAD_WORKING_DAYS: Final = 30
LEAD_WORKING_DAYS_LONGEST: Final = 40
HYPERCARE_DAYS: Final = 2

_TEL, _IT, _FAKT = Role.TELEFONIANSVARIG, Role.IT_ANSVARIG, Role.FAKTURAANSVARIG
_PLAN, _TEK, _ADM = Role.LEVERANSPLANERARE, Role.TEKNISK_LEVERANSLEDARE, Role.ADMINISTRATIV_LEVERANSLEDARE
_FORE, _GENOM, _DRIFT = CaseState.FORBEREDELSER, CaseState.GENOMFORANDE, CaseState.DRIFTSATTNING
_INPUT, _CONFIRM, _WAIT, _AUTO = Kind.INPUT, Kind.CONFIRM, Kind.WAIT, Kind.AUTOMATIC
_data: Final = partial(Due, anchor=Anchor.COMPLETE_DATA)
_NETWORK: Final = frozenset({Option.SOFTPHONE, Option.SIP_PHONES, Option.INTEGRATIONS})
_INTEGRATED: Final = frozenset({Option.INTEGRATIONS})
_ADD_ONS: Final = frozenset({Option.ANSWERING_SERVICE, Option.STATISTICS})
_TRAINING: Final = frozenset({Option.TRAINING})
_APP_SMS: Final = frozenset({Option.APP_SMS})
_SUPPORT: Final = frozenset({Option.GO_LIVE_SUPPORT})

CUSTOMER_DATA: Final = "customer_data"
PORTING_PREPARATION: Final = "porting_preparation"
MANDATE: Final = "mandate"
INVOICING_BASICS: Final = "invoicing_basics"
TRAINING_NEEDS: Final = "training_needs"
LEADS_ASSIGNED: Final = "leads_assigned"
MEETING_BOOKED: Final = "startup_meeting_booked"
MEETING_HELD: Final = "startup_meeting_held"
PORTING_REQUESTED: Final = "porting_requested"
PORTING_CONFIRMED: Final = "porting_confirmed"
SIM_DELIVERED: Final = "sim_delivered"
START_MAIL: Final = "start_mail"
APP_SMS: Final = "app_sms"
NUMBERS_PORTED: Final = "numbers_ported"
TEST_CALLS: Final = "test_calls"
HAND_OVER: Final = "hand_over"


def _row(
    phase: CaseState,
    key: str,
    owner: Role,
    kind: Kind,
    due: Due,
    after: str = "",
    *,
    gate: bool = False,
    only_with: frozenset[Option] = frozenset(),
    takes: int = 0,
) -> Activity:
    """Write a row. `after` lists the keys it waits for, separated by spaces."""
    return Activity(key, phase, owner, kind, due, tuple(after.split()), gate, only_with, takes)


_FORBEREDELSER: Final = (
    _row(_FORE, CUSTOMER_DATA, _TEL, _INPUT, Due(-LEAD_WORKING_DAYS), gate=True),
    _row(_FORE, TRAINING_NEEDS, _TEL, _INPUT, Due(-25), gate=True),
    _row(_FORE, PORTING_PREPARATION, _TEL, _INPUT, _data(3), "customer_data", gate=True),
    _row(_FORE, MANDATE, _TEL, _CONFIRM, _data(3), "customer_data", gate=True),
    _row(_FORE, INVOICING_BASICS, _FAKT, _INPUT, Due(-25), gate=True),
    _row(_FORE, "it_contact", _TEL, _CONFIRM, Due(-25), only_with=_NETWORK),
    _row(_FORE, LEADS_ASSIGNED, _PLAN, _CONFIRM, _data(2), "customer_data", gate=True),
    _row(_FORE, "invoicing_structure", _ADM, _CONFIRM, _data(5), "invoicing_basics leads_assigned"),
    _row(_FORE, MEETING_BOOKED, _PLAN, _CONFIRM, _data(3), "leads_assigned"),
    _row(_FORE, MEETING_HELD, _PLAN, _CONFIRM, _data(5), "startup_meeting_booked", gate=True),
)

_GENOMFORANDE: Final = (
    _row(_GENOM, PORTING_REQUESTED, _PLAN, _AUTO, Due(-10), "mandate porting_preparation", gate=True),
    _row(_GENOM, PORTING_CONFIRMED, _PLAN, _WAIT, Due(-5), "porting_requested"),
    _row(_GENOM, "licences", _ADM, _CONFIRM, Due(-20), "leads_assigned"),
    _row(_GENOM, "subscriptions", _ADM, _CONFIRM, Due(-15), "customer_data leads_assigned", gate=True),
    _row(_GENOM, "configuration", _TEK, _CONFIRM, Due(-10), "customer_data", gate=True),
    _row(_GENOM, "integrations", _TEK, _CONFIRM, Due(-8), "configuration", gate=True, only_with=_INTEGRATED),
    _row(_GENOM, "add_ons", _TEK, _CONFIRM, Due(-8), "configuration", gate=True, only_with=_ADD_ONS),
    _row(_GENOM, "network_ready", _IT, _CONFIRM, Due(-10), gate=True, only_with=_NETWORK),
    _row(_GENOM, "training", _TEK, _CONFIRM, Due(-3), "training_needs", gate=True, only_with=_TRAINING),
)

_DRIFTSATTNING: Final = (
    _row(_DRIFT, SIM_DELIVERED, _PLAN, _WAIT, Due(-3), gate=True),
    _row(_DRIFT, START_MAIL, _PLAN, _AUTO, Due(-5)),
    _row(_DRIFT, "app_accounts", _TEL, _CONFIRM, Due(-5), gate=True),
    _row(_DRIFT, APP_SMS, _PLAN, _CONFIRM, Due(-2), only_with=_APP_SMS),
    _row(_DRIFT, "documentation", _TEK, _CONFIRM, Due(0), gate=True),
    _row(_DRIFT, "go_live_support", _TEK, _CONFIRM, Due(0), only_with=_SUPPORT),
    _row(_DRIFT, NUMBERS_PORTED, _PLAN, _WAIT, Due(0), "porting_requested", gate=True, takes=SHORTEST_LEAD),
    _row(_DRIFT, TEST_CALLS, _TEK, _AUTO, Due(0), gate=True),
    _row(
        _DRIFT,
        HAND_OVER,
        _PLAN,
        _AUTO,
        Due(HYPERCARE_DAYS),
        "test_calls numbers_ported",
        takes=HYPERCARE_DAYS,
    ),
)

ACTIVITIES: Final = checked((*_FORBEREDELSER, *_GENOMFORANDE, *_DRIFTSATTNING), PHASES)
BY_KEY: Final = {row.key: row for row in ACTIVITIES}
PHASE_TITLES: Final = {
    CaseState.FORBEREDELSER: Text(sv="Förberedelser", en="Preparations"),
    CaseState.GENOMFORANDE: Text(sv="Genomförande", en="Implementation"),
    CaseState.DRIFTSATTNING: Text(sv="Driftsättning", en="Going live"),
    CaseState.HYPERCARE: Text(sv="Efterarbete", en="After-care"),
    CaseState.HANDED_OVER: Text(sv="Överlämnad", en="Handed over"),
    CaseState.CANCELLED: Text(sv="Avbruten", en="Cancelled"),
}
