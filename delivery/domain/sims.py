"""The SIM stock file, and what an address needs for a parcel (SM-02, SM-03)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kernel.identities import IccidCode, check_iccid
from kernel.language import Text

SIM: Final = "SIM"
ESIM: Final = "eSIM"
_KINDS: Final = {"sim": SIM, "esim": ESIM, "e-sim": ESIM}
_POSTCODE: Final = re.compile(r"[1-9]\d{4}")
ADDRESS_FIELDS: Final = ("street", "postcode", "town")


@dataclass(frozen=True, slots=True)
class StockRow:
    """A card as its maker's file tells it."""

    row: int
    iccid: str
    kind: str
    pin: str
    puk: str
    activation: str


ICCID_FAULTS: Final = {
    IccidCode.NOT_DIGITS: Text(sv="det ska bara vara siffror", en="it should be digits only"),
    IccidCode.WRONG_LENGTH: Text(sv="det ska ha 19 eller 20 siffror", en="it should have 19 or 20 digits"),
    IccidCode.NOT_A_SIM: Text(sv="det ska börja med 89", en="it should begin with 89"),
    IccidCode.WRONG_CHECK_DIGIT: Text(
        sv="kontrollsiffran stämmer inte, så någon siffra är fel",
        en="the check digit does not agree, so a digit is wrong",
    ),
}
"""Why a card's number is wrong, in words that follow a comma."""


def read_stock(content: str) -> tuple[list[StockRow], list[tuple[int, Text]]]:
    """Read `iccid;kind;pin;puk;activation` with a heading. Returns the rows, and what is wrong by row."""
    delimiter = ";" if ";" in content.split("\n", 1)[0] else ","
    rows: list[StockRow] = []
    wrong: list[tuple[int, Text]] = []
    seen: set[str] = set()
    for number, fields in enumerate(csv.DictReader(io.StringIO(content), delimiter=delimiter), start=2):
        found = {(key or "").strip().lower(): (value or "").strip() for key, value in fields.items() if key}
        row = StockRow(
            number,
            re.sub(r"[\s-]", "", found.get("iccid", "")),
            _KINDS.get(found.get("kind", "").lower(), ""),
            found.get("pin", ""),
            found.get("puk", ""),
            found.get("activation", ""),
        )
        fault = _fault(row, seen)
        if fault is not None:
            wrong.append((number, fault))
        seen.add(row.iccid)
        rows.append(row)
    return rows, wrong


def _fault(row: StockRow, seen: Iterable[str]) -> Text | None:
    code = check_iccid(row.iccid)
    if code is not None:
        why = ICCID_FAULTS[code]
        return Text(
            sv=f"Rad {row.row}: {row.iccid or 'tomt'} är inget kortnummer, {why.sv}.",
            en=f"Row {row.row}: {row.iccid or 'empty'} is no card number, {why.en}.",
        )
    if row.iccid in seen:
        return Text(
            sv=f"Rad {row.row}: {row.iccid} finns två gånger i filen.",
            en=f"Row {row.row}: {row.iccid} stands twice in the file.",
        )
    if not row.kind:
        return Text(
            sv=f"Rad {row.row}: sorten ska vara SIM eller eSIM.", en=f"Row {row.row}: kind is SIM or eSIM."
        )
    if row.kind == SIM and not (row.pin.isdigit() and row.puk.isdigit()):
        return Text(sv=f"Rad {row.row}: PIN och PUK saknas.", en=f"Row {row.row}: PIN and PUK are missing.")
    if row.kind == ESIM and not row.activation:
        return Text(
            sv=f"Rad {row.row}: aktiveringskoden saknas.",
            en=f"Row {row.row}: the activation code is missing.",
        )
    return None


def address_faults(address: Mapping[str, str]) -> list[str]:
    """The fields of a parcel's address that are missing or wrong."""
    faults = [name for name in ADDRESS_FIELDS if not address.get(name, "").strip()]
    postcode = re.sub(r"\s", "", address.get("postcode", ""))
    if postcode and not _POSTCODE.fullmatch(postcode):
        faults.append("postcode")
    return faults
