"""Run the simulator: `python -m simulators.communication_operator --port 8098`."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from simulators.communication_operator.app import make
from simulators.communication_operator.keeping import keep
from simulators.communication_operator.network import Network
from simulators.line import serve
from simulators.orphan import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(given: Sequence[str] | None = None) -> int:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(prog="simulators.communication_operator", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8098)
    parser.add_argument("--port-file", type=Path, help="write the chosen port here once it listens")
    parser.add_argument("--portal-only", action="store_true", help="serve no ON-API, only the portal")
    parser.add_argument("--state-file", type=Path, help="keep accesses and orders here, also over a kill -9")
    arguments = parser.parse_args(given)
    secret = os.environ.get("COMMUNICATION_OPERATOR_SECRET", "")
    if not secret:
        sys.stderr.write("set COMMUNICATION_OPERATOR_SECRET\n")
        return 2
    end_with_parent()
    network = Network()
    if arguments.state_file is not None:
        keep(network, arguments.state_file)
    app = make(network, secret, portal_only=arguments.portal_only)
    asyncio.run(
        serve(app, "communication operator simulator", arguments.host, arguments.port, arguments.port_file)
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
