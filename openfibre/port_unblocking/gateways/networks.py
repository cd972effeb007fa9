"""The client of each network, made once a process; its secret is kept sealed in the database."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from cryptography.fernet import Fernet

from infra.settings import get_settings
from openfibre.port_unblocking.gateways.on_api import OnApi
from openfibre.port_unblocking.models import UnblockingNetwork

_MOST_NETWORKS: Final = 64


def seal(secret: str) -> bytes:
    """Encrypt a network's secret for the database."""
    return _vault().encrypt(secret.encode())


def _vault() -> Fernet:
    return Fernet(get_settings().pin_key.get_secret_value())


def client_of(network: UnblockingNetwork) -> OnApi:
    """The client of a network. A changed address or secret gets a client of its own."""
    return _client(network.base_url, network.login, network.sealed_secret or b"")


@lru_cache(maxsize=_MOST_NETWORKS)
def _client(base_url: str, login: str, sealed: bytes) -> OnApi:
    secret = _vault().decrypt(sealed).decode()
    return OnApi(base_url, login, secret, get_settings().gateway_timeout_seconds)
