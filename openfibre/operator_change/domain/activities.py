"""Ten steps and six actors: what each does in flow I and in flow II (KO-01, seed 000).

The ids are those of the specification. Labels are our own short words with the process's terms. `due` names
the rule that dates an activity, and `proof` what closes it when that is more than somebody's word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kernel.language import Text
from openfibre.operator_change.domain.parties import Flow, Party


class Due(StrEnum):
    """What an activity's date hangs on."""

    NONE = ""
    SIGNED = "directly after signing"
    STARTED = "directly after start"
    START = "D1end"
    FEED_ACCESS = "feeder of D2"
    FEED_MIGRATION = "feeder of D3"
    ACCESS = "D2"
    MIGRATION = "D3"
    INFORM = "D4"
    FREEZE = "freeze"
    TECHNICAL = "T"
    AFTER = "T+1"
    CUT_OVER = "B"


@dataclass(frozen=True, slots=True)
class Step:
    """One of the ten steps. Steps five to nine are gone through once a wave."""

    number: int
    name: Text
    when: Text
    of_wave: bool = False


_NO_TIME: Final = Text(sv="–", en="–")
STEPS: Final = {
    step.number: step
    for step in (
        Step(1, Text(sv="Förarbeten", en="Preparations"), Text(sv="före avtal", en="before agreement")),
        Step(
            2,
            Text(sv="KO-avtal tecknat", en="Agreement signed"),
            Text(sv="direkt efter avtal", en="directly after"),
        ),
        Step(
            3,
            Text(sv="Projektet startar", en="Project starts"),
            Text(sv="4–6 månader före", en="4–6 months before"),
        ),
        Step(
            4,
            Text(sv="Projektplan", en="Project plan"),
            Text(sv="direkt efter start", en="directly after start"),
        ),
        Step(
            5,
            Text(sv="Dataöverföring", en="Data transfer"),
            Text(sv="4–6 månader före", en="4–6 months before"),
            True,
        ),
        Step(6, Text(sv="Tjänsteförändringar", en="Service changes"), _NO_TIME, True),
        Step(
            7,
            Text(sv="Information om förändringar", en="Information on changes"),
            Text(sv="senast 1 månad före", en="1 month before at the latest"),
            True,
        ),
        Step(8, Text(sv="Migrering och nätfrys", en="Migration and freeze"), _NO_TIME, True),
        Step(9, Text(sv="Kontakter, support, kvittens", en="Contacts, support, receipts"), _NO_TIME, True),
        Step(10, Text(sv="Avslut", en="Closure"), _NO_TIME),
    )
}


@dataclass(frozen=True, slots=True)
class Activity:
    """One cell of the table. `in_flow_ii` replaces the words where the flows differ in substance."""

    id: str
    words: Text
    due: Due = Due.NONE
    in_flow_ii: Text | None = None
    only: Flow | None = None

    @property
    def step(self) -> int:
        return int(self.id.split(".")[0])

    @property
    def party(self) -> Party:
        return Party(self.id.split(".")[1])

    def text(self, flow: Flow) -> Text:
        """What it is called in a flow."""
        return self.in_flow_ii if self.in_flow_ii is not None and flow is Flow.II else self.words


def _a(
    id_: str, sv: str, en: str, due: Due = Due.NONE, *, ii: Text | None = None, only: Flow | None = None
) -> Activity:
    return Activity(id_, Text(sv=sv, en=en), due, ii, only)


