"""A provider of text messages that keeps what it gets: `python -m simulators.smscatcher --dir var/sms`.

Messages stand as JSON files in a folder and as a plain list on `/`. Each is reported on afterwards, signed, as
delivered, or as bounced when its number was named so at `PUT /control`.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import hmac
import html
import json
import os
import sys
import threading
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

from simulators.orphan import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Sequence

_REPORT_TRIES: Final = 20
_SECONDS_BETWEEN: Final = 0.5
_LARGEST: Final = 64 * 1024


class Provider:
    """Takes each message once, keeps it whole, and reports on it."""

    def __init__(self, folder: Path, token: str, report_url: str, secret: str) -> None:
        self.folder, self.token, self.report_url, self.secret = folder, token, report_url, secret
        self.lock = threading.Lock()
        self.bounces: dict[str, str] = {}
        self.refuses: dict[str, int] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, message: dict[str, str]) -> int:
        """Keep a message. Returns the HTTP status; the same id again is taken again and kept once."""
        if status := self.refuses.get(message["to"]):
            return status
        path = self.folder / f"{UUID(message['id'])}.json"
        with self.lock:
            is_new = not path.exists()
            if is_new:
                unfinished = path.with_suffix(".part")
                unfinished.write_text(json.dumps(message, ensure_ascii=False), encoding="utf-8")
                unfinished.rename(path)
        if is_new and self.report_url:
            threading.Thread(target=self.report, args=(message,), daemon=True).start()
        return 202

    def report(self, message: dict[str, str]) -> None:
        """Tell what became of it, until somebody listens."""
        reason = self.bounces.get(message["to"])
        status = "bounced" if reason else "delivered"
        told = {"message_id": message["id"], "status": status, "reason": reason or ""}
        body = json.dumps({**told, "at": datetime.now(UTC).isoformat()}).encode()
        event_id = f"msg_{uuid4().hex}"
        for _ in range(_REPORT_TRIES):
            stamp = str(int(time.time()))
            signed = hmac.new(self.secret.encode(), f"{event_id}.{stamp}.".encode() + body, hashlib.sha256)
            headers = {
                "Content-Type": "application/json",
                "webhook-id": event_id,
                "webhook-timestamp": stamp,
                "webhook-signature": f"v1,{base64.b64encode(signed.digest()).decode()}",
            }
            asked = urllib.request.Request(self.report_url, body, headers, method="POST")  # noqa: S310  (named at the start)
            try:
                with urllib.request.urlopen(asked, timeout=10):  # noqa: S310
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(_SECONDS_BETWEEN)

    def page(self) -> str:
        """All messages, newest first."""
        shown = []
        for path in sorted(self.folder.glob("*.json"), key=lambda each: each.stat().st_mtime, reverse=True):
            message = json.loads(path.read_text(encoding="utf-8"))
            shown.append(f"<h2>{html.escape(message['to'])}</h2><p>{html.escape(message['text'])}</p>")
        return "<!doctype html><meta charset=utf-8><title>Text messages</title>" + "<hr>".join(shown)


def _server(provider: Provider, host: str, port: int) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(200, provider.page().encode(), "text/html; charset=utf-8")

        def do_POST(self) -> None:
            if not hmac.compare_digest(self.headers.get("Authorization", ""), f"Bearer {provider.token}"):
                self._answer(401)
                return
            try:
                message = self._body()
                taken = {key: str(message[key]) for key in ("id", "to", "from", "text")}
                self._answer(provider.take(taken))
            except (ValueError, KeyError, TypeError):
                self._answer(422)

        def do_PUT(self) -> None:
            told = self._body()
            provider.bounces = dict(told.get("bounces", {}))
            provider.refuses = dict(told.get("refuses", {}))
            self._answer(204)

        def _body(self) -> Any:
            size = min(int(self.headers.get("Content-Length", "0")), _LARGEST)
            return json.loads(self.rfile.read(size))

        def _answer(self, status: int, body: bytes = b"", kind: str = "application/json") -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return ThreadingHTTPServer((host, port), Handler)


def main(given: Sequence[str] | None = None) -> int:
    """Serve until stopped. The token and the secret of reports come from the environment."""
    parser = argparse.ArgumentParser(prog="simulators.smscatcher", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8098)
    parser.add_argument("--port-file", type=Path)
    parser.add_argument("--dir", type=Path, required=True)
    parser.add_argument("--report-url", default="", help="where to report; nowhere when left out")
    arguments = parser.parse_args(given)
    end_with_parent()
    provider = Provider(
        arguments.dir,
        os.environ.get("SMS_TOKEN", ""),
        arguments.report_url,
        os.environ.get("SMS_REPORTS_SECRET", ""),
    )
    server = _server(provider, arguments.host, arguments.port)
    if arguments.port_file:
        arguments.port_file.write_text(f"{server.server_port}")
    sys.stderr.write(f"sms catcher ready: {server.server_port}\n")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
