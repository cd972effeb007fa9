"""ON-API 2.6 over HTTP. The operator's answers are read as if they came from an enemy: bounded and strict."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Final, Literal, NoReturn, TypeVar

import httpx
from pydantic import AwareDatetime, BaseModel, Field, TypeAdapter, ValidationError

from infra.metrics import GATEWAY_CALLS
from openfibre.port_unblocking.domain.answers import Outcome, PlacedOrder, Placement, Standing, outcome_of
from openfibre.port_unblocking.domain.availability import Offer
from openfibre.port_unblocking.domain.port import Port, Subscription
from openfibre.port_unblocking.gateways.communication_operator import (
    AccessAnswer,
    AccessUnknown,
    OperatorUnavailable,
    OrderNews,
)

_BASE: Final = "/onapi/2.6"
# The first question for order events answers with all there ever were.
_LARGEST_ANSWER: Final = 64 * 1024 * 1024
_MOST_EVENTS: Final = 500_000
_MOST_ROWS: Final = 2000
_LONGEST_CAUSE: Final = 500
_OK: Final = 200
_NOT_FOUND: Final = 404
_MIGRATING: Final = frozenset({"INMIGRATION", "OUTMIGRATION"})
Id = Annotated[str, Field(max_length=64)]
Short = Annotated[str, Field(max_length=120)]
T = TypeVar("T")


class _Access(BaseModel):
    accessState: Short = ""  # noqa: N815  (ON-API's own names, here and below)


class _Service(BaseModel):
    service: Short
    availableDateTime: AwareDatetime | Literal[""]  # noqa: N815
    forcedTakeoverPossible: bool  # noqa: N815

    def offer(self) -> Offer:
        available = self.availableDateTime if isinstance(self.availableDateTime, datetime) else None
        return Offer(self.service, available, self.forcedTakeoverPossible)


class _Services(BaseModel):
    services: list[_Service] = Field(max_length=_MOST_ROWS)


class _Order(BaseModel):
    orderId: Id = ""  # noqa: N815
    path: Short = ""
    operation: Short
    state: Standing
    message: str | None = ""
    service: Short | None = ""
    subscriptionId: Id | None = ""  # noqa: N815
    spReference: Short | None = ""  # noqa: N815
    spSubscriptionId: Short | None = ""  # noqa: N815

    def placed(self) -> PlacedOrder:
        """An event names its order by path only. Raises `ValueError` when neither names it."""
        external_id = self.orderId or self.path.rstrip("/").rpartition("/")[2]
        if not external_id:
            raise ValueError("an order without a name")
        return PlacedOrder(
            external_id,
            self.operation,
            self.state,
            (self.message or "")[:_LONGEST_CAUSE],
            self.service or "",
            self.subscriptionId or "",
            self.spReference or "",
            self.spSubscriptionId or "",
        )


class _Event(BaseModel):
    event: Id
    order: _Order


class _Subscription(BaseModel):
    provider: Annotated[str, Field(max_length=36)]
    service: Annotated[str, Field(max_length=60)]
    subscriptionId: Annotated[str, Field(max_length=36)]  # noqa: N815
    operationalState: Short  # noqa: N815
    spReference: Annotated[str, Field(max_length=36)] = ""  # noqa: N815
    spSubscriptionId: Annotated[str, Field(max_length=36)] = ""  # noqa: N815
    characteristics: dict[str, Any] | None = None
    equipment: list[dict[str, str]] | None = None
    dhcpIdentifier: dict[str, str] | None = None  # noqa: N815

    def subscription(self) -> Subscription:
        return Subscription(
            self.provider,
            self.service,
            self.subscriptionId,
            self.spReference,
            self.spSubscriptionId,
            self.operationalState,
            self.characteristics or {},
            tuple(self.equipment or ()),
            self.dhcpIdentifier or {},
        )


class _Port(BaseModel):
    subscriptions: list[_Subscription] = Field(max_length=_MOST_ROWS)


_ORDERS: Final = TypeAdapter(Annotated[list[_Order], Field(max_length=_MOST_EVENTS)])
_EVENTS: Final = TypeAdapter(Annotated[list[_Event], Field(max_length=_MOST_EVENTS)])


class OnApi:
    """One pooled client a network; safe to use from several threads. Basic over TLS; the user is the provider."""

    def __init__(self, base_url: str, login: str, secret: str, timeout: float) -> None:
        self._login, self._secret = login, secret
        self._http = httpx.Client(
            base_url=base_url,
            timeout=httpx.Timeout(timeout),
            limits=httpx.Limits(max_connections=32),
            follow_redirects=False,
        )

    def close(self) -> None:
        """Close its connections."""
        self._http.close()

    def access(self, sp_id: str, access_id: str) -> AccessAnswer:
        access = self._read(_Access, self._ask(sp_id, f"{_BASE}/accesses/{access_id}"))
        services = self._read(_Services, self._ask(sp_id, f"{_BASE}/services/{access_id}"))
        return AccessAnswer(
            access.accessState in _MIGRATING, tuple(each.offer() for each in services.services)
        )

    def port(self, access_id: str) -> Port:
        found = self._read(_Port, self._ask(self._login, f"/network/ports/{access_id}"))
        return tuple(each.subscription() for each in found.subscriptions)

    def place(self, sp_id: str, key: str, payload: bytes) -> Placement:
        placement = self._place(sp_id, key, payload)
        GATEWAY_CALLS.labels("fibre_order", placement.outcome.value).inc()
        return placement

    def _place(self, sp_id: str, key: str, payload: bytes) -> Placement:
        headers = {"Idempotency-Key": key, "Content-Type": "application/json"}
        try:
            response = self._http.post(
                f"{_BASE}/orders/", content=payload, headers=headers, auth=(sp_id, self._secret)
            )
        except (
            httpx.ConnectError,
            httpx.ConnectTimeout,
            httpx.PoolTimeout,
            httpx.UnsupportedProtocol,
        ) as refused:
            # No connection, so no order: nothing can have been accepted.
            return Placement(Outcome.NOT_ACCEPTED, type(refused).__name__)
        except httpx.HTTPError as lost:
            return Placement(Outcome.IN_DOUBT, type(lost).__name__)
        return _placement(response)

    def orders(self, sp_id: str, access_id: str) -> list[PlacedOrder]:
        found = self._read(_ORDERS, self._ask(sp_id, f"{_BASE}/orders/", accessId=access_id))
        return _all_placed(found)

    def news(self, sp_id: str, since: str) -> list[OrderNews]:
        query = {"since": since} if since else {}
        found = self._read(_EVENTS, self._ask(sp_id, f"{_BASE}/orderevents/", **query))
        placed = _all_placed([each.order for each in found])
        return [OrderNews(each.event, order) for each, order in zip(found, placed, strict=True)]

    def _ask(self, sp_id: str, path: str, **query: str) -> httpx.Response:
        try:
            response = self._http.get(path, params=query, auth=(sp_id, self._secret))
        except httpx.HTTPError as lost:
            _unavailable(type(lost).__name__)
        if response.status_code == _NOT_FOUND and not path.endswith("/"):
            raise AccessUnknown(path)
        if response.status_code != _OK:
            _unavailable(f"HTTP {response.status_code}")
        if len(response.content) > _LARGEST_ANSWER:
            _unavailable("too large")
        return response

    @staticmethod
    def _read(shape: type[T] | TypeAdapter[T], response: httpx.Response) -> T:
        reader = shape if isinstance(shape, TypeAdapter) else TypeAdapter(shape)
        try:
            return reader.validate_json(response.content)
        except ValidationError:
            _unavailable("an answer we cannot read")


def _placement(response: httpx.Response) -> Placement:
    outcome = outcome_of(response.status_code)
    detail = f"HTTP {response.status_code}"
    if outcome is Outcome.RECEIVED:
        try:
            return Placement(outcome, detail, placed=_Order.model_validate_json(response.content).placed())
        except ValueError:  # pydantic's own included
            return Placement(Outcome.IN_DOUBT, "an answer we cannot read")
    if outcome is Outcome.REFUSED:
        detail = _cause(response) or detail
    return Placement(outcome, detail, _retry_after(response))


def _all_placed(found: list[_Order]) -> list[PlacedOrder]:
    try:
        return [each.placed() for each in found]
    except ValueError:
        _unavailable("an order without a name")


def _unavailable(why: str) -> NoReturn:
    GATEWAY_CALLS.labels("fibre_question", "unavailable").inc()
    raise OperatorUnavailable(why)


def _retry_after(response: httpx.Response) -> float | None:
    value = response.headers.get("retry-after", "")
    return float(value) if value.isdigit() else None


def _cause(response: httpx.Response) -> str:
    """ON-API's `cause` of a refusal; empty when there is none we can read."""
    try:
        body = response.json()
    except ValueError:
        return ""
    return str(body.get("cause", ""))[:_LONGEST_CAUSE] if isinstance(body, dict) else ""
