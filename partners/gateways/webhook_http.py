"""Webhooks over HTTP, so that no partner's address can make us reach inside (PA-02).

A name is resolved once for a connection, every address it resolves to is judged, and the connection goes to
the very address that was judged: a name that changes its mind between the two (DNS rebinding) gains nothing.
TLS and the Host header still speak of the name. Redirects are not followed, proxies of the environment not
asked. A message has fifteen seconds in all, however slowly the other side drips; no more than 64 kB of an
answer are read, and none of it is kept.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any, Final

import httpcore

from infra.settings import get_settings
from kernel.errors import DomainError
from partners.domain.addresses import may_be_called
from partners.domain.targets import Target, read_target
from partners.gateways.sender import Answer

_IN_ALL_SECONDS: Final = 15.0
_CONNECT_SECONDS: Final = 5.0
_MOST_READ: Final = 64 * 1024
_FIXED: Final = {"content-type": "application/json", "user-agent": "Vaxla-Webhooks/1", "accept": "*/*"}
_MOST_ADDRESSES: Final = 2
_ERRORS: Final[tuple[tuple[type[Exception], str], ...]] = (
    (httpcore.TimeoutException, "timeout"),
    (httpcore.ConnectError, "no_connection"),
    (httpcore.NetworkError, "connection_lost"),
    (httpcore.ProtocolError, "not_http"),
    (OSError, "no_connection"),
)

Resolve = Callable[[str, int], list[str]]


class NotAllowed(Exception):  # noqa: N818  (a refusal of ours, no fault)
    """The name leads to an address that webhooks may not reach."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, by the system's resolver. Raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class _Deadline:
    """Until when the message under way may take, by the monotonic clock."""

    def __init__(self) -> None:
        self.at = 0.0

    def begin(self, seconds: float) -> None:
        self.at = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """What is left, and no more than `timeout`. Raises the library's time-out when nothing is."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the message has had its time")
        return left if timeout is None else min(left, timeout)


class _Bounded(httpcore.NetworkStream):
    """A stream whose every read and write ends with the message's deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Bounded(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Pinned(httpcore.NetworkBackend):
    """Connects to the address that was judged, never to a name."""

    def __init__(self, resolve_: Resolve, deadline: _Deadline, *, loopback: bool) -> None:
        self._resolve, self._deadline, self._loopback = resolve_, deadline, loopback
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._resolve(host, port)
        if not addresses or not all(may_be_called(each, loopback=self._loopback) for each in addresses):
            raise NotAllowed
        refused: Exception = OSError("no address")
        for address in addresses[:_MOST_ADDRESSES]:
            left = self._deadline.left(timeout)
            try:
                opened = self._sockets.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                refused = failed
            else:
                return _Bounded(opened, self._deadline)
        raise refused

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise NotAllowed(path, timeout, socket_options)


class _HttpLine:
    """One receiver; the connection is kept from message to message while it lasts."""

    def __init__(self, target: Target, pool: httpcore.ConnectionPool, deadline: _Deadline) -> None:
        self._target, self._pool, self._deadline = target, pool, deadline
        scheme = b"https" if target.tls else b"http"
        self._url = httpcore.URL(
            scheme=scheme, host=target.host.encode(), port=target.port, target=target.path.encode()
        )

    def post(self, headers: Mapping[str, str], body: bytes) -> Answer:
        began = time.monotonic()
        self._deadline.begin(_IN_ALL_SECONDS)
        try:
            status, retry_after = self._ask({**_FIXED, **headers}, body)
        except NotAllowed:
            return Answer(None, "address_not_allowed", time.monotonic() - began)
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, OSError) as lost:
            return Answer(None, _word(lost), time.monotonic() - began)
        return Answer(status, "", time.monotonic() - began, retry_after)

    def _ask(self, headers: Mapping[str, str], body: bytes) -> tuple[int, float | None]:
        timeouts = {"connect": _CONNECT_SECONDS, "read": None, "write": None, "pool": _CONNECT_SECONDS}
        given = [*headers.items()]
        with self._pool.stream(
            "POST", self._url, headers=given, content=body, extensions={"timeout": timeouts}
        ) as response:
            _let_run_out(response)
            return response.status, _retry_after(response.headers)


def _let_run_out(response: httpcore.Response) -> None:
    """Read the answer to its end, so that the connection can be kept; a long or slow one is broken off.

    The status has been said by then, and counts.
    """
    read = 0
    with suppress(httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError):
        for part in response.iter_stream():
            read += len(part)
            if read > _MOST_READ:
                return


def _word(lost: Exception) -> str:
    if isinstance(lost.__context__, ssl.SSLError):  # the library makes one kind of both
        return "tls"
    return next((word for kind, word in _ERRORS if isinstance(lost, kind)), "no_connection")


def _retry_after(headers: list[tuple[bytes, bytes]]) -> float | None:
    value = next((value for name, value in headers if name.lower() == b"retry-after"), b"")
    return float(value) if value.isdigit() and len(value) < 8 else None  # noqa: PLR2004  (months and more)


class _NoLine:
    """What a line is to an address that may not be called any more."""

    def post(self, headers: Mapping[str, str], body: bytes) -> Answer:
        del headers, body
        return Answer(None, "address_not_allowed")


class HttpSender:
    """Opens lines to receivers; safe to use from several threads, each with lines of its own."""

    def __init__(
        self, *, loopback: bool, resolve_: Resolve = resolve, tls: ssl.SSLContext | None = None
    ) -> None:
        self._loopback, self._resolve = loopback, resolve_
        self._tls = tls or ssl.create_default_context()

    @contextmanager
    def line(self, url: str) -> Iterator[_HttpLine | _NoLine]:
        """A line to a receiver, closed when left."""
        try:
            target = read_target(url, loopback=self._loopback)
        except DomainError:
            yield _NoLine()
            return
        deadline = _Deadline()
        backend = _Pinned(self._resolve, deadline, loopback=self._loopback)
        with httpcore.ConnectionPool(
            ssl_context=self._tls, max_connections=1, network_backend=backend, retries=0
        ) as pool:
            yield _HttpLine(target, pool, deadline)


@cache
def webhook_sender() -> HttpSender:
    """The sender of this installation."""
    return HttpSender(loopback=get_settings().webhook_loopback)
