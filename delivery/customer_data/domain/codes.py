"""Everything a check can find, in words: what happened, what it means, what to do, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from delivery.customer_data.domain.sheets import column_letter
from kernel.language import Language, Text

LONGEST_QUOTE: Final = 60


class Severity(StrEnum):
    """An error must be mended before the data can be used; a warning should be looked at."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Stable names of findings; they never change, the words may."""

    NAME_MISSING = "NAME_MISSING"
    EMAIL_INVALID = "EMAIL_INVALID"
    EMAIL_DUPLICATE = "EMAIL_DUPLICATE"
    PHONE_INVALID = "PHONE_INVALID"
    PHONE_FOREIGN = "PHONE_FOREIGN"
    NUMBER_DUPLICATE = "NUMBER_DUPLICATE"
    EXTENSION_INVALID = "EXTENSION_INVALID"
    EXTENSION_DUPLICATE = "EXTENSION_DUPLICATE"
    SUBSCRIPTION_UNKNOWN = "SUBSCRIPTION_UNKNOWN"
    SIM_TYPE_UNKNOWN = "SIM_TYPE_UNKNOWN"
    GROUP_MEMBER_UNKNOWN = "GROUP_MEMBER_UNKNOWN"
    SERIES_INVALID = "SERIES_INVALID"
    HEADER_MISSING = "HEADER_MISSING"
    FILE_UNREADABLE = "FILE_UNREADABLE"
    FILE_TOO_LARGE = "FILE_TOO_LARGE"
    HEADER_UNMAPPED = "HEADER_UNMAPPED"
    TRUNK_ZERO_RESTORED = "TRUNK_ZERO_RESTORED"
    FORMULA_UNCALCULATED = "FORMULA_UNCALCULATED"


WARNINGS: Final = frozenset({Code.HEADER_UNMAPPED, Code.TRUNK_ZERO_RESTORED, Code.FORMULA_UNCALCULATED})

