"""Who and what the change of operator is about. Invented companies and people at exempel.se."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from openfibre.operator_change.domain.columns import file_name, headings
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.gateways.write_table import write_csv

BEGAN_AT: Final = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
STARTED_ON: Final = date(2027, 1, 18)
DATA_ON: Final = date(2027, 1, 26)
INFORM_ON: Final = date(2027, 5, 10)
MIGRATION_DATA_ON: Final = date(2027, 5, 18)
FREEZE: Final = (date(2027, 6, 7), date(2027, 6, 16))
TECHNICAL_ON: Final = date(2027, 6, 14)
RECONCILE_ON: Final = date(2027, 6, 16)
CUT_OVER: Final = date(2027, 7, 1)

# Key → (company, organisation number, person, address, has an agreement with the new operator).
PEOPLE: Final = {
    "NO": ("Exempelstads nät AB", "559999-9512", "Nora Nät", "nora.nat@exempel.se"),
    "AKO": ("Gamla Exempel-KO AB", "559999-9520", "Adam Avlämnar", "adam.avlamnar@exempel.se"),
    "TKO": ("Nya Exempel-KO AB", "559999-9538", "Tilda Tillträder", "tilda.tilltrader@exempel.se"),
    "TL0": ("Bredband Exempel AB", "559999-9546", "Meja Med", "meja.med@exempel.se"),
    "TL1": ("Tele Exempel AB", "559999-9553", "Tage Tele", "tage.tele@exempel.se"),
    "TL2": ("Utan Exempel AB", "559999-9561", "Ulla Utan", "ulla.utan@exempel.se"),
}
WITH_AGREEMENT: Final = ("TL0", "TL1")
WITHOUT: Final = "TL2"
OWNERS: Final = {n: "TL0" if n <= 5 else "TL1" if n <= 9 else WITHOUT for n in range(1, 13)}  # noqa: PLR2004
COMPANY_ACCESS: Final = 3

Row = dict[str, str]


def access(number: int) -> Row:
    """An access as the outgoing operator knows it."""
    return {
        "access_id_gammalt": f"EX-{number:04d}",
        "switch_id": "SW1",
        "switch_port": f"0/{number}",
        "gatunamn": "Exempelgatan",
        "gatunummer": str(number),
        "postnummer": "111 22",
        "postort": "Stockholm",
        "segment": "FORETAG" if number == COMPANY_ACCESS else "PRIVAT",
    }


def service(number: int) -> Row:
    """The service on it."""
    return {
        "access_id_gammalt": f"EX-{number:04d}",
        "tl_namn": PEOPLE[OWNERS[number]][0],
        "tl_referens": f"REF-{number}",
        "tjanst_gammal": "Bredband 100",
    }


def moved(number: int) -> Row:
    """Both as the incoming operator takes them over."""
    row = {**access(number), **service(number)}
    if OWNERS[number] == WITHOUT:
        return row
    return {**row, "access_id_nytt": f"NY-{number:04d}", "tjanst_ny": "Bredband 1000"}


def table(content: Content, rows: list[Row]) -> tuple[str, bytes, str]:
    """A file as a browser sends it."""
    names = headings(content)
    lines = [[row.get(name, "") for name in names] for row in rows]
    return file_name(content, "csv"), write_csv(names, lines), "text/csv"


def listed(numbers: list[int]) -> tuple[str, bytes, str]:
    """A Connected or Disconnected list of the migration's day."""
    names = ["access_id_gammalt", "tjanst_gammal", "datum"]
    lines = [[f"EX-{number:04d}", "Bredband 100", TECHNICAL_ON] for number in numbers]
    return "lista.csv", write_csv(names, lines), "text/csv"
