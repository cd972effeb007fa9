"""Links that prove themselves: what they are for and until when stands in them, signed with the secret key.

A link opens one thing only, named by its purpose. Nothing is stored, so none is used up; what it opens must
bear being opened twice, and must itself know when it is over.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from infra.settings import get_settings

_LONGEST: Final = 500
_SIGNATURE_BYTES: Final = 24


@dataclass(frozen=True, slots=True)
class Signed:
    """What a link said of itself, and until when it is good (UTC, whole seconds)."""

    subject: str
    until: datetime


def _signature(purpose: str, payload: str) -> bytes:
    key = get_settings().secret_key.get_secret_value().encode()
    return hmac.new(key, f"{purpose}\n{payload}".encode(), hashlib.sha256).digest()[:_SIGNATURE_BYTES]


def sign(purpose: str, subject: str, until: datetime) -> str:
    """A token for an address: `subject` is readable by whoever has it, and can be changed by nobody."""
    payload = f"{int(until.timestamp())}.{subject}"
    packed = base64.urlsafe_b64encode(payload.encode()).rstrip(b"=").decode()
    proof = base64.urlsafe_b64encode(_signature(purpose, payload)).decode()
    return f"{packed}.{proof}"


def read(purpose: str, token: str) -> Signed | None:
    """What we signed for this purpose, expired or not; none for anything else."""
    packed, _, proof = token.partition(".")
    if len(token) > _LONGEST or not packed.isascii() or not proof.isascii():
        return None
    try:
        payload = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True).decode()
        given = base64.b64decode(proof, altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeDecodeError):
        return None
    if not hmac.compare_digest(given, _signature(purpose, payload)):
        return None
    seconds, _, subject = payload.partition(".")
    return Signed(subject, datetime.fromtimestamp(int(seconds), UTC))
