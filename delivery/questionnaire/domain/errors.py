"""What is refused about an answer, and about answering."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

ANSWER_MISSING = spec(
    "ANSWER_MISSING",
    ErrorKind.INVALID,
    sv="Det här behöver vi ett svar på.",
    en="We need an answer to this.",
)
ANSWER_NOT_OFFERED = spec(
    "ANSWER_NOT_OFFERED",
    ErrorKind.INVALID,
    sv="«{value}» går inte längre att välja. Välj något av det som finns.",
    en="“{value}” can no longer be chosen. Choose one of what there is.",
)
TICKS_MISSING = spec(
    "TICKS_MISSING",
    ErrorKind.INVALID,
    sv="Det här är inte klart än: {left}. Kryssa i när det är gjort.",
    en="Not done yet: {left}. Tick when it is done.",
)
ANSWER_TOO_LONG = spec(
    "ANSWER_TOO_LONG",
    ErrorKind.TOO_LARGE,
    sv="Svaret är för långt. Högst {most} tecken får plats.",
    en="The answer is too long. At most {most} characters fit.",
)
EMAIL_WRONG = spec(
    "ANSWER_EMAIL",
    ErrorKind.INVALID,
    sv="«{value}» är ingen e-postadress. Skriv till exempel namn@foretag.se.",
    en="“{value}” is no e-mail address. Write for example name@company.se.",
)
PHONE_WRONG = spec(
    "ANSWER_PHONE",
    ErrorKind.INVALID,
    sv="«{value}» är inget svenskt telefonnummer. Skriv det med riktnummer, till exempel 08-465 004 00.",
    en="“{value}” is no Swedish telephone number. Write it with its area code, for example 08-465 004 00.",
)
SERIES_WRONG = spec(
    "ANSWER_SERIES",
    ErrorKind.INVALID,
    sv="«{value}» är ingen nummerserie. Skriv första och sista nummer, till exempel 08-465 004 00–19.",
    en="“{value}” is no number series. Write the first and last number, for example 08-465 004 00–19.",
)
POSTCODE_WRONG = spec(
    "ANSWER_POSTCODE",
    ErrorKind.INVALID,
    sv="«{value}» är inget svenskt postnummer. Det har fem siffror, till exempel 111 22.",
    en="“{value}” is no Swedish postcode. It has five digits, for example 111 22.",
)
OWNER_WRONG = spec(
    "ANSWER_OWNER_ID",
    ErrorKind.INVALID,
    sv="«{value}» är varken organisations- eller personnummer. Skriv tio eller tolv siffror, som på fakturan.",
    en="“{value}” is neither an organisation nor a personal number. Write ten or twelve digits, as invoiced.",
)
PEPPOL_WRONG = spec(
    "ANSWER_PEPPOL",
    ErrorKind.INVALID,
    sv="«{value}» är inget Peppol-id. Det är 0007: och organisationsnumret, eller 0088: och ett GLN.",
    en="“{value}” is no Peppol id. It is 0007: and the organisation number, or 0088: and a GLN.",
)
NUMBER_WRONG = spec(
    "ANSWER_COUNT",
    ErrorKind.INVALID,
    sv="«{value}» är inget antal. Skriv ett helt tal, 0 om det inte är några.",
    en="“{value}” is no count. Write a whole number, 0 for none.",
)
DATE_WRONG = spec(
    "ANSWER_DATE",
    ErrorKind.INVALID,
    sv="«{value}» är ingen dag. Skriv år, månad och dag, till exempel 2027-03-01.",
    en="“{value}” is no day. Write year, month and day, for example 2027-03-01.",
)
HOURS_WRONG = spec(
    "ANSWER_HOURS",
    ErrorKind.INVALID,
    sv="«{value}» går inte att läsa som tider. Skriv till exempel 8–17, eller 8–12, 13–17, eller stängt.",
    en="“{value}” cannot be read as times. Write for example 8–17, or 8–12, 13–17, or closed.",
)
EXTENSION_WRONG = spec(
    "ANSWER_EXTENSION",
    ErrorKind.INVALID,
    sv="«{value}» är ingen anknytning. Den har två till sex siffror.",
    en="“{value}” is no extension. It has two to six digits.",
)
NETWORK_WRONG = spec(
    "ANSWER_NETWORK",
    ErrorKind.INVALID,
    sv="«{value}» är ingen IP-adress. Skriv till exempel 192.0.2.10, en per rad.",
    en="“{value}” is no IP address. Write for example 192.0.2.10, one a line.",
)
ANSWERS_FROZEN = spec(
    "ANSWERS_FROZEN",
    ErrorKind.CONFLICT,
    sv="Förberedelserna är avslutade, så svaren ändras inte här längre. Be om ändringen på sidan Läget.",
    en="The preparations are over, so answers are no longer changed here. Ask for the change on the page Status.",
)
SECTION_UNFINISHED = spec(
    "SECTION_UNFINISHED",
    ErrorKind.INVALID,
    sv="{count} svar behövs innan delen är klar. Det du har skrivit är sparat.",
    en="{count} answers are needed before this part is done. What you have written is saved.",
)
FLOW_LOSES_CALLS = spec(
    "FLOW_LOSES_CALLS",
    ErrorKind.INVALID,
    sv="Samtal tappas i flödet. {first}",
    en="Calls are lost in the flow. {first}",
)
LISTS_FAULTY = spec(
    "LISTS_FAULTY",
    ErrorKind.INVALID,
    sv="Listan går inte ihop: «{value}». {first} Inget har ändrats.",
    en="The list does not add up: “{value}”. {first} Nothing has been changed.",
)
TOO_MANY_BY_HAND = spec(
    "TOO_MANY_BY_HAND",
    ErrorKind.TOO_LARGE,
    sv="Över {most} användare ändras i kalkylarket i stället. Hämta det, ändra och ladda upp.",
    en="Above {most} users are changed in the workbook instead. Get it, change it and upload it.",
)
ANSWERS_AGREE = spec(
    "ANSWERS_SIGNED_ALREADY",
    ErrorKind.CONFLICT,
    sv="Inget har ändrats sedan svaren godkändes.",
    en="Nothing has changed since the answers were signed off.",
)
DATA_FIRST = spec(
    "SIGN_DATA_FIRST",
    ErrorKind.CONFLICT,
    sv="Användare och nummer godkänns först, svaren följer med. Gå till Användare, svarsgrupper och nummer.",
    en="Users and numbers are signed off first, and the answers with them. Go to Users, groups and numbers.",
)
