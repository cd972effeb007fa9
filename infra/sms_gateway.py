"""The other side of a text message, as we need it: whatever speaks this can carry ours."""

from __future__ import annotations

from functools import cache
from typing import Final, Protocol

import httpx

from infra.settings import get_settings

_TIMEOUT_SECONDS: Final = 10.0
_COME_BACK: Final = frozenset({408, 409, 425, 429})
_REFUSED, _THEIR_FAULT = 400, 500


class SmsNotTakenError(Exception):
    """The provider did not take it. `is_final` when it never will: a wrong number, a closed account."""

    def __init__(self, reason: str, *, is_final: bool) -> None:
        self.is_final = is_final
        super().__init__(reason)


class SmsGateway(Protocol):
    """A provider of text messages. Its calls are never made inside a transaction."""

    def send(self, message_id: str, to: str, text: str) -> None:
        """Hand over one message. The same id twice is one message to the provider.

        `to` is E.164. Raises `SmsNotTakenError`.
        """
        ...


class HttpSmsGateway:
    """A provider that takes JSON over HTTP (`docs/customer-data.md`, start messages)."""

    def __init__(self, url: str, token: str, sender: str) -> None:
        self._sender = sender
        self._http = httpx.Client(
            base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=_TIMEOUT_SECONDS
        )

    def send(self, message_id: str, to: str, text: str) -> None:
        """Hand over one message; what we cannot be sure of is tried again under the same id."""
        body = {"id": message_id, "to": to, "from": self._sender, "text": text}
        try:
            status = self._http.post("/messages", json=body).status_code
        except httpx.HTTPError as broken:
            raise SmsNotTakenError(type(broken).__name__, is_final=False) from broken
        if status >= _REFUSED:
            final = status < _THEIR_FAULT and status not in _COME_BACK
            raise SmsNotTakenError(f"HTTP {status}", is_final=final)

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()


def sms_is_offered() -> bool:
    """Whether this installation has a provider of text messages."""
    return bool(get_settings().sms_url)


@cache
def sms_gateway() -> SmsGateway:
    """The provider of this installation."""
    settings = get_settings()
    return HttpSmsGateway(settings.sms_url, settings.sms_token.get_secret_value(), settings.sms_sender)
