"""The web application as its callers meet it, on the real database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from accounts.usecases.api_clients import signing_keys
from infra.secrets import new_signing_key
from infra.settings import get_settings


@pytest.fixture(scope="module")
def client(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    key: Path = tmp_path_factory.mktemp("key") / "key.pem"
    key.write_bytes(new_signing_key())
    os.environ["VAXLA_TOKEN_SIGNING_KEY_FILE"] = str(key)
    get_settings.cache_clear()
    signing_keys.cache_clear()
    from entrypoints.web import make

    with TestClient(make(), raise_server_exceptions=False) as opened:
        yield opened
