"""The clearing house over HTTP/JSON. Its answers are read as if they came from an enemy: bounded and strict."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Annotated, Any, Final, NoReturn

import httpx
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from infra.metrics import GATEWAY_CALLS
from portingsvc.domain.outcomes import Outcome, Submission, outcome_of
from portingsvc.gateways.clearinghouse import Charge, Found, GatewayUnavailable, Incoming

_log = logging.getLogger(__name__)
_LARGEST_ANSWER: Final = 4 * 1024 * 1024
_OK: Final = 200
_ACCEPTED: Final = 202
_NO_CONTENT: Final = 204
_NOT_FOUND: Final = 404
Short = Annotated[str, Field(max_length=80)]


class _Receipt(BaseModel):
    message_id: Short
    dossier_id: Short


class _Dossier(BaseModel):
    dossier_id: Short
    state: Short


class _Message(BaseModel):
    model_config = ConfigDict(extra="allow")

    offset: int = Field(ge=1)
    message_id: Short
    type: Short
    dossier_id: Short


class _Charge(BaseModel):
    dossier_id: Short
    series: int = Field(ge=0)
    amount_ore: int = Field(ge=0)
    at: AwareDatetime


class _Statement(BaseModel):
    items: list[_Charge]


class _Messages(BaseModel):
    items: list[_Message] = Field(max_length=500)


class HttpClearinghouse:
    """One pooled client for the process; safe to use from several threads."""

    def __init__(self, base_url: str, token: str, timeout: float) -> None:
        self.name = "clearinghouse"
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(timeout),
            limits=httpx.Limits(max_connections=64),
            follow_redirects=False,
        )

    def close(self) -> None:
        """Close its connections."""
        self._http.close()

    def submit(self, key: str, payload: bytes, valid_until: datetime) -> Submission:
        submission = self._submit(key, payload, valid_until)
        GATEWAY_CALLS.labels("submit", submission.outcome.value).inc()
        return submission

    def _submit(self, key: str, payload: bytes, valid_until: datetime) -> Submission:
        headers = {
            "Idempotency-Key": key,
            "Valid-Until": valid_until.isoformat(),
            "Content-Type": "application/json",
        }
        try:
            response = self._http.post("/v1/messages", content=payload, headers=headers)
        except (
            httpx.ConnectError,
            httpx.ConnectTimeout,
            httpx.PoolTimeout,
            httpx.UnsupportedProtocol,
        ) as refused:
            # No connection, so no request: nothing can have been accepted.
            return Submission(Outcome.NOT_ACCEPTED, type(refused).__name__)
        except httpx.HTTPError as lost:
            return Submission(Outcome.IN_DOUBT, type(lost).__name__)
        outcome = outcome_of(response.status_code)
        if outcome is Outcome.RECEIVED:
            try:
                _Receipt.model_validate_json(response.content)
            except ValidationError:
                return Submission(Outcome.IN_DOUBT, "an answer we cannot read")
        return Submission(outcome, f"HTTP {response.status_code}", _retry_after(response))

    def look_up(self, dossier_id: str) -> Found | None:
        response = self._ask("GET", f"/v1/dossiers/{dossier_id}")
        if response.status_code == _NOT_FOUND and _code(response) == "NOT_FOUND":
            return None
        try:
            found = _Dossier.model_validate_json(self._body(response, _OK))
        except ValidationError as unreadable:
            raise GatewayUnavailable("an answer we cannot read") from unreadable
        if found.dossier_id != dossier_id:
            raise GatewayUnavailable("another dossier than the one asked for")
        return Found(found.state)

    def cancel(self, dossier_id: str, reason: str, key: str) -> None:
        body = {"type": "cancel", "dossier_id": dossier_id, "reason": reason}
        self._body(self._ask("POST", "/v1/messages", body, key), _ACCEPTED, _OK)

    def change(self, dossier_id: str, port_at: datetime, key: str) -> None:
        body = {"type": "change", "dossier_id": dossier_id, "port_at": port_at.isoformat()}
        self._body(self._ask("POST", "/v1/messages", body, key), _ACCEPTED, _OK)

    def messages(self, after: int, limit: int) -> list[Incoming]:
        response = self._ask("GET", f"/v1/messages?after={after}&limit={limit}")
        try:
            page = _Messages.model_validate_json(self._body(response, _OK))
        except ValidationError as unreadable:
            raise GatewayUnavailable("messages we cannot read") from unreadable
        return [
            Incoming(each.message_id, each.offset, each.type, each.dossier_id, each.model_extra or {})
            for each in page.items
        ]

    def confirm(self, message_id: str) -> None:
        self._body(self._ask("PUT", f"/v1/messages/{message_id}/confirmation"), _NO_CONTENT)

    def statement(self) -> list[Charge]:
        try:
            page = _Statement.model_validate_json(self._body(self._ask("GET", "/v1/statement"), _OK))
        except ValidationError as unreadable:
            raise GatewayUnavailable("a statement we cannot read") from unreadable
        return [Charge(each.dossier_id, each.series, each.amount_ore, each.at) for each in page.items]

    def _ask(
        self, method: str, path: str, body: dict[str, Any] | None = None, key: str = ""
    ) -> httpx.Response:
        headers = {"Idempotency-Key": key} if key else {}
        try:
            return self._http.request(method, path, json=body, headers=headers)
        except httpx.HTTPError as lost:
            _unavailable(method, type(lost).__name__)

    @staticmethod
    def _body(response: httpx.Response, *wanted: int) -> bytes:
        if response.status_code not in wanted:
            _unavailable("answer", f"HTTP {response.status_code}")
        if len(response.content) > _LARGEST_ANSWER:
            _unavailable("answer", "too large")
        return response.content


def _unavailable(call: str, why: str) -> NoReturn:
    GATEWAY_CALLS.labels(call, "unavailable").inc()
    raise GatewayUnavailable(why)


def _retry_after(response: httpx.Response) -> float | None:
    value = response.headers.get("retry-after", "")
    return float(value) if value.isdigit() else None


def _code(response: httpx.Response) -> str:
    try:
        body = response.json()
    except ValueError:
        return ""
    return str(body.get("code", "")) if isinstance(body, dict) else ""
