"""What may stand in a cell: one small rule a kind of value. Each returns the tidy value or None for no."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from delivery.customer_data.domain.fields import squeeze
from delivery.customer_data.domain.sheets import Cell
from kernel.numbers import NumberCheck, check_number

_LOCAL: Final = r"[^\s@,;:<>()\[\]\"\\.]+(?:\.[^\s@,;:<>()\[\]\"\\.]+)*"
_LABEL: Final = r"[^\W_](?:[^\W_]|-)*"
_EMAIL: Final = re.compile(
    rf"(?=.{{3,254}}\Z)(?=[^@]{{1,64}}@){_LOCAL}@((?:{_LABEL}\.)+[^\W\d_]{{2,63}})", re.DOTALL
)
_PLAIN_EMAIL: Final = re.compile(
    r"[a-z0-9_+-]{1,32}(?:\.[a-z0-9_+-]{1,31})?@[a-z0-9]{1,60}(?:\.[a-z0-9]{1,60})?\.[a-z]{2,24}"
)
_LONGEST_LABEL: Final = 63
_FIGURES: Final = (int, float)
_EXTENSION: Final = re.compile(r"[0-9]{2,6}")


@dataclass(frozen=True, slots=True)
class Offer:
    """What the agreement lets the customer choose from, spelt as we spell it.

    `also` maps what else people write (as `squeeze` leaves it) to one of the choices.
    """

    choices: tuple[str, ...]
    also: tuple[tuple[str, str], ...] = ()

    def words(self) -> dict[str, str]:
        """Squeezed spelling to choice; a word for a choice that is not offered is left out."""
        known = {squeeze(choice): choice for choice in self.choices}
        return {word: choice for word, choice in self.also if choice in self.choices} | known

    def listed(self) -> str:
        return ", ".join(self.choices)


SUBSCRIPTIONS: Final = Offer(
    ("Mobil Bas", "Mobil Plus", "Fast", "Softphone"),
    (
        ("bas", "Mobil Bas"),
        ("mobilebasic", "Mobil Bas"),
        ("mobilebas", "Mobil Bas"),
        ("plus", "Mobil Plus"),
        ("mobileplus", "Mobil Plus"),
        ("fasttelefon", "Fast"),
        ("fasttelefoni", "Fast"),
        ("fastanknytning", "Fast"),
        ("fixed", "Fast"),
        ("landline", "Fast"),
        ("softphoneapp", "Softphone"),
        ("mjuktelefon", "Softphone"),
        ("datortelefon", "Softphone"),
    ),
)
SIM_TYPES: Final = Offer(
    ("SIM", "eSIM"),
    (
        ("simkort", "SIM"),
        ("simcard", "SIM"),
        ("fysiskt", "SIM"),
        ("fysisktsim", "SIM"),
        ("fysisktsimkort", "SIM"),
        ("plastsim", "SIM"),
        ("physicalsim", "SIM"),
        ("nanosim", "SIM"),
        ("esimkort", "eSIM"),
        ("elektronisktsim", "eSIM"),
        ("embeddedsim", "eSIM"),
    ),
)


def tidy_email(text: str) -> str | None:
    """An address in lower case, or None when no mail could reach it as written.

    Letters such as åäö are taken: in the domain (IDN) and before the @ (RFC 6531). Whether the domain exists
    is not asked. Nothing but the form is judged.
    """
    address = text.lower().removeprefix("mailto:")
    if _PLAIN_EMAIL.fullmatch(address):
        return address
    match = _EMAIL.fullmatch(address)
    if match is None:
        return None
    labels = match[1].split(".")
    return address if all(len(label) <= _LONGEST_LABEL and label[-1] != "-" for label in labels) else None


def tidy_extension(text: str) -> str | None:
    """Two to six digits, first zeros kept.

    One digit is what callers press in a menu, so it cannot be dialled as an extension. More than six would be
    taken for an outside number: the shortest Swedish local numbers that a user may dial have five or six
    digits, and no switchboard plan we know goes beyond six. 112-like emergency numbers are the switchboard's
    matter, not this rule's.
    """
    digits = text.replace(" ", "")
    return digits if _EXTENSION.fullmatch(digits) else None


def read_number(cell: Cell, text: str, *, production: bool = False) -> NumberCheck | None:
    """Judge a telephone number, given as the cell sent and its text; None when it is blank."""
    if not text:
        return None
    figure = cell.__class__ in _FIGURES
    return check_number(text, numeric_cell=figure, production=production)
