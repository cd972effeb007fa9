"""What a change of operator refuses, and why."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

ROUTE_NOT_IN_FLOW = spec(
    "ROUTE_NOT_IN_FLOW",
    ErrorKind.CONFLICT,
    sv="I flöde {flow} går {wanted} inte. Öppna vägar: {allowed_text}. Inget har tagits emot.",
    en="In flow {flow} there is no {wanted}. Open ways: {allowed_text}. Nothing was taken in.",
)
NOT_YOUR_PART = spec(
    "NOT_YOUR_PART",
    ErrorKind.FORBIDDEN,
    sv="Det här gör {party} i projektet, inte ni.",
    en="In this project that is for {party}, not for you.",
)
STEP_NOT_OPEN = spec(
    "STEP_NOT_OPEN",
    ErrorKind.CONFLICT,
    sv="Steget kan inte tas än. Det saknas: {lacking_text}. Gå vidare ändå kräver en anledning.",
    en="The step cannot be taken yet. Lacking: {lacking_en}. Going on regardless needs a reason.",
)
FLOW_SETTLED = spec(
    "FLOW_SETTLED",
    ErrorKind.CONFLICT,
    sv="Flödet kan inte ändras när dataöverföringen har börjat.",
    en="The flow cannot be changed once the data transfer has begun.",
)
DATA_LOCKED = spec(
    "DATA_LOCKED",
    ErrorKind.CONFLICT,
    sv="Nätfrys {first}–{last}: inga data byts. Filen har inte tagits emot.",
    en="Network freeze {first}–{last}: no data is exchanged. The file was not taken in.",
)
FREEZE_WRONG = spec(
    "FREEZE_WRONG",
    ErrorKind.INVALID,
    sv="{why_sv} Välj en period som omfattar migreringen och börjar efter sista dataleverans.",
    en="{why_en} Choose a window that includes the migration and begins after the last data.",
)
DATE_MISSING = spec(
    "DATE_MISSING",
    ErrorKind.INVALID,
    sv="Ange ett datum.",
    en="Give a date.",
)
SCHEMA_VERSION_UNKNOWN = spec(
    "SCHEMA_VERSION_UNKNOWN",
    ErrorKind.INVALID,
    sv="Filens namn ska sluta på -v{version}.csv eller -v{version}.xlsx. {given} läses inte. Hämta mallen.",
    en="The file's name must end in -v{version}.csv or -v{version}.xlsx. {given} is not read. Get the template.",
)
TABLE_UNREADABLE = spec(
    "TABLE_UNREADABLE",
    ErrorKind.INVALID,
    sv="{given} kan inte läsas: {why}. Spara som CSV (UTF-8, semikolon) eller XLSX och försök igen.",
    en="{given} cannot be read: {why}. Save as CSV (UTF-8, semicolons) or XLSX and try again.",
)
TABLE_TOO_LARGE = spec(
    "TABLE_TOO_LARGE",
    ErrorKind.TOO_LARGE,
    sv="{given} har för många rader: högst {limit} tas emot i en fil. Dela upp den.",
    en="{given} has too many rows: at most {limit} are taken in a file. Split it.",
)
RECIPIENT_KEY_MISSING = spec(
    "RECIPIENT_KEY_MISSING",
    ErrorKind.CONFLICT,
    sv="{listed} har ingen age-nyckel. Den skyddade filen kan inte låsas för dem; inget har sparats.",
    en="{listed} has no age key. The protected file cannot be sealed for them; nothing was stored.",
)
RECIPIENT_KEY_INVALID = spec(
    "RECIPIENT_KEY_INVALID",
    ErrorKind.INVALID,
    sv="Det är ingen öppen age-nyckel. Den börjar på age1 och skapas med age-keygen.",
    en="That is no public age key. It begins with age1 and is made by age-keygen.",
)
SEALED_GONE = spec(
    "SEALED_GONE",
    ErrorKind.NOT_FOUND,
    sv="Länken har gått ut eller filen är gallrad. Gör en ny länk på projektets datasida.",
    en="The link has expired or the file has been purged. Make a new link on the project's data page.",
)
CROSS_REFERENCE_LACKS = spec(
    "CROSS_REFERENCE_LACKS",
    ErrorKind.CONFLICT,
    sv="Det finns ingen felfri Migreringsdata från TKO i vågen. Skicka in den först.",
    en="The wave has no faultless migration data from the TKO. Send it in first.",
)
LIST_MISSING = spec(
    "LIST_MISSING",
    ErrorKind.CONFLICT,
    sv="Det finns ingen {kind}-lista att kvittera än.",
    en="There is no {kind} list to sign for yet.",
)
NOT_A_BLOCKER = spec(
    "NOT_A_BLOCKER",
    ErrorKind.CONFLICT,
    sv="Raden hindrar inget: den är {status}.",
    en="The row blocks nothing: it is {status}.",
)
PROVIDER_TWICE = spec(
    "PROVIDER_TWICE",
    ErrorKind.CONFLICT,
    sv="{name} är redan med i projektet.",
    en="{name} is already part of the project.",
)
VALUE_MISSING = spec(
    "VALUE_MISSING",
    ErrorKind.INVALID,
    sv="Fyll i fältet.",
    en="Fill the field in.",
)
NOT_AN_ORG_NUMBER = spec(
    "NOT_AN_ORG_NUMBER",
    ErrorKind.INVALID,
    sv="{value} är inget organisationsnummer. Skriv tio siffror, som 559999-9009.",
    en="{value} is no organisation number. Write ten digits, as 559999-9009.",
)
PROJECT_OVER = spec(
    "PROJECT_OVER",
    ErrorKind.CONFLICT,
    sv="{reference} är avslutat eller avbrutet och tar inte emot mer. Lägg upp ett nytt projekt.",
    en="{reference} is closed or cancelled and takes in no more. Open a new project.",
)
WAVE_CLOSED = spec(
    "WAVE_CLOSED",
    ErrorKind.CONFLICT,
    sv="Våg {number} är avslutad. Lägg upp en ny våg för det som återstår.",
    en="Wave {number} is closed. Lay up a new wave for what remains.",
)
