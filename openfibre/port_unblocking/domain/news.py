"""What happens to an unblocking and to a displaced provider, in the words that providers get (AV-01, PA-02).

The words of a case go to the new provider, so they say nothing of who was displaced.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kernel.language import Text
from openfibre.port_unblocking.domain.states import CASE, DISPLACEMENT, CaseEvent, DisplacementEvent

_E, _D = CaseEvent, DisplacementEvent
_CASE: Final = {
    _E.FIND_FREE: Text(
        sv="Porten är ledig: en vanlig beställning räcker", en="The port is free: order as usual"
    ),
    _E.FIND_BLOCKED: Text(sv="Porten är upptagen av en tjänst", en="A service occupies the port"),
    _E.CORRECT_ACCESS: Text(sv="Rätt bostad angavs", en="The right dwelling was given"),
    _E.FIND_OWN_SERVICES: Text(
        sv="Tjänsterna är kundens egna: ett vanligt leverantörsbyte", en="The services are the customer's own"
    ),
    _E.DECLINE: Text(sv="Kunden avstod", en="The customer declined"),
    _E.CLEAR: Text(sv="Avblockeringen får beställas", en="The unblocking may be ordered"),
    _E.HAND_OVER: Text(sv="En person tog över ärendet", en="A person took the case over"),
    _E.SEND_FORCED: Text(sv="Tvingande beställning lades", en="A forced order was placed"),
    _E.ABANDON: Text(sv="Avblockeringen lades ned", en="The unblocking was abandoned"),
    _E.REFUSE: Text(sv="Beställningen nekades", en="The order was refused"),
    _E.RETRY: Text(sv="Beställningen görs om", en="The order is made anew"),
    _E.ACCEPT: Text(
        sv="Beställningen togs emot och bytet började", en="The order was accepted and the switch began"
    ),
    _E.FAIL: Text(sv="Bytet misslyckades", en="The switch failed"),
    _E.COMPENSATE: Text(sv="Porten är som den var före bytet", en="The port is as it was before the switch"),
    _E.ACTIVATE: Text(sv="Den nya tjänsten är i gång", en="The new service is active"),
    _E.CONTACT: Text(sv="Svarstiden löper", en="The answer window runs"),
    _E.SETTLE: Text(sv="Avblockeringen står fast", en="The unblocking stands"),
    _E.DISPUTE: Text(sv="Avblockeringen bestreds", en="The unblocking was disputed"),
    _E.REACTIVATE: Text(sv="Återställningen började", en="The restoration began"),
    _E.OVERRIDE: Text(sv="Nätägaren beslutade om återställning", en="The network owner decided to restore"),
    _E.STALL: Text(sv="Återställningen blev inte färdig", en="The restoration did not finish"),
    _E.RESTORE: Text(sv="Porten är återställd", en="The port is restored"),
    _E.INFORM: Text(sv="Kunden fick veta utgången", en="The customer was told the outcome"),
}
_DISPLACEMENT: Final = {
    _D.CONTACT: Text(
        sv="Er kund kontaktades; svarstiden löper", en="Your customer was contacted; the window runs"
    ),
    _D.CONFIRM: Text(sv="Er kund godtog avblockeringen", en="Your customer accepted the unblocking"),
    _D.DEEM: Text(sv="Er kund svarade inte i tid", en="Your customer did not answer in time"),
    _D.DISPUTE: Text(sv="Er kund bestred avblockeringen", en="Your customer disputed the unblocking"),
    _D.RESTORE: Text(sv="Er tjänst är återställd", en="Your service is restored"),
}
NEWS: Final[Mapping[str, Text]] = {
    **{f"{CASE.name}.{event}": text for event, text in _CASE.items()},
    **{f"{DISPLACEMENT.name}.{event}": text for event, text in _DISPLACEMENT.items()},
}
