"""`vaxla up`: serve in the foreground, say where, stop when asked."""

from __future__ import annotations

import signal
import sys
import threading
from typing import TYPE_CHECKING

from entrypoints.embedded import embedded

if TYPE_CHECKING:
    from pathlib import Path


def serve(port: int, data_dir: Path) -> int:
    """Run until SIGINT or SIGTERM. Returns the exit code."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    try:
        with embedded(data_dir, port) as product:
            from entrypoints.first_start import addresses  # noqa: PLC0415  (needs the settings made above)

            print(addresses(product), flush=True)
            stopping.wait()
            print("\nStopping. What was stored is stored.", flush=True)
    except OSError as taken:
        print(f"Port {port} cannot be used: {taken.strerror}. Choose another with --port.", file=sys.stderr)
        return 2
    return 0
