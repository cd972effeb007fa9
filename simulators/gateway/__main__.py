"""Run the simulator: `python -m simulators.gateway --port 8099`."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from simulators.gateway.app import make
from simulators.gateway.exchange import Exchange
from simulators.gateway.file_side import FileSide
from simulators.gateway.script import Script
from simulators.line import serve
from simulators.orphan import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Sequence


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="simulators.gateway", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8099)
    parser.add_argument("--port-file", type=Path, help="write the chosen port here once it listens")
    parser.add_argument("--state-dir", type=Path, help="keep the books here, also over a kill -9")
    parser.add_argument("--exchange-dir", type=Path, help="speak by files in this folder too")
    parser.add_argument("--clock", choices=("system", "virtual"), default="system")
    parser.add_argument("--script", type=Path, help="a JSON file with rules")
    parser.add_argument("--insecure-no-token", action="store_true")
    return parser.parse_args(given)


async def _serve(arguments: argparse.Namespace, token: str) -> None:
    script = Script.model_validate_json(arguments.script.read_text()) if arguments.script else Script()
    exchange = Exchange(virtual=arguments.clock == "virtual", script=script, state_dir=arguments.state_dir)
    if arguments.exchange_dir is not None:
        FileSide(exchange, arguments.exchange_dir).start()
    app = make(exchange, token)
    await serve(app, "gateway simulator", arguments.host, arguments.port, arguments.port_file)


def main(given: Sequence[str] | None = None) -> int:
    """Serve until stopped."""
    arguments = _arguments(given)
    token = os.environ.get("GATEWAY_TOKEN", "")
    if not token and not arguments.insecure_no_token:
        sys.stderr.write("set GATEWAY_TOKEN, or say --insecure-no-token\n")
        return 2
    end_with_parent()
    asyncio.run(_serve(arguments, token))
    return 0


if __name__ == "__main__":
    sys.exit(main())
