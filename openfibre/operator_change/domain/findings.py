"""What is found in a file: a row, a column, a code with words in both languages (KO-03)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from kernel.language import Language, Text

MOST_KEPT: Final = 500


class Weight(StrEnum):
    """An error rejects the row; a remark does not."""

    ERROR = "error"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class FindingSpec:
    """What a code means."""

    text: Text
    weight: Weight = Weight.ERROR


def _e(sv: str, en: str) -> FindingSpec:
    return FindingSpec(Text(sv=sv, en=en))


def _r(sv: str, en: str) -> FindingSpec:
    return FindingSpec(Text(sv=sv, en=en), Weight.REMARK)


FINDINGS: Final = {
    "HEADER_MISSING": _e("Kolumnen saknas.", "The column is missing."),
    "HEADER_UNKNOWN": _r("Kolumnen är okänd och läses inte.", "The column is unknown and not read."),
    "HEADER_TWICE": _e("Kolumnen finns två gånger.", "The column stands twice."),
    "REQUIRED_MISSING": _e("Värdet saknas.", "The value is missing."),
    "TOO_LONG": _e("Värdet är för långt.", "The value is too long."),
    "ACCESS_ID_INVALID": _e(
        "AccessID har 1–36 tecken: bokstäver, siffror, punkt, bindestreck.",
        "An AccessID has 1–36 characters: letters, digits, full stop, hyphen.",
    ),
    "POSTCODE_INVALID": _e("Postnummer har fem siffror.", "A postcode has five digits."),
    "APARTMENT_INVALID": _e(
        "Lägenhetsnummer har fyra siffror, med nollor.", "An apartment has four digits, zeros kept."
    ),
    "DAY_INVALID": _e("Datum skrivs 2027-05-03.", "A date is written 2027-05-03."),
    "YES_NO_INVALID": _e("Skriv J eller N.", "Write J (yes) or N (no)."),
    "VALUE_UNKNOWN": _e("Värdet är inget av dem som finns.", "The value is none of those there are."),
    "MAC_INVALID": _e("En MAC-adress har tolv hexsiffror.", "A MAC address has twelve hex digits."),
    "PERSONAL_DATA": _e(
        "Ser ut som personuppgift. Ta bort den, eller använd den skyddade profilen.",
        "Looks like personal data. Remove it, or use the protected profile.",
    ),
    "FORMULA": _e("Värdet börjar som en formel.", "The value begins like a formula."),
    "ACCESS_DUPLICATE": _e("Samma AccessID och tjänst en gång till.", "The same AccessID and service again."),
    "PORT_DUPLICATE": _e("Switchporten står på en annan rad.", "The switch port stands on another row."),
    "NEW_ID_TOO_EARLY": _e("Nytt AccessID sätts av TKO.", "The new AccessID is set by the TKO."),
    "NEW_ID_MISSING": _e("Nytt AccessID saknas.", "The new AccessID is missing."),
    "OUTLET_MISSING": _r("UttagsID saknas (avtal typ 1).", "The outlet id is missing (agreement type 1)."),
    "TL_UNKNOWN": _e("Tjänsteleverantören är inte med i projektet.", "The provider is not in the project."),
    "TL_AGREEMENT_DIFFERS": _e(
        "Stämmer inte med projektets uppgift om KO-avtal.", "Differs from the project's word on agreements."
    ),
    "ROW_NOT_IN_FLOW": _e(
        "Raden gäller en TL utan KO-avtal och får inte skickas hit.",
        "The row is of a provider without agreement and may not go here.",
    ),
    "ROW_NOT_OWN": _e("Raden gäller en annan tjänsteleverantör.", "The row is another provider's."),
    "NEW_SERVICE_MISSING": _e("Ny tjänst saknas för TL med avtal.", "The new service is missing."),
    "NEW_SERVICE_WITHOUT_AGREEMENT": _e(
        "Ny tjänst får inte stå för TL utan avtal.", "A provider without agreement has no new service."
    ),
    "OPTION_81_MISSING": _e(
        "Option 81 krävs när TL har DHCP hos TKO.", "Option 81 is needed for DHCP at TKO."
    ),
    "TECHNICAL_DIFFERS": _e(
        "Vågens tekniska migrering är {expected}.", "The wave's technical migration is {expected}."
    ),
    "CUT_OVER_DIFFERS": _e("Projektets brytpunkt är {expected}.", "The project's cut-over is {expected}."),
    "NOT_MONTH_SHIFT": _r("Brytpunkten är ej månadsskifte.", "The cut-over is no month shift."),
    "PERIOD_BACKWARDS": _e(
        "Faktureringsperioden slutar innan den börjar.", "The billing period ends before it begins."
    ),
    "CONNECT_DATE": _e("Uppkoppling: migreringsdagen eller dagen efter.", "Connect on the day or the next."),
    "CONNECT_ON_DAY_OFF": _r("Uppkopplingen är ingen arbetsdag.", "The connection is on a day off."),
    "OLD_ID_MISSING": _e(
        "AccessID i Accessdata saknas i listan: {access}.",
        "AccessID of the access data is missing: {access}.",
    ),
    "OLD_ID_UNKNOWN": _e("AccessID finns inte i Accessdata.", "The AccessID is not in the access data."),
    "NOT_ONE_TO_ONE": _e(
        "Ett gammalt AccessID ska ha ett nytt; annars krävs undantag.",
        "One old AccessID has one new; else give the exception's reason.",
    ),
    "NEW_ID_AT_TWO_ADDRESSES": _e("Nytt AccessID på två adresser.", "The new AccessID is at two addresses."),
    "ADDRESS_DIFFERS": _e("Adressen skiljer sig från Accessdata.", "The address differs from access data."),
    "OLD_SERVICE_DIFFERS": _e(
        "Tjänsten finns inte i Tjänstedata.", "The service is not in the service data."
    ),
    "TL_REFERENCE_CHANGED": _e("TL-referensen är ändrad.", "The provider's reference was changed."),
    "LISTED_TWICE": _e("Raden står två gånger i listan.", "The row stands twice in the list."),
    "NOT_IN_WAVE": _e("Ingen sådan tjänst i vågen.", "There is no such service in the wave."),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `row` as the person sees it, the heading being row 1; 0 when it is of the whole file."""

    row: int
    column: str
    code: str
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        return FINDINGS[self.code].weight is Weight.ERROR

    def stored(self) -> dict[str, Any]:
        """As it is kept: never with a value of a cell, which may be what should not be kept."""
        return {"row": self.row, "column": self.column, "code": self.code, **self.facts}


def words(stored: dict[str, Any], language: Language) -> str:
    """A kept finding for a person."""
    return FINDINGS[stored["code"]].text.format(language, **stored)


class Findings:
    """What a check has found: the first of them whole, all of them counted."""

    def __init__(self) -> None:
        self.kept: list[Finding] = []
        self.counts: Counter[str] = Counter()
        self.bad_rows: set[int] = set()

    def add(self, finding: Finding) -> None:
        self.counts[finding.code] += 1
        if finding.is_error:
            self.bad_rows.add(finding.row)
        if len(self.kept) < MOST_KEPT:
            self.kept.append(finding)

    def extend(self, found: Iterable[Finding]) -> None:
        for finding in found:
            self.add(finding)

    @property
    def is_clean(self) -> bool:
        """Whether no error was found."""
        return not self.bad_rows
