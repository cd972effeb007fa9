"""Run the simulator: `python -m simulators.carrier --port 8098`."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from simulators.carrier.app import make
from simulators.carrier.books import Books
from simulators.orphan import end_with_parent
from simulators.serving import serve

if TYPE_CHECKING:
    from collections.abc import Sequence


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="simulators.carrier", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8098)
    parser.add_argument("--port-file", type=Path, help="write the chosen port here once it listens")
    parser.add_argument("--clock", choices=("system", "virtual"), default="system")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> int:
    """Serve until stopped."""
    arguments = _arguments(given)
    token = os.environ.get("CARRIER_TOKEN", "")
    if not token:
        sys.stderr.write("set CARRIER_TOKEN\n")
        return 2
    end_with_parent()
    app = make(Books(virtual=arguments.clock == "virtual"), token)
    asyncio.run(serve(app, arguments.host, arguments.port, arguments.port_file))
    return 0


if __name__ == "__main__":
    sys.exit(main())
