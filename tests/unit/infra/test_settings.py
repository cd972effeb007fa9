"""Production refuses to start half-configured, and says all that is wrong at once."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from infra.settings import Settings

GOOD = {
    "VAXLA_ENVIRONMENT": "production",
    "DATABASE_URL": "postgresql://vaxla@postgres/vaxla",
    "REDIS_URL": "redis://:x@redis/0",
    "VAXLA_SECRET_KEY": "mKJ4bq0qk2kZr9Zf4m2nV0q1yX8sW5tR7uE3",
    "VAXLA_PIN_KEY": "r9Zf4m2nV0q1yX8sW5tR7uE3mKJ4bq0qk2kZ",
    "VAXLA_GATEWAY_TOKEN": "V0q1yX8sW5tR7uE3mKJ4bq0qk2kZr9Zf4m2n",
    "VAXLA_TOKEN_SIGNING_KEY_FILE": "/run/secrets/key",
    "VAXLA_PUBLIC_URL": "https://vaxla.exempel.se",
    "VAXLA_CLOCK": "system",
    "VAXLA_WEBHOOK_LOOPBACK": "false",
}


def start(monkeypatch: pytest.MonkeyPatch, **other: str) -> Settings:
    for name, value in {**GOOD, **other}.items():
        monkeypatch.setenv(name, value)
    return Settings()


def test_production_starts_with_everything_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch).is_production


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", ""),
        ("REDIS_URL", ""),
        ("VAXLA_SECRET_KEY", ""),
        ("VAXLA_SECRET_KEY", "short"),
        ("VAXLA_SECRET_KEY", "changeme-changeme-changeme-changeme-changeme"),
        ("VAXLA_PIN_KEY", ""),
        ("VAXLA_GATEWAY_TOKEN", ""),
        ("VAXLA_PUBLIC_URL", "http://vaxla.exempel.se"),
        ("VAXLA_CLOCK", "virtual"),
        ("VAXLA_WEBHOOK_LOOPBACK", "true"),
    ],
)
def test_production_refuses(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    with pytest.raises(ValidationError, match="production refuses to start"):
        start(monkeypatch, **{name: value})


def test_all_that_is_wrong_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValidationError) as refused:
        start(monkeypatch, VAXLA_SECRET_KEY="", VAXLA_PIN_KEY="", DATABASE_URL="")
    for name in ("VAXLA_SECRET_KEY", "VAXLA_PIN_KEY", "DATABASE_URL"):
        assert name in str(refused.value)


def test_the_quiet_period_outlasts_a_call(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValidationError, match="must be longer"):
        start(monkeypatch, VAXLA_GATEWAY_TIMEOUT_SECONDS="5", VAXLA_GATEWAY_QUIET_SECONDS="5")