ACTIVITIES: Final = (
    _a("1.NO.a", "Säkra nätdata", "Secure the network data"),
    _a("1.NO.b", "Driv upphandlingen med kontrollpunkter", "Run the procurement and its checkpoints"),
    _a("1.TKO.a", "Besiktiga adressdata och viktiga tjänster", "Inspect addresses and important services"),
    _a("2.NO.a", "Informera avlämnande KO", "Inform the outgoing operator", Due.SIGNED),
    _a("2.NO.b", "Offentliggör avtalet med tillträdande KO", "Publish the agreement jointly", Due.SIGNED),
    _a("2.AKO.a", "Ta emot besked från nätägare och TKO", "Receive word from owner and TKO", Due.SIGNED),
    _a("2.AKO.b", "Berätta för TL: bytet, TKO, datum", "Tell providers: change, TKO, date", Due.SIGNED),
    _a("2.TKO.a", "Informera TL med avtal", "Inform providers with agreement", Due.SIGNED),
    _a("2.TKO.b", "Ge AKO projekt och projektledare", "Give AKO project and project lead", Due.SIGNED),
    _a("2.TKO.c", "Kontrollera viktiga tjänster på djupet", "Check important services in depth", Due.SIGNED),
    _a("2.TLA.a", "Ta emot besked från TKO och AKO", "Receive word from TKO and AKO", Due.SIGNED),
    _a("2.TLU.a", "Ta emot besked från AKO", "Receive word from AKO", Due.SIGNED),
    _a("3.AKO.a", "Ta emot besked om projektet", "Receive word of the project", Due.START),
    _a("3.AKO.b", "Ge varje TL dess adress- och tjänstedata", "Give each provider its own data", Due.START),
    _a("3.TKO.a", "Starta migreringsprojektet", "Start the migration project", Due.START),
    _a("3.TKO.b", "Sätt tidsplan och möten med AKO", "Set schedule and meetings with AKO", Due.START),
    _a("3.TKO.c", "Säg till AKO vilka TL som har avtal", "Tell AKO who has agreements", Due.START),
    _a("3.TLA.a", "Ta emot besked från TKO och AKO", "Receive word from TKO and AKO", Due.START),
    _a("3.TLU.a", "Ta emot besked från AKO", "Receive word from AKO", Due.START),
    _a("4.NO.a", "Kom överens om kommunikationsplan", "Agree the communication plan", Due.STARTED),
    _a("4.AKO.a", "Kom överens om projektplan", "Agree the project plan", Due.STARTED),
    _a("4.TKO.a", "Ta fram projektplan med AKO", "Draw up the project plan with AKO", Due.STARTED),
    _a("4.TKO.b", "Ta fram gemensam kommunikationsplan", "Draw up the communication plan", Due.STARTED),
    _a("5.AKO.a", "Skicka nätdata och hårdvara till TKO", "Send network data to TKO", Due.FEED_ACCESS),
    _a(
        "5.AKO.b",
        "Skicka tjänstedata till TKO för TL med avtal",
        "Send service data to TKO for providers with agreement",
        Due.FEED_MIGRATION,
        ii=Text(sv="Skicka tjänstedata till TL med avtal", en="Send service data to those providers"),
    ),
    _a("5.AKO.c", "Meddela TKO faktureringsperioden", "Tell TKO the billing period", Due.FEED_MIGRATION),
    _a("5.TKO.a", "Ta emot data", "Receive the data", Due.FEED_MIGRATION),
    _a("5.TLA.a", "Vidarebefordra tjänstedata", "Forward service data to TKO", Due.MIGRATION, only=Flow.II),
    _a("6.NO.a", "Dialog om förändringar", "Talk the changes through"),
    _a("6.TKO.a", "Sammanställ tjänster, portal, avbrott, stopp", "List services, portal, outage, stop"),
    _a("6.TLA.a", "Dialog med TKO och nätägare", "Talk with TKO and owner"),
    _a("7.NO.a", "Informera slutkunder tillsammans med TKO", "Inform customers with TKO", Due.INFORM),
    _a("7.TKO.a", "Informera om avbrott, stopp och portal", "Inform of outage, stop, portal", Due.INFORM),
    _a("7.TLA.a", "Informera om ändrade tjänster", "Inform of changed services", Due.INFORM),
    _a("7.TLU.a", "Informera om nedkoppling", "Inform of disconnection", Due.INFORM),
    _a("8.NO.a", "Håll nätfrysen", "Keep the freeze", Due.FREEZE),
    _a("8.AKO.a", "Stoppa provisionering", "Stop provisioning", Due.FREEZE),
    _a("8.AKO.b", "Lämna listan Disconnected", "Give the Disconnected list", Due.TECHNICAL),
    _a(
        "8.AKO.c",
        "Koppla ned slutkunder",
        "Disconnect customers",
        Due.TECHNICAL,
        ii=Text(sv="Koppla ned slutkunder hos TL", en="Disconnect the providers' customers"),
    ),
    _a("8.TKO.a", "Håll nätfrysen", "Keep the freeze", Due.FREEZE),
    _a("8.TKO.b", "Lämna listan Connected", "Give the Connected list", Due.AFTER),
    _a("8.TKO.c", "Koppla upp slutkunder", "Connect customers", Due.AFTER),
    _a("8.TLA.a", "Stoppa nyförsäljning under nätfrysen", "Stop sales during the freeze", Due.FREEZE),
    _a("8.TLU.a", "Stoppa nyförsäljning", "Stop sales for good", Due.FREEZE),
    _a("8.TLU.b", "Slutfakturera slutkunder", "Bill customers finally", Due.CUT_OVER),
    _a("8.SK.a", "Byt TL eller avsluta", "Change provider or end", Due.TECHNICAL),
    _a("9.NO.a", "Ge kontaktuppgifter för KO-avtal", "Give contacts of the agreement", Due.AFTER),
    _a("9.AKO.a", "Slutfakturera TL", "Bill providers finally", Due.CUT_OVER),
    _a(
        "9.AKO.b",
        "Stäm av nedkopplade med TKO",
        "Reconcile disconnected with TKO",
        Due.AFTER,
        ii=Text(sv="Kontrollera att alla är nedkopplade", en="Check that all are disconnected"),
    ),
    _a("9.TKO.a", "Ge kontaktuppgifter för avtal och 2 line", "Give contacts, 2nd line", Due.AFTER),
    _a(
        "9.TKO.b",
        "Stäm av uppkopplade med AKO och TL",
        "Reconcile connected with AKO and providers",
        Due.AFTER,
        ii=Text(sv="Stäm av uppkopplade med TL", en="Reconcile connected with providers"),
    ),
    _a("9.TLA.a", "Ge kontaktuppgifter för avtal och 1 line", "Give contacts, 1st line", Due.AFTER),
    _a("9.TLA.b", "Stäm av uppkopplade med TKO", "Reconcile connected with TKO", Due.AFTER),
    _a("10.TKO.a", "Avsluta projektet", "Close the project", Due.CUT_OVER),
)
ACTIVITY: Final = {each.id: each for each in ACTIVITIES}


def activities(flow: Flow) -> tuple[Activity, ...]:
    """The checklist of a flow: 53 activities in I, 54 in II."""
    return tuple(each for each in ACTIVITIES if each.only in (None, flow))


def cell(flow: Flow, step: int, party: Party) -> tuple[Activity, ...]:
    """What one actor does in one step."""
    return tuple(each for each in activities(flow) if each.step == step and each.party is party)


def rows(flow: Flow) -> Iterator[tuple[Step, tuple[tuple[Activity, ...], ...]]]:
    """The table: each step with its six cells, in the order of `Party`."""
    for step in STEPS.values():
        yield step, tuple(cell(flow, step.number, party) for party in Party)
