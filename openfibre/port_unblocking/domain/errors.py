"""What port unblocking refuses, and why."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

ADDRESS_NOT_CONFIRMED = spec(
    "ADDRESS_NOT_CONFIRMED",
    ErrorKind.CONFLICT,
    sv="Adress och lägenhet måste stämmas av med konsumenten först (G1). Fyll i avstämningen.",
    en="Address and apartment must be checked with the consumer first (G1). Fill in the verification.",
)
OWN_SERVICES_NOT_RULED_OUT = spec(
    "OWN_SERVICES_NOT_RULED_OUT",
    ErrorKind.CONFLICT,
    sv="Bekräfta först att tjänsterna på porten inte är konsumentens egna (G2). Annars är det ett vanligt byte.",
    en="First confirm that the services on the port are not the consumer's own (G2). Else it is a plain switch.",
)
TERMINATION_NOT_DECIDED = spec(
    "TERMINATION_NOT_DECIDED",
    ErrorKind.CONFLICT,
    sv="Konsumenten måste ha bestämt att tjänsterna ska avslutas vid aktiveringen (G3).",
    en="The consumer must have decided that the services end at activation (G3).",
)
SERVICE_NAMED_TWICE = spec(
    "SERVICE_NAMED_TWICE",
    ErrorKind.INVALID,
    sv="Ange en till {most} olika tjänster. Varje tjänst nämns en gång.",
    en="Name one to {most} different services. Each service is named once.",
)
NOT_FORCIBLE = spec(
    "NOT_FORCIBLE",
    ErrorKind.CONFLICT,
    sv="Nätets operatör tillåter ingen forcerad beställning här (G4). Ärendet handläggs för hand.",
    en="The network's operator allows no forced order here (G4). The case is handled by hand.",
)
ACCESS_HAS_OPEN_CASE = spec(
    "ACCESS_HAS_OPEN_CASE",
    ErrorKind.CONFLICT,
    sv="Porten har redan en pågående avblockering (G5). Vänta tills den är avslutad.",
    en="The port already has an unblocking under way (G5). Wait until it has ended.",
)
REPEAT_NEEDS_APPROVAL = spec(
    "REPEAT_NEEDS_APPROVAL",
    ErrorKind.CONFLICT,
    sv="En tidigare beställning på porten ångrades nyss. Till {until} måste nätägaren godkänna en ny.",
    en="An earlier order on the port was undone lately. Until {until} the network owner must approve a new one.",
)
NOT_THE_DISPLACED_PROVIDER = spec(
    "NOT_THE_DISPLACED_PROVIDER",
    ErrorKind.FORBIDDEN,
    sv="Bara den leverantör vars tjänst avaktiverades kan begära återaktivering (G6).",
    en="Only the provider whose service was deactivated may ask for reactivation (G6).",
)
NO_SNAPSHOT = spec(
    "NO_SNAPSHOT",
    ErrorKind.CONFLICT,
    sv="Det finns ingen sparad bild av porten att återställa till (G6). Nätägaren får göra det för hand.",
    en="There is no stored picture of the port to restore to (G6). The network owner must do it by hand.",
)
WINDOW_CLOSED = spec(
    "WINDOW_CLOSED",
    ErrorKind.CONFLICT,
    sv="Svarstiden är slut (G6). Bestridandet har blivit ett eget ärende hos nätägaren.",
    en="The time to answer is over (G6). The dispute has become a case of its own with the network owner.",
)
LETTER_ADDRESS_WRONG = spec(
    "LETTER_ADDRESS_WRONG",
    ErrorKind.INVALID,
    sv="{value} är ingen e-postadress. Lämna fältet tomt om ni själva skickar bekräftelsen.",
    en="{value} is no e-mail address. Leave the field empty if you send the confirmation yourselves.",
)
PERSONAL_NUMBER_IN_REFERENCE = spec(
    "PERSONAL_NUMBER_IN_REFERENCE",
    ErrorKind.INVALID,
    sv="Fältet {name} ser ut att innehålla ett personnummer. Använd en egen referens, högst 36 tecken.",
    en="The field {name} seems to hold a personal number. Use a reference of your own, at most 36 characters.",
)
UNKNOWN_NETWORK = spec(
    "UNKNOWN_NETWORK",
    ErrorKind.INVALID,
    sv="Nätet {value} finns inte här. Välj ett av: {known}.",
    en="There is no network {value} here. Choose one of: {known}.",
)
PROVIDER_NOT_REGISTERED = spec(
    "PROVIDER_NOT_REGISTERED",
    ErrorKind.FORBIDDEN,
    sv="Er organisation är inte registrerad som tjänsteleverantör i fibernäten. Hör av er till nätägaren.",
    en="Your organisation is not registered as a service provider in the fibre networks. Contact the owner.",
)
ALREADY_REGISTERED = spec(
    "ALREADY_REGISTERED",
    ErrorKind.CONFLICT,
    sv="{value} är redan registrerad.",
    en="{value} is registered already.",
)
NOT_BY_HAND = spec(
    "NOT_BY_HAND",
    ErrorKind.CONFLICT,
    sv="Nätets operatör nås maskinellt. Det som står på porten läses därifrån och skrivs inte in för hand.",
    en="The network's operator is reached by machine. What stands on the port is read there, not typed in.",
)
CHECK_NOT_BY_HAND = spec(
    "CHECK_NOT_BY_HAND",
    ErrorKind.CONFLICT,
    sv="Svaret om porten hämtas maskinellt från nätets operatör och skrivs inte in för hand.",
    en="The answer about the port is fetched from the network's operator, not typed in.",
)
ANSWER_DAYS_WRONG = spec(
    "ANSWER_DAYS_WRONG",
    ErrorKind.INVALID,
    sv="Svarstiden ska vara 1–{most} dagar; rekommendationen är {usual}.",
    en="The time to answer is 1–{most} days; the recommendation is {usual}.",
)
FREEZE_BACKWARDS = spec(
    "FREEZE_BACKWARDS",
    ErrorKind.INVALID,
    sv="Nätfrysen slutar ({ends}) innan den börjar ({starts}).",
    en="The freeze ends ({ends}) before it begins ({starts}).",
)
CONTACT_IN_FUTURE = spec(
    "CONTACT_IN_FUTURE",
    ErrorKind.INVALID,
    sv="Kontakten kan inte ha skett senare än nu.",
    en="The contact cannot have been made later than now.",
)
