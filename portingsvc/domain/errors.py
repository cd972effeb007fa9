"""What the porting service refuses, and why."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

PORT_DATE_TOO_EARLY = spec(
    "PORT_DATE_TOO_EARLY",
    ErrorKind.INVALID,
    sv="{number} kan inte flyttas {wanted}. Tidigast {earliest}. {reason}",
    en="{number} cannot be ported {wanted}. The earliest date is {earliest}. {reason}",
)
NUMBERS_REFUSED = spec(
    "NUMBERS_REFUSED",
    ErrorKind.INVALID,
    sv="{count} av numren kan inte beställas: {listed}. Rätta eller ta bort dem; inget har beställts.",
    en="{count} of the numbers cannot be ordered: {listed}. Correct or remove them; nothing was ordered.",
)
NUMBER_ALREADY_IN_PORTING = spec(
    "NUMBER_ALREADY_IN_PORTING",
    ErrorKind.CONFLICT,
    sv="{number} är redan med i en pågående flytt. Ett nummer kan bara flyttas en gång i taget.",
    en="{number} is already part of a port under way. A number can only be ported once at a time.",
)
MANDATE_MISSING = spec(
    "MANDATE_MISSING",
    ErrorKind.CONFLICT,
    sv="Det saknas en undertecknad fullmakt för {listed} hos {donor}.",
    en="There is no signed mandate for {listed} at {donor}.",
)
MANDATE_NAME_MISSING = spec(
    "MANDATE_NAME_MISSING",
    ErrorKind.INVALID,
    sv="Skriv ditt för- och efternamn för att skriva under.",
    en="Write your first and last name to sign.",
)
CONTACT_REQUIRED = spec(
    "CONTACT_REQUIRED",
    ErrorKind.CONFLICT,
    sv="Ett nytt försök görs först när kunden har kontaktats. Anteckna kontakten först.",
    en="A second attempt is made only after contact with the customer. Record the contact first.",
)
NOTHING_CHANGED = spec(
    "NOTHING_CHANGED",
    ErrorKind.INVALID,
    sv="Uppgifterna är desamma som operatören sa nej till. Ändra något, eller skriv varför det ska gå nu.",
    en="The data is what the operator said no to. Change something, or say why it will work now.",
)
FEE_NOT_ACCEPTED = spec(
    "FEE_NOT_ACCEPTED",
    ErrorKind.CONFLICT,
    sv="Det nya försöket kostar {amount}. Godkänn avgiften för att gå vidare.",
    en="The new attempt costs {amount}. Accept the fee to go on.",
)
OWNER_ID_WRONG = spec(
    "OWNER_ID_WRONG",
    ErrorKind.INVALID,
    sv="{value} är inget organisations- eller personnummer.",
    en="{value} is no organisation or personal number.",
)
RETRY_NOT_POSSIBLE = spec(
    "RETRY_NOT_POSSIBLE",
    ErrorKind.CONFLICT,
    sv="Ett nytt försök hjälper inte: {reason}",
    en="A new attempt does not help: {reason}",
)
TOO_LATE_TO_STOP = spec(
    "TOO_LATE_TO_STOP",
    ErrorKind.CONFLICT,
    sv="Sista tiden att stoppa var {deadline}. Nu går det bara framåt: återaktivering eller återportering.",
    en="The last time to stop was {deadline}. Now only forward: reactivation or a port back.",
)
