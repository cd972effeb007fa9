"""Run the simulator: `python -m simulators.bankid --port 8098`."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from simulators.bankid.app import make
from simulators.line import serve
from simulators.orphan import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(given: Sequence[str] | None = None) -> int:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(prog="simulators.bankid", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8098)
    parser.add_argument("--port-file", type=Path)
    asked = parser.parse_args(given)
    end_with_parent()
    asyncio.run(serve(make(), "BankID simulator", asked.host, asked.port, asked.port_file))
    return 0


if __name__ == "__main__":
    sys.exit(main())
