"""What may not stand in clear in any table (PIN, PUK, activation codes) is locked with the PIN key (SM-03)."""

from __future__ import annotations

from cryptography.fernet import Fernet

from infra.settings import get_settings


def vault() -> Fernet:
    """The lock. It opens nothing that another key locked."""
    return Fernet(get_settings().pin_key.get_secret_value())
