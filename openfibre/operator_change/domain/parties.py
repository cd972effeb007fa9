"""Who takes part in a change of communication operator, and which agreement they stand under (KO-01, seed 000)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kernel.language import Text


class Party(StrEnum):
    """The six actors of the process."""

    NO = "NO"
    AKO = "AKO"
    TKO = "TKO"
    TLA = "TLA"
    TLU = "TLU"
    SK = "SK"


PARTY_NAMES: Final = {
    Party.NO: Text(sv="nätägare", en="network owner"),
    Party.AKO: Text(sv="avlämnande KO", en="outgoing operator"),
    Party.TKO: Text(sv="tillträdande KO", en="incoming operator"),
    Party.TLA: Text(sv="tjänsteleverantör med KO-avtal", en="provider with agreement"),
    Party.TLU: Text(sv="tjänsteleverantör utan KO-avtal", en="provider without agreement"),
    Party.SK: Text(sv="slutkund", en="end customer"),
}

# One of each in a project; of providers there are any number.
SINGLE: Final = (Party.NO, Party.AKO, Party.TKO)
PROVIDERS: Final = (Party.TLA, Party.TLU)


class AgreementType(StrEnum):
    """Typ 1: owner and outgoing operator are one (stadsnät). Typ 2: the operator is another company."""

    TYPE_1 = "1"
    TYPE_2 = "2"


class Flow(StrEnum):
    """I when migration terms bind the outgoing operator; II when nothing does."""

    I = "I"  # noqa: E741  (the process's own numeral)
    II = "II"


class Segment(StrEnum):
    """What sort of customer an access serves; one FORETAG row makes a wave mixed (D2)."""

    FORETAG = "FORETAG"
    PRIVAT = "PRIVAT"


def choose_flow(*, has_migration_terms: bool, migration_agreement_signed: bool) -> Flow:
    """Flow I is recommended; II is for when neither the old contract nor an agreement at its end has terms."""
    return Flow.I if has_migration_terms or migration_agreement_signed else Flow.II


def may_change_flow(*, data_transfer_begun: bool, service_data_sent: bool) -> bool:
    """II may become I until step 5 starts; never once Tjänstedata has been sent."""
    return not data_transfer_begun and not service_data_sent
