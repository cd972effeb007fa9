"""Which network addresses a webhook may be sent to: public ones only, however they are written (PA-02).

What is refused is refused by the address itself, after the name was resolved: names say nothing.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

# Beyond what the standard library knows as not global: shared and benchmark nets, and every form of IPv6 that
# carries an IPv4 address inside, since a gateway may unwrap it on our side of the wall.
_REFUSED: Final = tuple(
    ip_network(each)
    for each in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "224.0.0.0/3",
        "::/96",
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
    )
)


def read_address(text: str) -> IPv4Address | IPv6Address | None:
    """An address as it is written in the standard forms; None for anything else. A zone makes it none."""
    try:
        return ip_address(text)
    except ValueError:
        return None


def is_public(text: str) -> bool:
    """Whether everybody on the internet would reach the same machine by this address."""
    address = read_address(text)
    if address is None or "%" in text:
        return False
    return address.is_global and not any(address in net for net in _REFUSED if net.version == address.version)


def is_loopback(text: str) -> bool:
    """Whether it is this machine, written plainly."""
    address = read_address(text)
    return address is not None and address.is_loopback


def may_be_called(text: str, *, loopback: bool) -> bool:
    """Whether a webhook may be sent there; `loopback` is for tests and the embedded start only."""
    return is_public(text) or (loopback and is_loopback(text))
