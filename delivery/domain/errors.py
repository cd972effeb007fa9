"""What a delivery refuses, and why."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

OPTION_UNKNOWN = spec(
    "OPTION_UNKNOWN",
    ErrorKind.INVALID,
    sv="Tillvalet {unknown} finns inte. Dessa finns: {known}.",
    en="There is no option {unknown}. There are: {known}.",
)
ORG_NUMBER_INVALID = spec(
    "ORG_NUMBER_INVALID",
    ErrorKind.INVALID,
    sv="{value} är inget svenskt organisationsnummer. Skriv tio siffror, till exempel 556012-5790.",
    en="{value} is no Swedish organisation number. Write ten digits, for example 556012-5790.",
)
ROLE_NOT_OFFERED = spec(
    "ROLE_NOT_OFFERED",
    ErrorKind.INVALID,
    sv="Välj vad personen ska hjälpa till med.",
    en="Choose what the person shall help with.",
)
HELPER_NAME_MISSING = spec(
    "HELPER_NAME_MISSING",
    ErrorKind.INVALID,
    sv="Skriv personens namn, så att alla ser vem som svarar.",
    en="Write the person's name, so that everybody sees who answers.",
)
OWNER_ID_INVALID = spec(
    "OWNER_ID_INVALID",
    ErrorKind.INVALID,
    sv="{value} är varken organisationsnummer eller personnummer. Det ska stå som hos nuvarande operatör.",
    en="{value} is neither an organisation number nor a personal number. Write it as the present "
    "operator has it.",
)
REFERENCE_TAKEN = spec(
    "EXTERNAL_REFERENCE_TAKEN",
    ErrorKind.CONFLICT,
    sv="Ni har redan ett ärende med referensen {reference}. Inget nytt har skapats.",
    en="You already have a case with the reference {reference}. No new one was made.",
)
GO_LIVE_TOO_EARLY = spec(
    "GO_LIVE_TOO_EARLY",
    ErrorKind.INVALID,
    sv="Driftstart {wanted} är för tidigt. Tidigast {earliest}: {reason}",
    en="Go-live on {wanted} is too early. Earliest {earliest}: {reason}",
)
GO_LIVE_NOT_A_WORKING_DAY = spec(
    "GO_LIVE_NOT_A_WORKING_DAY",
    ErrorKind.INVALID,
    sv="{wanted} är ingen arbetsdag, och nummer flyttas bara på arbetsdagar. Nästa arbetsdag är {next_one}.",
    en="{wanted} is no working day, and numbers move on working days only. The next one is {next_one}.",
)
GO_LIVE_SETTLED = spec(
    "GO_LIVE_SETTLED",
    ErrorKind.CONFLICT,
    sv="Nummerflytten är redan begärd till {go_live}. Flytta beställningarna i stället, en och en.",
    en="The move of the numbers has been asked for on {go_live}. Move the orders instead, one by one.",
)
GATE_CLOSED = spec(
    "GATE_CLOSED",
    ErrorKind.CONFLICT,
    sv="{phase_sv} kan inte börja än. Det här fattas: {lacking_sv}. Gör klart det, eller gör "
    "undantag med anledning.",
    en="{phase_en} cannot begin yet. Still lacking: {lacking_en}. Finish it, or waive it with a reason.",
)
ACTIVITY_WAITS = spec(
    "ACTIVITY_WAITS",
    ErrorKind.CONFLICT,
    sv="Det här kan inte bli klart än. Först: {first_sv}.",
    en="This cannot be done yet. First: {first_en}.",
)
ACTIVITY_FOLLOWS = spec(
    "ACTIVITY_FOLLOWS",
    ErrorKind.CONFLICT,
    sv="Det här blir klart av sig självt när det stämmer; det går inte att bocka av för hand. Gör "
    "undantag om det ska hoppas över.",
    en="This becomes done by itself when it is so; it cannot be ticked by hand. Waive it if it is to"
    " be skipped.",
)
ACTIVITY_ENDED = spec(
    "ACTIVITY_ENDED",
    ErrorKind.CONFLICT,
    sv="Det här är redan klart, eller ärendet är avslutat.",
    en="This is done already, or the case has ended.",
)
DETAILS_MISSING = spec(
    "DETAILS_MISSING",
    ErrorKind.INVALID,
    sv="Det fattas uppgifter: {fields}.",
    en="Details are missing: {fields}.",
)
DATA_FROZEN = spec(
    "DATA_FROZEN",
    ErrorKind.CONFLICT,
    sv="Nummerflytten är begärd enligt era godkända uppgifter, så de kan inte bytas ut här. Kontakta"
    " er leveransplanerare.",
    en="The move has been asked for by the data you signed off, so it cannot be replaced here. "
    "Contact your delivery planner.",
)
SIGNATORY_NEEDED = spec(
    "SIGNATORY_NEEDED",
    ErrorKind.FORBIDDEN,
    sv="Bara telefoniansvarig eller firmatecknare kan godkänna uppgifterna.",
    en="Only the telephony contact or an authorised signatory can sign off the data.",
)
OPERATOR_UNCLEAR = spec(
    "OPERATOR_UNCLEAR",
    ErrorKind.INVALID,
    sv="Vi vet inte vilken operatör {count} nummer finns hos i dag, så vi kan inte begära flytten. "
    "Välj operatör för dem nedan, eller fyll i den i filen.",
    en="We do not know which operator {count} numbers are with today, so we cannot ask for the move."
    " Choose one for them below, or fill it in in the file.",
)
PREPARATION_UNFINISHED = spec(
    "PREPARATION_UNFINISHED",
    ErrorKind.INVALID,
    sv="Alla frågor ska besvaras. Kvar: {missing}.",
    en="Every question wants an answer. Left: {missing}.",
)
LEADS_WRONG = spec(
    "LEADS_WRONG",
    ErrorKind.INVALID,
    sv="Leveransledaren ska ha rollen {role} hos oss.",
    en="The delivery lead must have the role {role} with us.",
)
ADDRESS_INCOMPLETE = spec(
    "ADDRESS_INCOMPLETE",
    ErrorKind.INVALID,
    sv="Adressen saknar eller har fel i: {fields}. Ett paket behöver gata, postnummer (fem siffror) och ort.",
    en="The address lacks or has wrong: {fields}. A parcel needs street, postcode (five digits) and town.",
)
NOTHING_TO_PACK = spec(
    "NOTHING_TO_PACK",
    ErrorKind.CONFLICT,
    sv="Det finns inga tilldelade sim-kort att packa. De tilldelas allteftersom numren bekräftas.",
    en="There are no assigned SIM cards to pack. They are assigned as the numbers are confirmed.",
)
STOCK_REFUSED = spec(
    "SIM_STOCK_REFUSED",
    ErrorKind.INVALID,
    sv="Inga kort lades in, för {count} rader är fel. {first_sv}",
    en="No cards were taken in, for {count} rows are wrong. {first_en}",
)
STOCK_LEVEL_WRONG = spec(
    "STOCK_LEVEL_WRONG",
    ErrorKind.INVALID,
    sv="Skriv ett helt tal från 0 till {most}: är färre kort kvar varnar vi.",
    en="Write a whole number from 0 to {most}: with fewer cards left we warn.",
)
NUMBER_NOT_IN_CASE = spec(
    "NUMBER_NOT_IN_CASE",
    ErrorKind.INVALID,
    sv="{number} hör inte till ärendet.",
    en="{number} does not belong to the case.",
)
NUMBERS_UNREADABLE = spec(
    "NUMBERS_UNREADABLE",
    ErrorKind.INVALID,
    sv="Går inte att läsa som nummer: {listed}. Skriv ett nummer eller en serie per rad, till exempel 08-465 004 00–09.",
    en="Cannot be read as numbers: {listed}. Write one number or series a line, for instance 08-465 004 00–09.",
)
SAMPLE_IMPOSSIBLE = spec(
    "SAMPLE_IMPOSSIBLE",
    ErrorKind.CONFLICT,
    sv="Stickprov dras bland flyttade eller bekräftade nummer, och inga finns än.",
    en="The sample is drawn among ported or confirmed numbers, and there are none yet.",
)
TEST_CALL_TOO_EARLY = spec(
    "TEST_CALL_TOO_EARLY",
    ErrorKind.CONFLICT,
    sv="Testsamtal görs på driftstartsdagen, {go_live}: först då går samtalen till den nya växeln.",
    en="Test calls are made on the go-live day, {go_live}: only then do calls reach the new switchboard.",
)
GO_LIVE_DAY_NOT_HERE = spec(
    "GO_LIVE_DAY_NOT_HERE",
    ErrorKind.CONFLICT,
    sv="Driftstart är {go_live}. Innan dess kan leveransen inte sättas i drift.",
    en="Go-live is on {go_live}. The delivery cannot go live before that.",
)
HAND_OVER_TOO_EARLY = spec(
    "HAND_OVER_TOO_EARLY",
    ErrorKind.CONFLICT,
    sv="Leveransen ansvarar i två arbetsdagar efter driftstart. Överlämning tidigast {earliest}.",
    en="Delivery answers for two working days after go-live. Hand-over at the earliest {earliest}.",
)
FAULTS_OPEN = spec(
    "FAULTS_OPEN",
    ErrorKind.CONFLICT,
    sv="{count} fel är inte avhjälpta. De ska vara det innan kundservice tar över.",
    en="{count} faults are not mended. They must be before customer service takes over.",
)
CASE_PORTING_OPEN = spec(
    "CASE_PORTING_OPEN",
    ErrorKind.CONFLICT,
    sv="{count} porteringar är redan begärda. Avbryt dem först, så att inget nummer flyttas till ett"
    " avbrutet ärende.",
    en="{count} ports have been asked for. Cancel them first, so that no number moves to a cancelled case.",
)
SIM_LOCKED = spec(
    "SIM_LOCKED",
    ErrorKind.CONFLICT,
    sv="{number} flyttas just nu ({order}), och då kan inte SIM bytas. Vänta tills numret har flyttat. Ett kort som "
    "kommit bort ersätts om du anmäler det som borttappat.",
    en="{number} is being ported ({order}), and its SIM cannot be changed meanwhile. Wait until the number has "
    "moved. A card that is lost is replaced when you report it lost.",
)
SIM_STOCK_EMPTY = spec(
    "SIM_STOCK_EMPTY",
    ErrorKind.CONFLICT,
    sv="Lagret har inget ledigt {kind}. Läs in fler först; inget har bytts.",
    en="The stock has no free {kind}. Take in more first; nothing was changed.",
)
ICCID_WRONG = spec(
    "ICCID_WRONG",
    ErrorKind.INVALID,
    sv="{value} är inget kortnummer i lagret, {why_sv}. Läs av det från kortet, 19 eller 20 siffror.",
    en="{value} is no card number in stock, {why_en}. Read it from the card, 19 or 20 digits.",
)
ICCID_TAKEN = spec(
    "ICCID_TAKEN",
    ErrorKind.CONFLICT,
    sv="Kortet {iccid} är redan använt ({state_sv}). Ett kort kan bara ha en användare.",
    en="The card {iccid} has been used already ({state_en}). A card can have one user only.",
)
USER_HAS_CARD = spec(
    "USER_HAS_CARD",
    ErrorKind.CONFLICT,
    sv="{number} har redan kortet {iccid}. Byt det, eller anmäl det borttappat.",
    en="{number} has the card {iccid} already. Change it, or report it lost.",
)
SIMS_NOT_IN_HAND = spec(
    "SIMS_NOT_IN_HAND",
    ErrorKind.CONFLICT,
    sv="{count} nummer kan inte släppas: användaren har inte sitt SIM i hand ({listed}). Vänta på kvittensen, eller "
    "gör undantag med anledning.",
    en="{count} numbers cannot be let go: the user has no SIM in hand ({listed}). Wait for the receipt, or waive it "
    "with a reason.",
)
NOTHING_TO_RELEASE = spec(
    "NOTHING_TO_RELEASE",
    ErrorKind.CONFLICT,
    sv="Det finns inga bokade flyttar att släppa än. De bokas när operatörerna bekräftar.",
    en="There are no booked ports to let go yet. They are booked when the operators confirm.",
)
MANDATE_FOR_ONE = spec(
    "MANDATE_FOR_ONE",
    ErrorKind.INVALID,
    sv="En fullmakt läggs upp för antingen ett ärende eller en beställning av nummer. Ange en av dem.",
    en="A mandate is made for either a case or a porting family. Name one of them.",
)
NOBODY_TO_SIGN = spec(
    "NOBODY_TO_SIGN",
    ErrorKind.CONFLICT,
    sv="Det finns ingen med konto som kan skriva under här. Hämta dokumentet, låt kunden skriva under det på papper "
    "och lämna in det.",
    en="There is nobody with an account who can sign here. Fetch the document, let the customer sign it on paper, "
    "and file it.",
)
SIGNATURE_ASKED_TODAY = spec(
    "SIGNATURE_ASKED_TODAY",
    ErrorKind.CONFLICT,
    sv="Kunden har redan fått frågan i dag: {what}. Vänta till i morgon, eller ring.",
    en="The customer has been asked today already: {what}. Wait until tomorrow, or call.",
)
