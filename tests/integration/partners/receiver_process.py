"""A partner's receiver as a process of its own: it writes down each message and answers as its folder says.

`python receiver_process.py FOLDER PORT`: messages stand in `FOLDER/messages.jsonl`, one JSON object a line, in
the order they came; `FOLDER/answer` holds the status to answer with (200 unless there is such a file) and may
name a number of seconds to wait before.
"""

from __future__ import annotations

import json
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def main(folder: Path, port: int) -> None:
    class Receiver(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            file = folder / "answer"
            status, _, wait = file.read_text().partition(" ") if file.exists() else ("200", "", "")
            time.sleep(float(wait or 0))
            heard = {"headers": {k.lower(): v for k, v in self.headers.items()}, "body": body.decode()}
            heard |= {"path": self.path, "status": int(status)}
            with (folder / "messages.jsonl").open("a") as kept:
                kept.write(json.dumps(heard) + "\n")
            self.send_response(int(status))
            if 300 <= int(status) < 400:
                self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Receiver)
    (folder / "port").write_text(str(server.server_port))
    server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
