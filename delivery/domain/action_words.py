"""Next actions in words. Figures of the case stand in braces."""

from __future__ import annotations

from typing import Final

from kernel.language import Text

NOTHING: Final = Text(sv="Inget kvar att göra", en="Nothing left to do")
FAULTS: Final = Text(sv="Avhjälp {faults} fel från driftstarten", en="Mend {faults} faults from go-live")
HAND_OVER: Final = Text(sv="Lämna över till kundservice", en="Hand over to customer service")
HYPERCARE: Final = Text(
    sv="Följ upp; överlämning när två arbetsdagar har gått", en="Follow up; hand-over after two working days"
)
PARKED: Final = Text(
    sv="Avgör {parked} porteringsförsök som har parkerats", en="Settle {parked} parked porting attempts"
)
CONTACT: Final = Text(
    sv="Kontakta kunden om {repairs} avslag ({rejected} nummer)",
    en="Contact the customer about {repairs} rejections ({rejected} numbers)",
)
RETRY: Final = Text(
    sv="Rätta och begär flytten igen för {repairs} avslag ({rejected} nummer)",
    en="Correct and ask again for {repairs} rejections ({rejected} numbers)",
)
STOCK: Final = Text(sv="Lägg in fler sim-kort: {short} fattas", en="Stock more SIM cards: {short} are short")
CHANGES: Final = Text(
    sv="Svara på kundens begäran om ändring ({changes})",
    en="Answer the customer's request for change ({changes})",
)
GATE: Final = Text(sv="Öppna nästa fas: {next_phase_sv}", en="Open the next phase: {next_phase_en}")
MEND: Final = Text(
    sv="Rätta felen i kunddata och ladda upp igen", en="Mend the faults in the data and upload again"
)
SIGN: Final = Text(sv="Granska och godkänn kunddata", en="Look through and sign off the customer data")
PACK: Final = Text(sv="Packa {to_pack} sim-kort", en="Pack {to_pack} SIM cards")
DISPATCH: Final = Text(
    sv="Skicka paketet med {packed} sim-kort", en="Send the parcel with {packed} SIM cards"
)
TEST_CALLS: Final = Text(
    sv="Testring huvudnumret och stickprovet ({to_call} kvar)",
    en="Call the main number and the sample ({to_call} left)",
)
DONORS: Final = Text(
    sv="Vänta på operatörernas svar för {pending} nummer",
    en="Wait for the operators to answer on {pending} numbers",
)
RECEIVE: Final = Text(
    sv="Ta emot {on_way} sim-kort och bekräfta att de har kommit",
    en="Receive {on_way} SIM cards and confirm that they have come",
)
PORT_DAY: Final = Text(sv="Vänta på driftstartsdagen", en="Wait for the go-live day")
