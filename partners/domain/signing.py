"""How a webhook is signed: HMAC-SHA256 after Standard Webhooks (symmetric, `v1`), so any of its libraries verifies."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from typing import Final

PREFIX: Final = "whsec_"
_BYTES: Final = 32


def new_secret() -> str:
    """A fresh secret, in the form that the libraries take."""
    return PREFIX + base64.b64encode(secrets.token_bytes(_BYTES)).decode()


def signed_headers(message_id: str, at: int, body: bytes, signing_secrets: Iterable[str]) -> dict[str, str]:
    """The three headers of a message. `at` is Unix seconds; one signature for each live secret."""
    content = f"{message_id}.{at}.".encode() + body
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(at),
        "webhook-signature": " ".join(_signature(each, content) for each in signing_secrets),
    }


def _signature(secret: str, content: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(PREFIX))
    return "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
