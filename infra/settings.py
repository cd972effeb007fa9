"""Settings, read from the environment and nowhere else. Production refuses to start half-configured."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

SECRET_LENGTH: Final = 32
_WEAK: Final = ("changeme", "secret", "default", "password", "example", "development")


class Settings(BaseSettings):
    """Everything that differs between one installation and another.

    Secrets have no default value: outside production the embedded start makes them and keeps them in the
    data folder; in production a missing or weak one stops the start with the names of all that are wrong.
    """

    model_config = SettingsConfigDict(env_prefix="VAXLA_", extra="ignore", frozen=True)

    environment: Literal["development", "test", "production"] = "development"
    database_url: SecretStr = Field(SecretStr(""), validation_alias="DATABASE_URL")
    redis_url: SecretStr = Field(SecretStr(""), validation_alias="REDIS_URL")
    data_dir: Path = Path("var")
    public_url: str = "http://127.0.0.1:8000"
    secret_key: SecretStr = SecretStr("")
    pin_key: SecretStr = SecretStr("")
    token_signing_key_file: Path | None = None
    smtp_url: str = "smtp://127.0.0.1:1025"
    mail_from: str = "Växla <leverans@exempel.se>"
    sms_url: str = ""
    sms_token: SecretStr = SecretStr("")
    sms_sender: str = "Vaxla"
    reports_secret: SecretStr = SecretStr("")
    gateway_url: str = "http://127.0.0.1:8099"
    gateway_token: SecretStr = SecretStr("")
    gateway_timeout_seconds: float = 5.0
    gateway_quiet_seconds: float = 8.0
    gateway_lease_margin_seconds: float = Field(10.0, ge=0)
    gateway_recipient: str = "VAXLA"
    donor_gateways: dict[str, str] = {}
    donor_desks: dict[str, str] = {}
    desk_mailbox: Path | None = None
    exchange_dir: Path | None = None
    dispatch_concurrency: int = Field(8, ge=1, le=64)
    fee_budget_per_day_ore: int = Field(5_000_000, ge=0)
    bankid_url: str = ""
    bankid_certificate: Path | None = None
    bankid_key: Path | None = None
    bankid_authority: Path | None = None
    carrier_url: str = ""
    carrier_token: SecretStr = SecretStr("")
    invoice_bankgiro: str = ""
    api_calls_per_minute: int = Field(1_200, ge=1)
    api_changes_per_minute: int = Field(300, ge=1)
    api_tokens_per_minute: int = Field(60, ge=1)
    webhook_loopback: bool = False
    clock: Literal["system", "virtual"] = "system"
    doorbell_seconds: float = 1.0
    log_format: Literal["json", "console"] = "json"

    @property
    def is_production(self) -> bool:
        return self.environment == "production"

    @property
    def is_embedded(self) -> bool:
        """Whether Celery runs in this process, on its in-memory transport (no Redis is named)."""
        return not self.redis_url.get_secret_value()

    @model_validator(mode="after")
    def _keep_quiet_longer_than_a_call(self) -> Self:
        if self.gateway_quiet_seconds <= self.gateway_timeout_seconds:
            raise ValueError("VAXLA_GATEWAY_QUIET_SECONDS must be longer than VAXLA_GATEWAY_TIMEOUT_SECONDS")
        return self

    @model_validator(mode="after")
    def _refuse_weak_production(self) -> Self:
        if self.is_production and (faults := list(self._faults())):
            raise ValueError("production refuses to start: " + "; ".join(faults))
        return self

    def _faults(self) -> list[str]:
        faults = [
            f"{name} is missing"
            for name, value in (
                ("DATABASE_URL", self.database_url.get_secret_value()),
                ("REDIS_URL", self.redis_url.get_secret_value()),
                ("VAXLA_TOKEN_SIGNING_KEY_FILE", self.token_signing_key_file),
            )
            if not value
        ]
        for name, secret in (
            ("VAXLA_SECRET_KEY", self.secret_key),
            ("VAXLA_PIN_KEY", self.pin_key),
            ("VAXLA_GATEWAY_TOKEN", self.gateway_token),
            *([("VAXLA_CARRIER_TOKEN", self.carrier_token)] if self.carrier_url else []),
        ):
            value = secret.get_secret_value()
            if len(value) < SECRET_LENGTH or any(weak in value.lower() for weak in _WEAK):
                faults.append(f"{name} must be a secret of {SECRET_LENGTH} characters or more, not a default")
        for name, secret in (
            ("VAXLA_SMS_TOKEN", self.sms_token),
            ("VAXLA_REPORTS_SECRET", self.reports_secret),
        ):
            if self.sms_url and len(secret.get_secret_value()) < SECRET_LENGTH:
                faults.append(
                    f"{name} must be a secret of {SECRET_LENGTH} characters or more with an SMS url"
                )
        if not self.public_url.startswith("https://"):
            faults.append("VAXLA_PUBLIC_URL must begin with https://")
        if os.environ.get("VAXLA_FAILPOINTS"):
            faults.append("VAXLA_FAILPOINTS must not be set")
        if self.clock != "system":
            faults.append("VAXLA_CLOCK must be system")
        if self.webhook_loopback:
            faults.append("VAXLA_WEBHOOK_LOOPBACK must not be set: webhooks could reach inside")
        return faults


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
