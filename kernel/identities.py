"""Organisation numbers, personal and co-ordination numbers, and SIM card numbers, each with why not.

An owner id at a donor is twelve digits: `16` before an organisation number, or zeros, by the donor's habit
(NP-01; the sources differ, so each donor's row says). A sole trader's organisation number is a personal
number, and is treated as personal data wherever it is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from stdnum import luhn

_TEN: Final = 10
_TWELVE: Final = 12
_COORDINATION_SHIFT: Final = 60
_COMPANY_PREFIX: Final = "16"
_CENTURIES: Final = ("18", "19", "20")
_RECENT: Final = ("19", "20")
_VAT: Final = re.compile(r"^SE(\d{10})(?:01)?$", re.IGNORECASE)


class IdentityKind(StrEnum):
    """Who a number stands for."""

    ORGANISATION = "organisation"
    PERSON = "person"
    COORDINATION = "coordination"


class IdentityCode(StrEnum):
    """Why a number is no identity."""

    EMPTY = "EMPTY"
    NOT_DIGITS = "NOT_DIGITS"
    WRONG_LENGTH = "WRONG_LENGTH"
    WRONG_CHECK_DIGIT = "WRONG_CHECK_DIGIT"
    NOT_AN_ORGANISATION = "NOT_AN_ORGANISATION"
    NOT_A_DATE = "NOT_A_DATE"


class OwnerIdForm(StrEnum):
    """How a donor wants ten digits made twelve."""

    SIXTEEN = "sixteen"
    ZEROS = "zeros"


@dataclass(frozen=True, slots=True)
class Identity:
    """A checked identity: ten digits, and the century when it is a person's and was given."""

    kind: IdentityKind
    digits: str
    century: str = ""

    def donor_form(self, form: OwnerIdForm = OwnerIdForm.SIXTEEN) -> str:
        """The twelve digits that a donor knows the owner by.

        A person's century, where it is not known, is taken for the twentieth: see `check_identity`.
        """
        if form is OwnerIdForm.ZEROS:
            return self.digits.zfill(_TWELVE)
        if self.kind is IdentityKind.ORGANISATION:
            return _COMPANY_PREFIX + self.digits
        return (self.century or "19") + self.digits

    def shown(self) -> str:
        """As written for people; a person's last four digits are hidden."""
        if self.kind is IdentityKind.ORGANISATION:
            return f"{self.digits[:6]}-{self.digits[6:]}"
        return f"{self.digits[:6]}-****"


@dataclass(frozen=True, slots=True)
class IdentityCheck:
    """What one writing turned out to be: an identity, or the code of why not."""

    identity: Identity | None
    code: IdentityCode | None = None


def check_identity(value: str, *, today: date | None = None) -> IdentityCheck:
    """Read an organisation, personal or co-ordination number of ten or twelve digits, or a VAT number.

    Ten digits leave a person's century open. With `today` it is settled: under a hundred years old, or over
    when a plus sign stands before the last four.
    """
    text = re.sub(r"[\s\u2010-\u2015.]", "", value)
    text = _VAT.sub(r"\1", text)
    over_hundred = "+" in text
    digits = text.replace("-", "").replace("+", "")
    if not digits:
        return IdentityCheck(None, IdentityCode.EMPTY)
    if not (digits.isascii() and digits.isdigit()):
        return IdentityCheck(None, IdentityCode.NOT_DIGITS)
    century, ten = "", digits
    if len(digits) == _TWELVE:
        century, ten = digits[:2], digits[2:]
    if len(ten) != _TEN or (century and century not in (_COMPANY_PREFIX, "00", *_CENTURIES)):
        return IdentityCheck(None, IdentityCode.WRONG_LENGTH)
    if not luhn.is_valid(ten) or ten.strip("0") == "":
        return IdentityCheck(None, IdentityCode.WRONG_CHECK_DIGIT)
    person_century = century if century in _CENTURIES else ""
    if today is not None and not person_century:
        person_century = _century(ten, today, over_hundred=over_hundred)
    return _place(ten, person_century, century)


def _century(ten: str, today: date, *, over_hundred: bool) -> str:
    """The century of a person's ten digits: the last in which the day had come, or the one before that."""
    this, year = divmod(today.year, 100)
    month_day = ten[2:4] + f"{int(ten[4:6]) % _COORDINATION_SHIFT:02d}"
    to_come = (int(ten[:2]), month_day) > (year, f"{today:%m%d}")
    return str(this - to_come - over_hundred)


def _place(ten: str, person_century: str, prefix: str) -> IdentityCheck:
    """Tell organisation from person: an organisation's third digit is 2 or more (its "month" is over 19)."""
    if int(ten[2]) >= 2:  # noqa: PLR2004  (the rule of the number itself)
        if prefix in _CENTURIES:
            return IdentityCheck(None, IdentityCode.NOT_A_DATE)
        return IdentityCheck(Identity(IdentityKind.ORGANISATION, ten))
    if prefix == _COMPANY_PREFIX:
        return IdentityCheck(None, IdentityCode.NOT_AN_ORGANISATION)
    day = int(ten[4:6])
    kind = IdentityKind.COORDINATION if day > _COORDINATION_SHIFT else IdentityKind.PERSON
    day -= _COORDINATION_SHIFT if kind is IdentityKind.COORDINATION else 0
    # 29 February needs its year: without a century, one of the two will do.
    if not any(
        _is_date(century, ten[:4], day) for century in ([person_century] if person_century else _RECENT)
    ):
        return IdentityCheck(None, IdentityCode.NOT_A_DATE)
    return IdentityCheck(Identity(kind, ten, person_century))


def _is_date(century: str, year_month: str, day: int) -> bool:
    try:
        date(int(century + year_month[:2]), int(year_month[2:]), day)
    except ValueError:
        return False
    return True


class IccidCode(StrEnum):
    """Why a number is no ICCID."""

    NOT_DIGITS = "NOT_DIGITS"
    WRONG_LENGTH = "WRONG_LENGTH"
    NOT_A_SIM = "NOT_A_SIM"
    WRONG_CHECK_DIGIT = "WRONG_CHECK_DIGIT"


def check_iccid(value: str) -> IccidCode | None:
    """Why a SIM card's number is wrong; none when it is right: 19 digits with a check digit, or 20."""
    digits = re.sub(r"[\s-]", "", value)
    longest = 20
    if not (digits.isascii() and digits.rstrip("F").isdigit()):
        return IccidCode.NOT_DIGITS
    if len(digits) not in (longest - 1, longest):
        return IccidCode.WRONG_LENGTH
    if not digits.startswith("89"):
        return IccidCode.NOT_A_SIM
    # A twentieth digit is the maker's filler after the check digit, or the check digit itself.
    right = luhn.is_valid(digits[: longest - 1]) or (digits.isdigit() and luhn.is_valid(digits))
    return None if right else IccidCode.WRONG_CHECK_DIGIT
