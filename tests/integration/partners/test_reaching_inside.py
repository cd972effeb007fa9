"""PA-02: a partner's address cannot make us reach inside, whatever its name resolves to, and when."""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from partners.gateways import webhook_http
from partners.gateways.sender import Answer
from partners.gateways.webhook_http import HttpSender

from .conftest import HOOKS, Partner, send_all

NAME = "hooks.exempel.se"
HEADERS = {"webhook-id": "evt_1"}


@dataclass
class Listener:
    """A TLS server on loopback that says what it is told, and remembers what it was asked."""

    context: ssl.SSLContext
    says: list[bytes] = field(default_factory=lambda: [b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"])
    pause: float = 0
    sni: list[str | None] = field(default_factory=list)
    asked: list[bytes] = field(default_factory=list)
    connections: int = 0
    port: int = 0

    def serve(self) -> None:
        self.context.sni_callback = lambda _socket, name, _context: self.sni.append(name)
        listening = socket.create_server(("127.0.0.1", 0))
        self.port = listening.getsockname()[1]
        threading.Thread(target=self._accept, args=(listening,), daemon=True).start()

    def _accept(self, listening: socket.socket) -> None:
        while True:
            opened, _ = listening.accept()
            self.connections += 1
            threading.Thread(target=self._answer, args=(opened,), daemon=True).start()

    def _answer(self, opened: socket.socket) -> None:
        try:
            with self.context.wrap_socket(opened, server_side=True) as secured:
                request = b""
                while not request.endswith(b"{}"):
                    request += secured.recv(65536)
                self.asked.append(request)
                for part in self.says:
                    secured.sendall(part)
                    time.sleep(self.pause)
        except OSError:
            pass


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for the name, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    today = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - dt.timedelta(days=1))
        .not_valid_after(today + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(made.public_bytes(Encoding.PEM) + private)
    return path


@pytest.fixture
def listener(certificate: Path) -> Listener:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    made = Listener(context)
    made.serve()
    return made


@pytest.fixture
def trust(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


Asking = Callable[..., Answer]


@pytest.fixture
def ask(listener: Listener, trust: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asking]:
    """Send one message to the name; `resolve` says what the name resolves to, one list a call.

    Port 443 leads to the listener: the connection is watched below the policy, at the socket.
    """
    resolved: list[str] = []
    really = socket.create_connection

    def dialled(address: tuple[str, int], *rest: object, **more: object) -> socket.socket:
        return really((address[0], listener.port if address[1] == 443 else address[1]), *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "create_connection", dialled)

    def asked(*answers: list[str], loopback: bool = True, times: int = 1, host: str = NAME) -> Answer:
        replies = iter(answers)

        def resolve(name: str, port: int) -> list[str]:
            resolved.append(name)
            assert port == 443
            return next(replies)

        sender = HttpSender(loopback=loopback, resolve_=resolve, tls=trust)
        said = Answer(None)
        for _ in range(times):
            with sender.line(f"https://{host}/hook") as line:
                said = line.post(HEADERS, b"{}")
        return said

    yield asked
    assert resolved


def test_the_name_is_kept_in_tls_and_host_though_the_address_is_dialled(
    ask: Asking, listener: Listener
) -> None:
    assert ask(["127.0.0.1"]).status == 200
    assert listener.sni == [NAME]
    assert f"Host: {NAME}\r\n".lower().encode() in listener.asked[0].lower()
    assert listener.asked[0].startswith(b"POST /hook HTTP/1.1\r\n")


@pytest.mark.parametrize(
    "answers",
    [
        ["127.0.0.1"],
        ["10.0.0.1"],
        ["::1"],
        ["::ffff:127.0.0.1"],
        ["169.254.169.254"],
        ["64:ff9b::7f00:1"],
        [],
    ],
)
def test_a_name_that_leads_inside_is_not_dialled(ask: Asking, listener: Listener, answers: list[str]) -> None:
    assert ask(answers, loopback=False).error == "address_not_allowed"
    assert listener.connections == 0


def test_one_bad_address_among_good_ones_spoils_all(ask: Asking, listener: Listener) -> None:
    assert ask(["8.8.8.8", "127.0.0.1"], loopback=False).error == "address_not_allowed"
    assert listener.connections == 0


def test_a_name_that_changes_its_mind_gains_nothing(ask: Asking, listener: Listener) -> None:
    """DNS rebinding: judged good at one message, inside at the next. It is resolved once for a connection,
    and the address that was judged is the one that is dialled; the second answer is judged anew."""
    dialled: list[str] = []
    allowed = webhook_http.may_be_called

    def judged(address: str, *, loopback: bool) -> bool:
        dialled.append(address)
        # The listener stands for a public machine: its address counts as public the first time only.
        return len(dialled) == 1 or allowed(address, loopback=loopback)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(webhook_http, "may_be_called", judged)
        said = ask(["127.0.0.1"], ["127.0.0.1"], ["127.0.0.1"], loopback=False, times=2)
    assert dialled == ["127.0.0.1", "127.0.0.1"], "resolved or judged more than once for a connection"
    assert said.error == "address_not_allowed"
    assert listener.connections == 1


def test_a_certificate_for_another_name_is_refused(ask: Asking, listener: Listener) -> None:
    assert ask(["127.0.0.1"], host="other.exempel.se").error == "tls"
    assert listener.asked == []


def test_an_answer_that_drips_is_broken_off(
    ask: Asking, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook_http, "_IN_ALL_SECONDS", 1.0)
    listener.says, listener.pause = [b"H", *[b"T"] * 300], 0.1
    began = time.monotonic()
    assert ask(["127.0.0.1"]).error == "timeout"
    assert time.monotonic() - began < 25


def test_a_body_without_end_is_not_read(ask: Asking, listener: Listener) -> None:
    listener.says = [
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
        *[b"1000\r\n" + b"x" * 4096 + b"\r\n"] * 5000,
    ]
    began = time.monotonic()
    assert ask(["127.0.0.1"]).status == 200
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    "noise", [b"SSH-2.0-OpenSSH_9.2\r\n", b"\x00\x01\x02", b"HTTP/1.1 200 OK\r\nx: " + b"y" * 300_000]
)
def test_what_is_not_http_is_a_failure(ask: Asking, listener: Listener, noise: bytes) -> None:
    listener.says = [noise]
    assert ask(["127.0.0.1"]).status is None


def test_an_unknown_name_is_a_failure_to_be_tried_again(trust: ssl.SSLContext) -> None:
    def unknown(name: str, port: int) -> list[str]:
        raise socket.gaierror(name, port)

    with HttpSender(loopback=False, resolve_=unknown, tls=trust).line(f"https://{NAME}/") as line:
        assert line.post(HEADERS, b"{}").error == "no_connection"


def test_an_address_taken_while_it_was_allowed_is_not_called_later(
    partner: Partner, receiver: object
) -> None:
    hook = partner.subscribe(receiver.url)  # type: ignore[attr-defined]
    partner.tell(1)
    send_all(HttpSender(loopback=False))
    assert receiver.heard() == []  # type: ignore[attr-defined]
    assert partner.deliveries(hook)[0]["log"][0]["error"] == "address_not_allowed"


def test_the_route_refuses_what_leads_inside(partner: Partner) -> None:
    for url in ("https://10.0.0.1/", "http://hooks.exempel.se/", "https://db.internal/"):
        answer = partner.http.post(HOOKS, json={"name": "x", "url": url})
        assert (answer.status_code, answer.json()["code"]) == (422, "URL_NOT_USABLE")
        assert answer.json()["errors"][0]["field"] == "url"
