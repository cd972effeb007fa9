"""States, problems and steps in words, for pages and the API. A test fails when one is not here."""

from __future__ import annotations

from typing import Final

from kernel.language import Text
from openfibre.port_unblocking.domain.restoration import Operation
from openfibre.port_unblocking.domain.states import CaseState, DisplacementState, OrderState

_C, _D, _O = CaseState, DisplacementState, OrderState
CASE_STATES: Final = {
    _C.CHECKED: Text(sv="Porten kontrolleras", en="Port being checked"),
    _C.EXIT_NORMAL_ORDER: Text(sv="Porten är ledig: vanlig beställning", en="Port free: ordinary order"),
    _C.VERIFYING: Text(sv="Blockerad: stäm av med konsumenten", en="Blocked: check with the consumer"),
    _C.EXIT_OPERATOR_SWITCH: Text(sv="Egna tjänster: vanligt byte", en="Own services: ordinary switch"),
    _C.EXIT_ABANDONED: Text(sv="Avbruten", en="Abandoned"),
    _C.ORDERED: Text(sv="Klar att skicka", en="Ready to send"),
    _C.FORCED_SENT: Text(sv="Forcerad beställning skickas", en="Forced order being sent"),
    _C.MANUAL: Text(sv="Handläggs för hand", en="Handled by hand"),
    _C.SWITCHING: Text(sv="Porten växlas över", en="Port being switched"),
    _C.COMPENSATING: Text(sv="Misslyckades: porten återställs", en="Failed: port being restored"),
    _C.EXIT_NOT_SWITCHED: Text(sv="Inte genomförd, porten som innan", en="Not done, port as before"),
    _C.ACTIVE_NEW: Text(sv="Nya tjänster aktiva", en="New services active"),
    _C.AWAITING_BK: Text(sv="Aktiva, svarstid löper", en="Active, time to answer runs"),
    _C.CLOSED_OK: Text(sv="Avslutad", en="Closed"),
    _C.DISPUTED: Text(sv="Bestridd", en="Disputed"),
    _C.ROLLING_BACK: Text(sv="Porten återställs", en="Port being restored"),
    _C.ROLLBACK_INCOMPLETE: Text(sv="Återställningen är inte klar", en="Restoration not complete"),
    _C.RESTORED: Text(sv="Porten är återställd", en="Port restored"),
    _C.CLOSED_ROLLED_BACK: Text(sv="Avslutad, ångrad", en="Closed, undone"),
}
DISPLACEMENT_STATES: Final = {
    _D.DISPLACED: Text(sv="Avaktiverad: kontakta konsumenten", en="Deactivated: contact the consumer"),
    _D.AWAITING: Text(sv="Svarstiden löper", en="Time to answer runs"),
    _D.CONFIRMED: Text(sv="Konsumenten har bekräftat", en="Confirmed by the consumer"),
    _D.DEEMED: Text(sv="Inget svar i tid: bekräftad", en="No answer in time: confirmed"),
    _D.DISPUTED: Text(sv="Bestridd: återställs", en="Disputed: being restored"),
    _D.RESTORED: Text(sv="Återställd", en="Restored"),
}
ORDER_STATES: Final = {
    _O.PLANNED: Text(sv="planerad", en="planned"),
    _O.BY_HAND: Text(sv="görs för hand", en="to do by hand"),
    _O.SENDING: Text(sv="skickas", en="being sent"),
    _O.IN_DOUBT: Text(sv="oviss, kontrolleras", en="in doubt, being looked up"),
    _O.SENT: Text(sv="mottagen", en="received"),
    _O.DONE: Text(sv="utförd", en="done"),
    _O.FAILED: Text(sv="misslyckad", en="failed"),
    _O.PARKED: Text(sv="parkerad", en="parked"),
}
OPERATIONS: Final = {
    Operation.ACTIVATE: Text(sv="Aktivera", en="Activate"),
    Operation.DEACTIVATE: Text(sv="Avaktivera", en="Deactivate"),
    Operation.SUSPEND: Text(sv="Spärra", en="Suspend"),
    Operation.RESUME: Text(sv="Häv spärr", en="Resume"),
}
PROBLEMS: Final = {
    "SERVICE_NOT_OFFERED": Text(
        sv="Nätet erbjuder inte tjänsten på den här porten. Avbryt och beställ en annan.",
        en="The network does not offer the service on this port. Abandon and order another.",
    ),
    "ACCESS_UNKNOWN": Text(
        sv="Nätet känner inte till porten. Kontrollera port-id.",
        en="The network does not know the port. Check its id.",
    ),
    "NETWORK_MIGRATING": Text(
        sv="Porten byter kommunikationsoperatör just nu. Vi frågar igen.",
        en="The port is changing communication operator just now. We will ask again.",
    ),
    "OPERATOR_UNREACHABLE": Text(
        sv="Nätets operatör svarar inte. Vi frågar igen.",
        en="The network's operator does not answer. We will ask again.",
    ),
    "NOT_FORCIBLE": Text(
        sv="Operatören tillåter ingen forcerad beställning här. Nätägaren tar över.",
        en="The operator allows no forced order here. The network owner takes over.",
    ),
    "ORDER_REFUSED": Text(
        sv="Operatören tog inte beställningen. Inget har ändrats på porten.",
        en="The operator did not take the order. Nothing has changed on the port.",
    ),
    "LATE_DISPUTE": Text(
        sv="En urkoppling har bestridits efter svarstiden. Nätägaren avgör.",
        en="A disconnection was disputed after the time to answer. The network owner decides.",
    ),
}
GOOD: Final = frozenset({"active_new", "closed_ok", "restored", "confirmed", "deemed", "done"})
BAD: Final = frozenset(
    {"manual", "compensating", "rollback_incomplete", "disputed", "displaced", "failed", "parked"}
)


def hue(state: str) -> str:
    """The hue of a state's badge; the words say it all without."""
    if state in GOOD:
        return "good"
    return "bad" if state in BAD else "wait"
