"""The communication operator's network: accesses, what stands on their ports, orders, and its own books."""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from simulators.communication_operator.script import Rule, Script, Work
from simulators.line import LineFault

if TYPE_CHECKING:
    from collections.abc import Callable

TAKEN: Final = "ServiceType is already claimed by other Service Provider."
OWN: Final = "Another Service of ServiceType is already active."
_ENDED: Final = ("DONE_SUCCESS", "DONE_FAILED")


class Refused(Exception):  # noqa: N818  (an answer, not a failure)
    """A definite no, with its cause: nothing was accepted."""

    def __init__(self, status: int, cause: str) -> None:
        self.status, self.cause = status, cause
        super().__init__(cause)


def kind_of(service: str) -> str:
    """The kind of a service: a port carries one of a kind at a time (`BB-1000-100` is `BB`)."""
    return service.split("-", 1)[0]


@dataclass
class Access:
    """One access: the services offered on it, which may be taken by force, and what is active."""

    access_id: str
    offered: list[str]
    forcible: bool = True
    state: str = "CONNECTED"
    subscriptions: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Order:
    """An order that was accepted."""

    order_id: str
    provider: str
    key: str
    body: dict[str, Any]
    access_id: str
    rule: Rule
    due: float
    state: str = "RECEIVED"
    message: str = ""
    subscription_id: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            **self.body,
            "path": f"/onapi/2.6/orders/{self.order_id}",
            "orderId": self.order_id,
            "accessId": self.access_id,
            "subscriptionId": self.body.get("subscriptionId") or self.subscription_id,
            "state": self.state,
            "message": self.message,
        }


