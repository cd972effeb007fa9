"""The operators that numbers come from: lead times, hours, habits. One row each (NP-02, NP-07).

Ten working days is a floor; a donor's lead for a kind of number can only be longer. The figures are
industry practice as published, not law, and are meant to be replaced by what a host operator agrees with
each donor.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING, Final

from kernel.errors import ErrorKind, spec
from kernel.identities import OwnerIdForm
from kernel.leadtime import SHORTEST_LEAD, USUAL_CUTOFF
from kernel.numbers import NumberType
from kernel.workdays import calendar

if TYPE_CHECKING:
    from kernel.workdays import Calendar

DONOR_UNKNOWN = spec(
    "DONOR_UNKNOWN",
    ErrorKind.INVALID,
    sv="Vi känner inte operatören {value}. Välj en av: {known}.",
    en="We do not know the operator {value}. Choose one of: {known}.",
)


@dataclass(frozen=True)
class Donor:
    """One present operator.

    `leads` are working days by kind of number where longer than ten; `hours` are the whole hours, Stockholm
    time, at which it ports; `stop_days` is how many working days before the port it can still be stopped;
    `fee_ore` is what it charges us for each series of a request.
    """

    code: str
    name: str
    spellings: tuple[str, ...]
    leads: Mapping[NumberType, int] = field(default_factory=dict)
    cutoff: time = USUAL_CUTOFF
    hours: tuple[int, ...] = tuple(range(8, 17))
    stop_days: int = 2
    owner_id_form: OwnerIdForm = OwnerIdForm.SIXTEEN
    fee_ore: int = 2900
    closed: frozenset[date] = frozenset()

    def lead(self, number_type: str) -> int:
        """Working days from submission to port, for a kind of number."""
        return max(SHORTEST_LEAD, self.leads.get(NumberType(number_type), SHORTEST_LEAD))

    @property
    def calendar(self) -> Calendar:
        """Its working days: Sweden's less its own closed days."""
        return calendar(self.closed)


DONORS: Final = {
    donor.code: donor
    for donor in (
        Donor("TELIA", "Telia", ("telia", "telia sverige", "teliasonera", "halebop", "fello")),
        Donor("TELE2", "Tele2", ("tele2", "tele 2", "comviq", "com hem", "comhem")),
        Donor(
            "TELENOR", "Telenor", ("telenor", "vimla", "bredbandsbolaget"), owner_id_form=OwnerIdForm.SIXTEEN
        ),
        Donor("TRE", "Tre", ("tre", "3", "hi3g", "hallon")),
        Donor("TELAVOX", "Telavox", ("telavox",)),
        Donor("OTHER", "Annan operatör", ("annan", "annan operatör", "other")),
    )
}
_BY_SPELLING: Final = {spelling: donor.code for donor in DONORS.values() for spelling in donor.spellings}
_COMPANY_FORM: Final = re.compile(r"\b(ab|sverige|sweden|publ|access|företag)\b|[().,]")


def donor_of(text: str) -> str | None:
    """The code of an operator as people write it: `Telia Sverige AB` is `TELIA`; none when unknown."""
    plain = " ".join(text.lower().split())
    shorter = " ".join(_COMPANY_FORM.sub(" ", plain).split())
    return _BY_SPELLING.get(plain) or _BY_SPELLING.get(shorter)


def donor(code: str) -> Donor:
    """The row of a code. Raises `DONOR_UNKNOWN`."""
    found = DONORS.get(code)
    if found is None:
        raise DONOR_UNKNOWN.error("donor", value=code, known=", ".join(DONORS))
    return found
