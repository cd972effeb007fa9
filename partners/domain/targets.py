"""What address a partner may give for its webhook: read strictly, and once. The parts are used, never the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from kernel.language import Text
from partners.domain.addresses import is_loopback, may_be_called, read_address
from partners.domain.errors import URL_NOT_USABLE

LONGEST: Final = 2000
_PORTS: Final = {443, 8443}
_PLAIN: Final = re.compile(r"[!-\[\]^-~]+")  # printable ASCII without space and backslash
_LABEL: Final = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_INSIDE: Final = (".local", ".localhost", ".internal", ".lan", ".home.arpa", ".onion")

_FORM = Text(sv="den går inte att läsa som en adress", en="it cannot be read as an address")
_SCHEME = Text(sv="den måste börja med https://", en="it must begin with https://")
_LOGIN = Text(sv="den får inte innehålla inloggning eller #", en="it must hold no login and no fragment")
_PORT = Text(sv="porten måste vara 443 eller 8443", en="the port must be 443 or 8443")
_HOST = Text(
    sv="värden måste kunna nås från hela internet", en="the host must be one the whole internet can reach"
)


@dataclass(frozen=True, slots=True)
class Target:
    """Where to send: `host` in ASCII (a name, or an address without brackets), `path` with its query."""

    tls: bool
    host: str
    port: int
    path: str


def read_target(url: str, *, loopback: bool) -> Target:
    """The parts of a webhook's address. Raises `URL_NOT_USABLE` with what is wrong.

    `loopback` also takes `http://127.0.0.1:8080/…`, for tests and the embedded start. A name is resolved and
    judged again each time something is sent, so nothing is resolved here.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as wrong:
        raise _refusal(_FORM) from wrong
    if len(url) > LONGEST or not _PLAIN.fullmatch(url) or not host:
        raise _refusal(_FORM)
    near = loopback and (host == "localhost" or is_loopback(host))
    if parts.scheme != "https" and not (near and parts.scheme == "http"):
        raise _refusal(_SCHEME)
    if "@" in parts.netloc or "#" in url:
        raise _refusal(_LOGIN)
    tls = parts.scheme == "https"
    port = port or (443 if tls else 80)
    if port not in _PORTS and not near:
        raise _refusal(_PORT)
    if not near and not _is_outside(host):
        raise _refusal(_HOST)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(tls, host, port, path)


def _is_outside(host: str) -> bool:
    if read_address(host) is not None:
        return may_be_called(host, loopback=False)
    labels = host.removesuffix(".").split(".")
    if len(labels) < 2 or labels[-1].isdecimal():  # noqa: PLR2004  (a name, a dot, a top domain)
        return False
    return all(_LABEL.fullmatch(each) for each in labels) and not f".{host}".endswith(_INSIDE)


def _refusal(why: Text) -> Exception:
    return URL_NOT_USABLE.error("url", why_sv=why.sv, why_en=why.en)
