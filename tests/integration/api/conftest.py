"""The web application as its callers meet it, on the real database."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


@pytest.fixture(scope="module")
def client(web: TestClient) -> TestClient:
    return web
