"""What must be there before a project or a wave goes on (open-fibre 1.14), as words for those who wait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kernel.language import Text
from openfibre.operator_change.domain.parties import Flow
from openfibre.operator_change.domain.states import ProjectEvent, WaveEvent

LACKS: Final = {
    "parties": Text(sv="nätägare, AKO och TKO", en="network owner, AKO and TKO"),
    "signed_on": Text(sv="avtalsdatum", en="the date of the agreement"),
    "started_on": Text(sv="startdatum", en="the date of the start"),
    "project_plan": Text(sv="projektplan godkänd av AKO och TKO", en="project plan agreed by AKO and TKO"),
    "communication_plan": Text(
        sv="kommunikationsplan godkänd av nätägare, TKO och TLA",
        en="communication plan agreed by owner, TKO and TLA",
    ),
    "contacts": Text(sv="kontaktpersoner hos NO, AKO, TKO", en="contacts at NO, AKO, TKO"),
    "wave": Text(sv="en våg", en="a wave"),
    "brytpunkt": Text(sv="brytpunkt", en="the cut-over"),
    "project_open": Text(sv="att projektet är i migrering", en="the project in migration"),
    "access_data": Text(sv="felfri Accessdata hos TL", en="faultless access data with providers"),
    "service_data": Text(sv="Tjänstedata hos TKO", en="service data with the TKO"),
    "forwarded": Text(
        sv="Tjänstedata vidarebefordrad av varje TLA", en="service data forwarded by every TLA"
    ),
    "changes": Text(sv="dialogen om förändringar (steg 6)", en="the dialogue on changes (step 6)"),
    "migration_data": Text(sv="felfri Migreringsdata hos TL", en="faultless migration data with providers"),
    "informed": Text(sv="information till slutkunder (steg 7)", en="information to customers (step 7)"),
    "freeze": Text(sv="nätfrys bekräftad av AKO, TKO och TLA", en="freeze confirmed by AKO, TKO and TLA"),
    "cross_reference": Text(sv="publicerad korsreferens", en="the cross-reference, published"),
    "day_after": Text(sv="att dagen efter migreringen har gått", en="the end of the day after the migration"),
    "receipts": Text(sv="kvittenser: {who}", en="receipts: {who}"),
    "blockers": Text(sv="{count} rader att reda ut", en="{count} rows to settle"),
    "waves_closed": Text(sv="att alla vågor är avslutade", en="every wave closed"),
    "brytpunkt_passed": Text(sv="att brytpunkten har passerat", en="the cut-over passed"),
    "final_bills": Text(sv="slutfakturering hos AKO och TLU", en="final billing by AKO and TLU"),
    "support_contacts": Text(sv="kontakter från NO, TKO (2 line), TLA (1 line)", en="contacts: NO, TKO, TLA"),
}

_PROJECT: Final[dict[ProjectEvent, tuple[str, ...]]] = {
    ProjectEvent.SIGN: ("parties", "signed_on"),
    ProjectEvent.START: ("started_on",),
    ProjectEvent.AGREE_PLAN: ("project_plan", "communication_plan", "contacts"),
    ProjectEvent.MIGRATE: ("wave", "brytpunkt"),
    ProjectEvent.CLOSE: ("waves_closed", "brytpunkt_passed", "final_bills", "support_contacts"),
}
_WAVE: Final[dict[WaveEvent, tuple[str, ...]]] = {
    WaveEvent.OPEN_DATA: ("project_open",),
    WaveEvent.SETTLE_DATA: ("access_data", "service_data"),
    WaveEvent.INFORM: ("changes",),
    WaveEvent.MIGRATE: ("migration_data", "cross_reference", "informed", "freeze"),
    WaveEvent.HAND_OVER: ("day_after",),
    WaveEvent.CLOSE: ("receipts", "blockers"),
}


def asked(event: ProjectEvent | WaveEvent, flow: Flow) -> tuple[str, ...]:
    """What an event asks for. In flow II service data must have been forwarded by every provider."""
    if isinstance(event, ProjectEvent):
        return _PROJECT.get(event, ())
    wanted = _WAVE.get(event, ())
    if flow is Flow.II:
        return tuple("forwarded" if each == "service_data" else each for each in wanted)
    return wanted


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is not there."""

    key: str
    text: Text


def lack(key: str, **facts: object) -> Lack:
    """A lack in words."""
    words = LACKS[key]
    return Lack(key, Text(sv=words.format("sv", **facts), en=words.format("en", **facts)))
