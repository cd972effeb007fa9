"""What is kept so that it can be read again, and must not lie open in the database: PIN codes, webhook secrets."""

from __future__ import annotations

from cryptography.fernet import Fernet

from infra.settings import get_settings


def vault() -> Fernet:
    """The lock whose key is `VAXLA_PIN_KEY`."""
    return Fernet(get_settings().pin_key.get_secret_value())
