"""Seal a file for one receiver with age: what we keep can be opened by nobody but them (KO-03, GDPR)."""

from __future__ import annotations

from typing import Any

import pyrage

from openfibre.operator_change.domain.errors import RECIPIENT_KEY_INVALID


def _recipient(key: str) -> Any:
    try:
        return pyrage.x25519.Recipient.from_str(key.strip())
    except (pyrage.RecipientError, ValueError) as wrong:
        raise RECIPIENT_KEY_INVALID.error("age_recipient") from wrong


def checked_key(key: str) -> str:
    """A receiver's public key, tidied. Raises `RECIPIENT_KEY_INVALID`."""
    return str(_recipient(key))


def seal(content: bytes, key: str) -> bytes:
    """The content, for the holder of the private key only. Raises `RECIPIENT_KEY_INVALID`."""
    return bytes(pyrage.encrypt(content, [_recipient(key)]))