class Network:
    """One lock around everything: a port is never seen half-way, save where a rule breaks the work off."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.changed: Callable[[], None] = lambda: None
        self.reset()

    def reset(self) -> None:
        """An empty network and empty books."""
        with self.lock:
            self.accesses: dict[str, Access] = {}
            self.orders: dict[str, Order] = {}
            self.events: list[dict[str, Any]] = []
            self.counts: Counter[str] = Counter()
            self.faults: Counter[str] = Counter()
            self.work_log: list[str] = []
            self.script = Script()
            self._used: Counter[int] = Counter()
            self.changed()

    def put_access(self, access: Access) -> None:
        with self.lock:
            self.accesses[access.access_id] = access
            self.changed()

    def access(self, access_id: str) -> Access:
        self.work()
        found = self.accesses.get(access_id)
        if found is None:
            raise Refused(404, "no such access")
        return found

    def offers(self, access_id: str, provider: str) -> list[dict[str, Any]]:
        """What a provider is told: taken or not, and never by whom."""
        access = self.access(access_id)
        taken = {kind_of(s["service"]) for s in access.subscriptions if s["provider"] != provider}
        return [
            {
                "service": service,
                "connectionDateTime": "2014-03-01T14:09:23Z",
                "availableDateTime": "" if kind_of(service) in taken else "2014-03-01T14:09:23Z",
                "disconnectionDateTime": "",
                "forcedTakeoverPossible": kind_of(service) in taken and access.forcible,
            }
            for service in access.offered
        ]

    def rule_for(self, provider: str, access_id: str, body: dict[str, Any]) -> tuple[LineFault, Rule]:
        """Which rule an arriving order meets; each is used up after its number of times."""
        with self.lock:
            self.counts["orders_received"] += 1
            service = str(body.get("service") or self._service_of(body.get("subscriptionId", "")))
            for number, rule in enumerate(self.script.rules):
                fits = rule.matches(access_id, provider, body["operation"], service)
                if fits and self._used[number] < rule.times:
                    self._used[number] += 1
                    if rule.fault is not LineFault.NONE:
                        self.faults[rule.fault.value] += 1
                    return rule.fault, rule
            return LineFault.NONE, Rule()

    def _service_of(self, subscription_id: str) -> str:
        return next((s["service"] for s in self._all() if s["subscriptionId"] == subscription_id), "")

    def _all(self) -> list[dict[str, Any]]:
        return [each for access in self.accesses.values() for each in access.subscriptions]

    def access_of(self, body: dict[str, Any]) -> str:
        """The access an order is about: named, or that of its subscription."""
        if body.get("accessId"):
            return str(body["accessId"])
        wanted = body.get("subscriptionId", "")
        for access in self.accesses.values():
            if any(each["subscriptionId"] == wanted for each in access.subscriptions):
                return access.access_id
        ended = [each.access_id for each in self.orders.values() if each.body.get("subscriptionId") == wanted]
        return ended[0] if ended else ""

    def accept(self, provider: str, key: str, body: dict[str, Any], rule: Rule) -> tuple[Order, bool]:
        """Take an order. Returns it and whether it is new. Raises `Refused`."""
        with self.lock:
            self.work()
            known = self._known(provider, key, body)
            if known is not None:
                self.counts["duplicates_received"] += 1
                return known, False
            access_id = self.access_of(body)
            access = self.accesses.get(access_id)
            if access is None:
                raise Refused(404, "no such access or subscription")
            if rule.work is Work.REFUSED:
                raise Refused(409, "not now")
            if body["operation"] == "ACTIVATE":
                self._check_activation(access, provider, body)
            order = Order(
                uuid4().hex,
                provider,
                key,
                body,
                access_id,
                rule,
                time.monotonic() + rule.work_after_ms / 1000,
            )
            self.orders[order.order_id] = order
            self.counts["accepted"] += 1
            if body.get("forcedTakeover"):
                self.counts["forced_accepted"] += 1
            self._tell(order)
            self.changed()
            return order, True

    def _known(self, provider: str, key: str, body: dict[str, Any]) -> Order | None:
        """The order that this is a second submission of: by its key, or alike and not yet ended."""
        for each in self.orders.values():
            alike = each.provider == provider and each.body == body and each.state not in _ENDED
            if alike or (key and each.key == key):
                return each
        return None

    def _check_activation(self, access: Access, provider: str, body: dict[str, Any]) -> None:
        kind = kind_of(body["service"])
        if body["service"] not in access.offered:
            raise Refused(400, "no such service on the access")
        holders = [each for each in access.subscriptions if kind_of(each["service"]) == kind]
        if any(each["provider"] == provider for each in holders):
            raise Refused(409, OWN)
        if holders and not (body.get("forcedTakeover") and access.forcible):
            raise Refused(409, TAKEN)

    def work(self) -> None:
        """Carry out every order whose time has come, in the order they came."""
        with self.lock:
            for order in list(self.orders.values()):
                if order.state == "RECEIVED" and order.due <= time.monotonic():
                    order.state = "IN_PROGRESS"
                    self._tell(order)
                    self._carry_out(order)
                    self._tell(order)
                    self.changed()

    def _carry_out(self, order: Order) -> None:
        access, body = self.accesses[order.access_id], order.body
        if order.rule.work is Work.FAILED_BEFORE:
            order.state, order.message = "DONE_FAILED", "the order could not be carried out"
            return
        if body["operation"] == "ACTIVATE":
            self._activate(order, access)
        else:
            self._change(order, access)

    def _activate(self, order: Order, access: Access) -> None:
        """Steps 8 and 9: what blocks goes, what was ordered comes, or does not."""
        body = order.body
        for each in [s for s in access.subscriptions if kind_of(s["service"]) == kind_of(body["service"])]:
            access.subscriptions.remove(each)
            self.work_log.append(f"-{each['provider']} {each['service']}")
        if order.rule.work is Work.FAILED_BETWEEN:
            order.state, order.message = "DONE_FAILED", "the port did not come up"
            return
        order.subscription_id = uuid4().hex
        characteristics = dict(body.get("characteristics") or {})
        if order.rule.work is Work.ALTERED:
            characteristics["ipAddress"] = ["192.0.2.99"]
        access.subscriptions.append(
            {
                "provider": order.provider,
                "subscriptionId": order.subscription_id,
                "service": body["service"],
                "operationalState": "ACTIVATED",
                "spReference": body.get("spReference", ""),
                "spSubscriptionId": body.get("spSubscriptionId", ""),
                "dhcpIdentifier": {"ipv4CircuitId": f"CO-{access.access_id}"},
                "characteristics": characteristics,
                "equipment": list(body.get("equipment") or []),
            }
        )
        self.work_log.append(f"+{order.provider} {body['service']}")
        order.state = "DONE_SUCCESS"

    def _change(self, order: Order, access: Access) -> None:
        wanted = order.body.get("subscriptionId")
        found = next((s for s in access.subscriptions if s["subscriptionId"] == wanted), None)
        if found is None or found["provider"] != order.provider:
            order.state, order.message = "DONE_FAILED", "no such subscription of yours"
            return
        operation = order.body["operation"]
        if operation == "DEACTIVATE":
            access.subscriptions.remove(found)
            self.work_log.append(f"-{found['provider']} {found['service']}")
        else:
            found["operationalState"] = "SUSPENDED" if operation == "SUSPEND" else "ACTIVATED"
            self.work_log.append(f"~{found['provider']} {found['service']} {operation}")
        order.state = "DONE_SUCCESS"

    def _tell(self, order: Order) -> None:
        shown = ("path", "accessId", "service", "operation", "state", "message", "subscriptionId")
        told = {name: value for name, value in order.as_json().items() if name in shown}
        self.events.append({"event": uuid4().hex, "provider": order.provider, "order": told})
