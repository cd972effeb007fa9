"""`vaxla up`: serve in the foreground, say where, stop when asked."""

from __future__ import annotations

import signal
import sys
import threading
from typing import TYPE_CHECKING, Final

from entrypoints.embedded import embedded
from simulators.communication_operator.process import CommunicationOperatorProcess

if TYPE_CHECKING:
    from pathlib import Path


_ENDING: Final = "  Ctrl-C stops it. Nothing is lost by stopping."


def fibre_operator(data_dir: Path) -> CommunicationOperatorProcess:
    """The simulator of a fibre network's communication operator; what stands on its ports is kept too."""
    from infra.secrets import embedded_secrets  # noqa: PLC0415  (a start that is refused needs none)

    return CommunicationOperatorProcess(
        secret=embedded_secrets(data_dir).gateway_token, state_file=data_dir / "communication-operator.json"
    )


def serve(port: int, data_dir: Path) -> int:
    """Run until SIGINT or SIGTERM. Returns the exit code."""
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    try:
        with embedded(data_dir, port) as product, fibre_operator(product.data_dir) as operator:
            from entrypoints.first_start import addresses  # noqa: PLC0415  (needs the settings made above)
            from entrypoints.first_start_fibre import fibre_addresses  # noqa: PLC0415  (the same)

            print(addresses(product), *fibre_addresses(operator), "", _ENDING, sep="\n", flush=True)
            stopping.wait()
            print("\nStopping. What was stored is stored.", flush=True)
    except OSError as taken:
        print(f"Port {port} cannot be used: {taken.strerror}. Choose another with --port.", file=sys.stderr)
        return 2
    return 0