TEXTS: Final[dict[Code, Text]] = {
    Code.NAME_MISSING: Text(
        sv="Namnet saknas. Utan namn kan vi inte lägga upp raden i växeln. Fyll i namnet, "
        "eller töm hela raden om den inte ska vara med.",
        en="The name is missing. Without a name we cannot set the row up in the switchboard. Fill in the "
        "name, or clear the whole row if it should not be there.",
    ),
    Code.EMAIL_INVALID: Text(
        sv="«{value}» är ingen e-postadress som går att skicka till. Användaren får då inget startmejl. "
        "Skriv adressen som namn@företag.se, utan mellanslag.",
        en="“{value}” is no email address that can be sent to. The user would get no start mail. "
        "Write the address as name@company.se, without spaces.",
    ),
    Code.EMAIL_DUPLICATE: Text(
        sv="«{value}» står redan på {first}. Två användare kan inte dela adress, eftersom startmejlet är "
        "personligt. Ge den här användaren en egen adress, eller ta bort raden om personen står två gånger.",
        en="“{value}” already stands on {first}. Two users cannot share an address, as the start mail is "
        "personal. Give this user an address of their own, or remove the row if the person is listed twice.",
    ),
    Code.PHONE_INVALID: Text(
        sv="«{value}» är inget svenskt telefonnummer som går att flytta. Numret kan inte beställas. "
        "Rätta det, till exempel som 070-174 06 05 eller 08-465 004 00, eller lämna cellen tom.",
        en="“{value}” is no Swedish telephone number that can be ported. The number cannot be ordered. "
        "Correct it, for example as 070-174 06 05 or 08-465 004 00, or leave the cell blank.",
    ),
    Code.PHONE_FOREIGN: Text(
        sv="«{value}» är ett utländskt nummer. Bara svenska fasta nummer och mobilnummer kan flyttas. "
        "Skriv ett svenskt nummer eller lämna cellen tom, så får användaren ett nytt.",
        en="“{value}” is a foreign number. Only Swedish fixed and mobile numbers can be ported. "
        "Write a Swedish number, or leave the cell blank and the user gets a new one.",
    ),
    Code.NUMBER_DUPLICATE: Text(
        sv="Numret «{value}» står redan på {first}. Ett nummer kan bara höra till en. "
        "Ta bort det på den rad där det inte hör hemma.",
        en="The number “{value}” already stands on {first}. A number can belong to one only. "
        "Remove it from the row where it does not belong.",
    ),
    Code.EXTENSION_INVALID: Text(
        sv="«{value}» fungerar inte som anknytning. En anknytning är två till sex siffror. "
        "Skriv bara siffrorna, till exempel 200.",
        en="“{value}” does not work as an extension. An extension is two to six digits. "
        "Write the digits only, for example 200.",
    ),
    Code.EXTENSION_DUPLICATE: Text(
        sv="Anknytningen {value} står redan på {first}. Då vet växeln inte vem som ska ringas. "
        "Ge en av dem en annan anknytning.",
        en="Extension {value} already stands on {first}. The switchboard would not know whom to ring. "
        "Give one of them another extension.",
    ),
    Code.SUBSCRIPTION_UNKNOWN: Text(
        sv="«{value}» är inget abonnemang i ert avtal. Vi vet då inte vad som ska beställas. "
        "Välj ett av: {allowed}.",
        en="“{value}” is no subscription in your agreement. We do not know what to order. "
        "Choose one of: {allowed}.",
    ),
    Code.SIM_TYPE_UNKNOWN: Text(
        sv="«{value}» är ingen sorts SIM som vi känner till. Vi vet då inte om ett kort ska skickas. "
        "Välj ett av: {allowed}.",
        en="“{value}” is no kind of SIM that we know. We do not know whether to send a card. "
        "Choose one of: {allowed}.",
    ),
    Code.GROUP_MEMBER_UNKNOWN: Text(
        sv="Medlemmen «{value}» går inte att para ihop med precis en användare i listan. Gruppen skulle bli "
        "utan den medlemmen. Skriv medlemmens anknytning, e-post eller hela namn som i användarlistan.",
        en="The member “{value}” cannot be matched to exactly one user in the list. The group would lack "
        "that member. Write the member's extension, email or full name as in the user list.",
    ),
    Code.SERIES_INVALID: Text(
        sv="«{value}» är ingen svensk nummerserie. Serien kan inte flyttas. Skriv första och sista numret, "
        "till exempel 08-465 004 00–99; en serie är högst 10 000 nummer i samma riktnummerområde.",
        en="“{value}” is no Swedish number series. The series cannot be ported. Write the first and the "
        "last number, for example 08-465 004 00–99; a series is at most 10,000 numbers in one area.",
    ),
    Code.HEADER_MISSING: Text(
        sv="Vi hittar ingen användarlista: ingen rad bland de första har rubriker för både namn och e-post. "
        "Därför har inget lästs in. Lägg till rubrikerna Förnamn, Efternamn och E-post, eller använd mallen.",
        en="We find no list of users: none of the first rows has headings for both name and email. So "
        "nothing was read. Add the headings First name, Last name and Email, or use the template.",
    ),
    Code.FILE_UNREADABLE: Text(
        sv="Filen går inte att läsa. {why} Inget har lästs in. Spara listan som vanlig Excel-arbetsbok (.xlsx) "
        "eller CSV, utan lösenord, och ladda upp den igen.",
        en="The file cannot be read. {why} Nothing was read. Save the list as an ordinary Excel workbook "
        "(.xlsx) or CSV, without a password, and upload it again.",
    ),
    Code.FILE_TOO_LARGE: Text(
        sv="Filen är för stor. {why} Inget har lästs in. Kopiera bara de rader och kolumner som används till "
        "en ny fil, eller dela upp den i flera.",
        en="The file is too large. {why} Nothing was read. Copy only the rows and columns in use to a new "
        "file, or split it into several.",
    ),
    Code.HEADER_UNMAPPED: Text(
        sv="Vi vet inte vad kolumnen «{value}» är. Det som står i den läses inte in. "
        "Byt rubrik eller peka ut vad kolumnen är; annars behöver du inte göra något.",
        en="We do not know what the column “{value}” is. What stands in it is not read. "
        "Rename it or point out what it is; otherwise you need not do anything.",
    ),
    Code.TRUNK_ZERO_RESTORED: Text(
        sv="Talet {value} saknade sin första nolla, som Excel tar bort. Vi har läst det som {number}. "
        "Kontrollera att det stämmer; då behöver du inte göra något.",
        en="The figure {value} had lost its leading zero, which Excel removes. We read it as {number}. "
        "Check that this is right; then you need not do anything.",
    ),
    Code.FORMULA_UNCALCULATED: Text(
        sv="I cellen står formeln «{value}» och inget uträknat värde. Vi räknar inte, utan läser cellen som tom. "
        "Öppna filen i Excel och spara den, eller klistra in värdet i stället för formeln.",
        en="The cell holds the formula “{value}” and no calculated value. We do not calculate, and read the "
        "cell as blank. Open the file in Excel and save it, or paste the value in place of the formula.",
    ),
}

