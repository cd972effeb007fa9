"""Delays: what they are, whose doing, and how that is known (NP-10, seed 003 4.2.3).

What is the customer's doing frees the operator from penalties, so a cause without evidence is none. The product
notes a delay as it happens and proposes a cause where the facts tell one; a planner confirms or changes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from kernel.errors import ErrorKind, spec
from kernel.language import Text
from kernel.workdays import workdays_between


class DelayCause(StrEnum):
    """Whose doing a delay is."""

    CUSTOMER = "customer"
    DONOR = "donor"
    US = "us"
    CARRIER = "carrier"


class DelayKind(StrEnum):
    """What was delayed."""

    REJECTION = "rejection"
    PARCEL = "parcel"
    GO_LIVE = "go_live"
    OTHER = "other"


CAUSES: Final = {
    DelayCause.CUSTOMER: Text(sv="kunden", en="the customer"),
    DelayCause.DONOR: Text(sv="tidigare operatören", en="the donor"),
    DelayCause.US: Text(sv="oss", en="us"),
    DelayCause.CARRIER: Text(sv="transportören", en="the carrier"),
}
KINDS: Final = {
    DelayKind.REJECTION: Text(sv="Nummerflytt avslagen", en="Port rejected"),
    DelayKind.PARCEL: Text(sv="Paket i retur eller bortkommet", en="Parcel returned or lost"),
    DelayKind.GO_LIVE: Text(sv="Driftstart senarelagd", en="Go-live put off"),
    DelayKind.OTHER: Text(sv="Annat", en="Other"),
}
# What a donor's code says of whose doing a rejection is, in the words of the porting service.
OF_REJECTION: Final[Mapping[str, DelayCause]] = {
    "customer": DelayCause.CUSTOMER,
    "donor": DelayCause.DONOR,
    "operator": DelayCause.US,
}

EVIDENCE_MISSING = spec(
    "EVIDENCE_MISSING",
    ErrorKind.INVALID,
    sv="Skriv hur man vet det: ett mejl, ett datum, ett svar från operatören. Utan bevis är orsaken bara ett påstående.",
    en="Say how that is known: a mail, a date, an answer of the operator. Without evidence a cause is a claim only.",
)
DELAY_DATES = spec(
    "DELAY_DATES",
    ErrorKind.INVALID,
    sv="Förseningen ska börja före den dag den slutar.",
    en="The delay must begin before the day it ends.",
)


@dataclass(frozen=True, slots=True)
class Span:
    """A delay's days and cause, as totals are made from; `cause` is none while nobody has said."""

    cause: DelayCause | None
    first_day: date
    last_day: date


def days_by_cause(spans: Iterable[Span]) -> dict[DelayCause | None, int]:
    """Working days of delay by whose doing, those without a cause apart. A day two delays share counts for each."""
    found: dict[DelayCause | None, int] = {}
    for span in spans:
        days = workdays_between(span.first_day, span.last_day)
        found[span.cause] = found.get(span.cause, 0) + days
    return found
