"""From where a partner's program may call: a list of addresses and nets; an empty list is everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

from accounts.domain.errors import NETWORK_INVALID

MOST: Final = 50


def read_networks(text: str) -> list[str]:
    """The nets of a text, one a line or separated by commas. Raises `NETWORK_INVALID` naming the one at fault."""
    found = []
    for each in text.replace(",", "\n").split():
        try:
            found.append(str(ip_network(each, strict=False)))
        except ValueError as wrong:
            raise NETWORK_INVALID.error("networks", value=each[:60], most=MOST) from wrong
    if len(found) > MOST:
        raise NETWORK_INVALID.error("networks", value=f"{len(found)}", most=MOST)
    return list(dict.fromkeys(found))


def allows(networks: Iterable[str], address: str) -> bool:
    """Whether a caller at this address is let in."""
    nets = [ip_network(each) for each in networks]
    if not nets:
        return True
    try:
        caller = ip_address(address)
    except ValueError:
        return False
    if isinstance(caller, IPv6Address) and caller.ipv4_mapped:
        caller = caller.ipv4_mapped
    return any(caller in net for net in nets if net.version == caller.version)