BLANK_TEXTS: Final[dict[Code, Text]] = {
    Code.EMAIL_INVALID: Text(
        sv="E-postadressen saknas. Användaren får då inget startmejl. Fyll i adressen.",
        en="The email address is missing. The user would get no start mail. Fill in the address.",
    ),
    Code.HEADER_UNMAPPED: Text(
        sv="En kolumn saknar rubrik. Det som står i den läses inte in. "
        "Skriv en rubrik eller peka ut vad kolumnen är; annars behöver du inte göra något.",
        en="A column has no heading. What stands in it is not read. "
        "Give it a heading or point out what it is; otherwise you need not do anything.",
    ),
    Code.SERIES_INVALID: Text(
        sv="Nummerserien saknas på raden. Utan den vet vi inte vad som ska flyttas. Skriv första och sista "
        "numret, till exempel 08-465 004 00–99, eller töm hela raden.",
        en="The row lacks its number series. Without it we do not know what to port. Write the first and the "
        "last number, for example 08-465 004 00–99, or clear the whole row.",
    ),
}
"""What is said instead when nothing stands in the cell."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding in one cell, or in the file as a whole (then sheet, row and column are None).

    `row` counts from 1 and `column` from 0. `facts` fill the texts: the offending `value` and what else the
    code's text names.
    """

    code: Code
    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    heading: str = ""
    value: str = ""
    facts: tuple[tuple[str, str | Text], ...] = ()

    @property
    def severity(self) -> Severity:
        return Severity.WARNING if self.code in WARNINGS else Severity.ERROR

    @property
    def letter(self) -> str | None:
        """The letter over the column, as the person sees it."""
        return None if self.column is None else column_letter(self.column)

    def text(self, language: Language) -> str:
        """What happened, what it means, what to do."""
        facts = {k: v.in_(language) if isinstance(v, Text) else v for k, v in self.facts}
        blank = None if self.value else BLANK_TEXTS.get(self.code)
        words = (blank or TEXTS[self.code]).format(language, value=_quoted(self.value), **facts)
        return " ".join(words.split())

    def where(self, language: Language) -> str:
        """The place in words: `Användare, rad 33, D Mobil`."""
        word = Text(sv="rad", en="row").in_(language)
        parts = [self.sheet, self.row and f"{word} {self.row}", f"{self.letter or ''} {self.heading}".strip()]
        return ", ".join(str(part) for part in parts if part)

    def as_json(self) -> dict[str, str | int | None]:
        """The shape that outside checks rely on."""
        return {"sheet": self.sheet, "row": self.row, "column": self.letter, "code": self.code.value}


def _quoted(value: str) -> str:
    return value if len(value) <= LONGEST_QUOTE else value[: LONGEST_QUOTE - 1] + "…"
