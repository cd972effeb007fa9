"""What a person at the network owner must see to at once, in words."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kernel.language import Text
from openfibre.port_unblocking.domain.window import TimerKind


class Alarm(StrEnum):
    """Why somebody is woken."""

    SWITCH_FAILED = "switch_failed"
    SWITCH_SLOW = "switch_slow"
    NOT_TOLD = "not_told"
    NO_CONTACT = "no_contact"
    ROLLBACK_SLOW = "rollback_slow"
    ROLLBACK_INCOMPLETE = "rollback_incomplete"
    NOT_EQUAL = "not_equal"
    LATE_DISPUTE = "late_dispute"
    LATE_DISPUTE_WAITS = "late_dispute_waits"
    MANUAL = "manual"


ALARMS: Final = {
    Alarm.SWITCH_FAILED: Text(
        sv="Aktiveringen misslyckades efter avaktiveringen. Porten återställs nu.",
        en="The activation failed after the deactivation. The port is being restored now.",
    ),
    Alarm.SWITCH_SLOW: Text(
        sv="Det har gått 15 minuter sedan avaktiveringen utan ny tjänst.",
        en="Fifteen minutes have passed since the deactivation without a new service.",
    ),
    Alarm.NOT_TOLD: Text(
        sv="Den befintliga leverantören har inte kunnat meddelas. Kontakta den och anteckna det.",
        en="The existing provider could not be told. Contact it and record that.",
    ),
    Alarm.NO_CONTACT: Text(
        sv="Den befintliga leverantören har inte antecknat någon kontakt. Svarstiden har inte börjat.",
        en="The existing provider has recorded no contact. The time to answer has not begun.",
    ),
    Alarm.ROLLBACK_SLOW: Text(
        sv="Återställningen har tagit mer än 15 minuter.",
        en="The restoration has taken more than fifteen minutes.",
    ),
    Alarm.ROLLBACK_INCOMPLETE: Text(
        sv="Den nya tjänsten är borta men porten är inte återställd. Nya försök görs; se till porten.",
        en="The new service is gone but the port is not restored. It is tried again; see to the port.",
    ),
    Alarm.NOT_EQUAL: Text(
        sv="Porten är inte som den var, och ingen beställning kan rätta det. Skillnaderna står i ärendet.",
        en="The port is not as it was, and no order can mend it. The differences stand in the case.",
    ),
    Alarm.LATE_DISPUTE: Text(
        sv="En urkoppling har bestridits efter svarstidens slut. Ta ställning i det nya ärendet.",
        en="A disconnection was disputed after the time to answer. Decide in the new case.",
    ),
    Alarm.LATE_DISPUTE_WAITS: Text(
        sv="En urkoppling har bestridits efter svarstidens slut. Porten är upptagen; när den blir ledig läggs ett ärende upp för ert beslut.",
        en="A disconnection was disputed after the time to answer. The port is busy; a case for your decision is opened when it is free.",
    ),
    Alarm.MANUAL: Text(
        sv="Ärendet måste handläggas för hand.",
        en="The case must be handled by hand.",
    ),
}
OF_TIMER: Final = {
    TimerKind.SWITCH_GAP: Alarm.SWITCH_SLOW,
    TimerKind.NOTICE: Alarm.NOT_TOLD,
    TimerKind.CONTACT: Alarm.NO_CONTACT,
    TimerKind.ROLLBACK: Alarm.ROLLBACK_SLOW,
}
