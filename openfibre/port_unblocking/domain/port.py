"""What stands on a port, and whether two pictures of it are equal: the proof of a restoration (2.4, step 18).

A reactivation gets a new subscription id from the communication operator, and a leased address is nobody's;
neither can be equal and neither is compared. Everything else must be.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

SUSPENDED: Final = "SUSPENDED"
NOT_COMPARED: Final = ("subscription_id", "time stamps", "leased addresses")


@dataclass(frozen=True, slots=True)
class Subscription:
    """One active service on a port, as the communication operator has it.

    `provider` is the id that the operator knows the service provider by. `characteristics` and `equipment`
    are ON-API's (fixed address, SLA; vendor and MAC address); `dhcp` its DHCP identifiers.
    """

    provider: str
    service: str
    subscription_id: str
    sp_reference: str = ""
    sp_subscription_id: str = ""
    operational_state: str = "ACTIVATED"
    characteristics: Mapping[str, Any] = field(default_factory=dict)
    equipment: tuple[Mapping[str, str], ...] = ()
    dhcp: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> tuple[str, str]:
        """Whose service it is and which: one provider has a service at most once on a port."""
        return (self.provider, self.service)


Port = tuple[Subscription, ...]


def port_of(rows: Iterable[Mapping[str, Any]]) -> Port:
    """A port from its stored form."""
    return tuple(Subscription(**{**row, "equipment": tuple(row.get("equipment", ()))}) for row in rows)


def rows_of(port: Port) -> list[dict[str, Any]]:
    """The stored form of a port."""
    return [{**asdict(each), "equipment": list(each.equipment)} for each in port]


def without(port: Port, providers: Collection[str]) -> Port:
    """The port but for what some providers have on it."""
    return tuple(each for each in port if each.provider not in providers)


def normal(each: Subscription) -> dict[str, Any]:
    """A subscription in the form in which it is compared."""
    characteristics = dict(each.characteristics)
    if not characteristics.get("fixedIp"):
        characteristics.pop("ipAddress", None)  # leased: it changes by itself
        characteristics.pop("fixedIp", None)  # absent and false say the same
    if "ipAddress" in characteristics:
        characteristics["ipAddress"] = sorted(characteristics["ipAddress"])
    equipment = [
        {
            "vendorId": device.get("vendorId", ""),
            "macAddress": device.get("macAddress", "").upper().replace("-", ":"),
        }
        for device in each.equipment
    ]
    return {
        "provider": each.provider,
        "service": each.service,
        "sp_reference": each.sp_reference,
        "sp_subscription_id": each.sp_subscription_id,
        "operational_state": each.operational_state,
        "characteristics": characteristics,
        "equipment": sorted(equipment, key=lambda device: (device["vendorId"], device["macAddress"])),
        "dhcp": dict(each.dhcp),
    }


def normalised(port: Port) -> list[dict[str, Any]]:
    """The whole port in the form in which it is compared, in an order that does not depend on the answer's."""
    return sorted((normal(each) for each in port), key=lambda row: json.dumps(row, sort_keys=True))


def digest(port: Port) -> str:
    """SHA-256 of the normalised port: two ports are equal when their digests are."""
    text = json.dumps(normalised(port), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def equal(before: Port, after: Port) -> bool:
    """Whether two pictures show the same port (`normalise(after) == normalise(before)`)."""
    return normalised(before) == normalised(after)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was: whose service, which part of it, what it was and what it is."""

    provider: str
    service: str
    part: str
    before: Any
    after: Any


def differences(before: Port, after: Port) -> tuple[Difference, ...]:
    """What differs, part by part; a service that is missing or extra differs as a whole."""
    old = {each.place: normal(each) for each in before}
    new = {each.place: normal(each) for each in after}
    found = []
    for place in sorted(old.keys() | new.keys()):
        was, is_ = old.get(place), new.get(place)
        if was is None or is_ is None:
            found.append(Difference(*place, "service", was and "active", is_ and "active"))
            continue
        found += [
            Difference(*place, part, was[part], is_[part]) for part in sorted(was) if was[part] != is_[part]
        ]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Proof:
    """That a port stands as before: both digests, and which new subscription carries on which old one."""

    before_sha256: str
    after_sha256: str
    new_ids: Mapping[str, str]

    @property
    def holds(self) -> bool:
        return self.before_sha256 == self.after_sha256


def prove(before: Port, after: Port) -> Proof:
    """Compare, and map old subscription ids to new ones."""
    now = {each.place: each.subscription_id for each in after}
    moved = {each.subscription_id: now[each.place] for each in before if each.place in now}
    return Proof(digest(before), digest(after), moved)
