"""What invoicing refuses, and why."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

PRICE_MISSING = spec(
    "PRICE_MISSING",
    ErrorKind.CONFLICT,
    sv="Prislistan har inget pris på {article} den {day}. Lägg in ett pris som gäller då och kör igen.",
    en="The price list has no price of {article} on {day}. Enter one that holds then and run again.",
)
PRICE_WRONG = spec(
    "PRICE_WRONG",
    ErrorKind.INVALID,
    sv="{value} är inget pris. Skriv kronor, till exempel 129 eller 0,45.",
    en="{value} is no price. Write kronor, for example 129 or 0.45.",
)
PRICE_IN_THE_PAST = spec(
    "PRICE_IN_THE_PAST",
    ErrorKind.CONFLICT,
    sv="Priset kan inte börja gälla {valid_from}: det som redan är fakturerat ändras inte. Tidigast {earliest}.",
    en="The price cannot begin on {valid_from}: what has been invoiced does not change. Earliest {earliest}.",
)
ARTICLE_UNKNOWN = spec(
    "ARTICLE_UNKNOWN",
    ErrorKind.INVALID,
    sv="Artikeln {value} finns inte eller går inte att beställa. Välj en ur listan.",
    en="The article {value} does not exist or cannot be ordered. Choose one from the list.",
)
QUANTITY_WRONG = spec(
    "QUANTITY_WRONG",
    ErrorKind.INVALID,
    sv="{value} är inget antal. Skriv ett heltal från 1 till {most}.",
    en="{value} is no quantity. Write a whole number from 1 to {most}.",
)
NUMBER_NEEDED = spec(
    "INVOICING_NUMBER_NEEDED",
    ErrorKind.INVALID,
    sv="{article} läggs på en användares abonnemang. Skriv abonnemangets svenska telefonnummer.",
    en="{article} is added to a user's subscription. Write the subscription's Swedish telephone number.",
)
FRAME_MISSING = spec(
    "FRAME_AGREEMENT_MISSING",
    ErrorKind.CONFLICT,
    sv="{article} kräver ett mobilt ramavtal som gäller {day}. Skriv in ramavtalet i villkoren först.",
    en="{article} needs a mobile frame agreement that holds on {day}. Enter the frame agreement in the terms first.",
)
ALREADY_INVOICED = spec(
    "ALREADY_INVOICED",
    ErrorKind.CONFLICT,
    sv="Det är redan fakturerat på {reference} och kan inte efterskänkas här. Kreditera i faktureringssystemet.",
    en="It has been invoiced on {reference} already and cannot be waived here. Credit it in the billing system.",
)
WORK_IS_OURS = spec(
    "FAULT_WORK_IS_OURS",
    ErrorKind.INVALID,
    sv="Arbete debiteras bara när felet inte beror på oss. Skriv vems felet var och hur det visade sig.",
    en="Work is charged only when the fault was not ours. Say whose it was and how that showed.",
)
END_TOO_EARLY = spec(
    "INVOICING_END_TOO_EARLY",
    ErrorKind.CONFLICT,
    sv="Det är fakturerat till och med {billed_to}. Avsluta den dagen eller senare.",
    en="It has been invoiced up to {billed_to}. End it on that day or later.",
)
USAGE_REFUSED = spec(
    "USAGE_FILE_REFUSED",
    ErrorKind.INVALID,
    sv="Inget lästes in, för {count} rader är fel. {first_sv}",
    en="Nothing was taken in, for {count} rows are wrong. {first_en}",
)
RUN_IN_THE_FUTURE = spec(
    "RUN_IN_THE_FUTURE",
    ErrorKind.INVALID,
    sv="Underlag kan inte göras för {as_of}: den dagen har inte kommit.",
    en="The basis cannot be made for {as_of}: that day has not come.",
)
DATE_WRONG = spec(
    "INVOICING_DATE_WRONG",
    ErrorKind.INVALID,
    sv="{value} är inget datum. Skriv till exempel 2027-04-01.",
    en="{value} is no date. Write for example 2027-04-01.",
)
SUBSCRIPTION_EXISTS = spec(
    "SUBSCRIPTION_EXISTS",
    ErrorKind.CONFLICT,
    sv="{number} har redan ett abonnemang som inte slutar före {day}. Avsluta det först.",
    en="{number} has a subscription already that does not end before {day}. End that one first.",
)
