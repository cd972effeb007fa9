"""A subscription's secrets: two live while one follows the other, so that a receiver changes without a gap."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from infra.vault import vault
from partners.domain.signing import new_secret
from partners.models import WebhookSubscription

BOTH_LIVE: Final = timedelta(hours=24)


def lock_new_secret(row: WebhookSubscription, now: datetime) -> None:
    """Give a fresh secret. The one before signs too for a day."""
    row.previous_encrypted, row.previous_until = row.secret_encrypted, now + BOTH_LIVE
    row.secret_encrypted = fresh()
    row.secret_number += 1


def fresh() -> bytes:
    """A new secret, locked."""
    return vault().encrypt(new_secret().encode())


def live_secrets(row: WebhookSubscription, now: datetime) -> tuple[str, ...]:
    """The secrets that sign now, the newest first."""
    locked = [row.secret_encrypted]
    if row.previous_encrypted and row.previous_until and now < row.previous_until:
        locked.append(row.previous_encrypted)
    return tuple(vault().decrypt(each).decode() for each in locked)


def shown_secret(row: WebhookSubscription) -> str:
    """The newest secret, for the answer that shows it."""
    return vault().decrypt(row.secret_encrypted).decode()
