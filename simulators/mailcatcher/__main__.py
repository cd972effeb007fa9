"""A mail server that keeps what it gets: `python -m simulators.mailcatcher --dir var/mail`.

Mails stand as `.eml` files in a folder and as a plain list on an HTTP port, for people who try the product.
"""

from __future__ import annotations

import argparse
import email
import email.policy
import html
import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiosmtpd.controller import Controller

from simulators.orphan import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Sequence


class Keeper:
    """Writes each mail to a file of its own, whole before it is said to be taken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  (aiosmtpd's name)
        with self.lock:
            number = len(list(self.folder.glob("*.eml"))) + 1
            path = self.folder / f"{number:06d}.eml"
            unfinished = path.with_suffix(".part")
            unfinished.write_bytes(envelope.original_content)
            unfinished.rename(path)
        return "250 kept"


def page(folder: Path) -> str:
    """All mails, newest first, as plain text in HTML."""
    shown = []
    for path in sorted(folder.glob("*.eml"), reverse=True):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        body = message.get_body(("plain",))
        text = body.get_content() if body else ""
        shown.append(
            f"<h2>{html.escape(str(message['subject']))}</h2><p>{html.escape(str(message['to']))}</p>"
            f"<pre>{html.escape(text)}</pre>"
        )
    return "<!doctype html><meta charset=utf-8><title>Mails</title>" + "<hr>".join(shown)


def _pages(folder: Path, host: str, port: int) -> ThreadingHTTPServer:
    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = page(folder).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return ThreadingHTTPServer((host, port), Pages)


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def main(given: Sequence[str] | None = None) -> int:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(prog="simulators.mailcatcher", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=1025)
    parser.add_argument("--http-port", type=int, default=0, help="0: any free one")
    parser.add_argument("--port-file", type=Path)
    parser.add_argument("--dir", type=Path, required=True)
    arguments = parser.parse_args(given)
    end_with_parent()
    keeper = Keeper(arguments.dir)
    # The library cannot listen on a port of the system's choice, so one is chosen for it.
    smtp = Controller(keeper, hostname=arguments.host, port=arguments.port or _free_port(arguments.host))
    smtp.start()
    pages = _pages(arguments.dir, arguments.host, arguments.http_port)
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    server: Any = smtp.server
    port = server.sockets[0].getsockname()[1]
    if arguments.port_file:
        arguments.port_file.write_text(f"{port}")
    sys.stderr.write(f"mail catcher ready: smtp {port}, http {pages.server_port}\n")
    try:
        while True:
            time.sleep(3600)
    except KeyboardInterrupt:
        smtp.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
