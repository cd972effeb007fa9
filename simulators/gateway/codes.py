"""The blocking codes of the simulated clearing house, by the reason they stand for."""

from __future__ import annotations

from typing import Final

BLOCKING_CODES: Final = {
    "OWNER_ID_MISMATCH": "01",
    "NUMBER_NOT_FOUND": "02",
    "NUMBER_NOT_AT_DONOR": "03",
    "PART_OF_SERIES": "04",
    "SERIES_MISMATCH": "05",
    "ALREADY_IN_PORTING": "06",
    "ALREADY_PORTED": "07",
    "TYPE_NOT_PORTABLE": "08",
    "DATE_NOT_POSSIBLE": "09",
    "WRONG_CONTRACT_TYPE": "10",
    "CUSTOMER_WITHDREW": "11",
    "MANDATE_INVALID": "12",
    "CONTRACT_BINDING": "13",
    "DEBT": "14",
    "PROTOCOL_ERROR": "99",
}
DONORS: Final = ("TELIA", "TELE2", "TELENOR", "TRE", "TELAVOX", "OTHER")
