"""How an answer is judged and tidied, one small rule a kind. Each raises `DomainError` with the way out."""

from __future__ import annotations

import ipaddress
import re
from datetime import date
from typing import Final

from delivery.customer_data.domain.values import tidy_email, tidy_extension
from delivery.questionnaire.domain import errors
from kernel.identities import IdentityKind, check_identity
from kernel.numbers import check_number, format_national, format_series

_POSTCODE: Final = re.compile(r"([1-9]\d{2})(\d{2})")
_GLN: Final = 13
_PEPPOL: Final = re.compile(r"(\d{4}):([A-Za-z0-9.\-]{1,50})")


def email(value: str) -> str:
    """An address in lower case. Raises `ANSWER_EMAIL`."""
    tidied = tidy_email(value)
    if tidied is None:
        raise errors.EMAIL_WRONG.error(value=value)
    return tidied


def phone(value: str) -> str:
    """A number in Swedish writing. Raises `ANSWER_PHONE`."""
    found = check_number(value)
    if not found.ok or found.kind != "number" or found.first is None:
        raise errors.PHONE_WRONG.error(value=value)
    return format_national(found.first)


def series(value: str) -> str:
    """A number or series in Swedish writing. Raises `ANSWER_SERIES`."""
    found = check_number(value)
    if not found.ok or found.first is None or found.last is None:
        raise errors.SERIES_WRONG.error(value=value)
    return format_series(found.first, found.last)


def extension(value: str) -> str:
    """Two to six digits. Raises `ANSWER_EXTENSION`."""
    tidied = tidy_extension(value)
    if tidied is None:
        raise errors.EXTENSION_WRONG.error(value=value)
    return tidied


def postcode(value: str) -> str:
    """Five digits as `111 22`. Raises `ANSWER_POSTCODE`."""
    found = _POSTCODE.fullmatch(re.sub(r"\s|^SE-?", "", value))
    if found is None:
        raise errors.POSTCODE_WRONG.error(value=value)
    return f"{found[1]} {found[2]}"


def owner_id(value: str) -> str:
    """The identity as it was written, when it is one. Raises `ANSWER_OWNER_ID`."""
    if check_identity(value).identity is None:
        raise errors.OWNER_WRONG.error(value=value)
    return value.strip()


def peppol_id(value: str) -> str:
    """`0007:` and an organisation number, `0088:` and a GLN, or another scheme. Raises `ANSWER_PEPPOL`."""
    found = _PEPPOL.fullmatch(re.sub(r"\s", "", value))
    if found is None or not _is_peppol(found[1], found[2]):
        raise errors.PEPPOL_WRONG.error(value=value)
    return f"{found[1]}:{found[2].replace('-', '') if found[1] in ('0007', '0088') else found[2]}"


def _is_peppol(scheme: str, number: str) -> bool:
    if scheme == "0007":
        identity = check_identity(number).identity
        return identity is not None and identity.kind is IdentityKind.ORGANISATION
    if scheme == "0088":
        digits = number.replace("-", "")
        if len(digits) != _GLN or not digits.isdigit():
            return False
        weighed = sum(int(d) * (3 if at % 2 else 1) for at, d in enumerate(digits[:-1]))
        return (10 - weighed % 10) % 10 == int(digits[-1])
    return True


def count(value: str) -> str:
    """A whole number, nought or more. Raises `ANSWER_COUNT`."""
    digits = re.sub(r"\s", "", value)
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 6:  # noqa: PLR2004
        raise errors.NUMBER_WRONG.error(value=value)
    return str(int(digits))


def day(value: str) -> str:
    """An ISO date. Raises `ANSWER_DATE`."""
    try:
        return date.fromisoformat(value.strip()).isoformat()
    except ValueError as wrong:
        raise errors.DATE_WRONG.error(value=value) from wrong


def addresses(value: str) -> str:
    """IP addresses or networks, one a line. Raises `ANSWER_NETWORK` with the first that is none."""
    lines = [line.strip() for line in re.split(r"[\n,;]", value) if line.strip()]
    for line in lines:
        try:
            ipaddress.ip_network(line, strict=False)
        except ValueError as wrong:
            raise errors.NETWORK_WRONG.error(value=line) from wrong
    return "\n".join(lines)
