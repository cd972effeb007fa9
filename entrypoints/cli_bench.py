"""`vaxla bench`: ratios of two things measured in one run."""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from entrypoints.cli_options import AsJson

_ROOT: Final = Path(__file__).parents[1]
BENCHES: Final = {
    "numbers": ("numbers", "run"),
    "workdays": ("workdays", "run"),
    "claim": ("claim", "run"),
    "dispatch_8": ("dispatch_8", "run"),
    "dispatch_32": ("dispatch_32", "run"),
    "dates": ("dates", "run"),
    "replan": ("replan", "run"),
    "webhook_isolation": ("webhook_isolation", "run"),
    "import_limit": ("imports", "import_limit"),
    "import_naive": ("imports", "import_naive"),
    "import_memory": ("imports", "import_memory"),
    "bulk_insert": ("imports", "bulk_insert"),
    "api_read": ("api", "api_read"),
    "api_write": ("api", "api_write"),
    "api_overhead": ("api", "api_overhead"),
    "bulk_order": ("bulk_order", "run"),
    "list_depth": ("workspace", "list_depth"),
    "dashboard": ("workspace", "dashboard"),
    "search": ("search", "run"),
}
"""Name to the file under `bench/` and the function in it."""
# A bench calls as fast as it can: it measures the work of a call, the counting of it included, not the patience.
_LIMITS: Final = tuple(f"VAXLA_API_{each}_PER_MINUTE" for each in ("CALLS", "CHANGES", "TOKENS"))
Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME ...]", help="All unless named.")]


def bench(names: Names = None, as_json: AsJson = False) -> None:
    """Measure, and say of each ratio whether it meets its goal."""
    chosen = names or list(BENCHES)
    unknown = [name for name in chosen if name not in BENCHES]
    if unknown:
        raise typer.BadParameter(f"no bench {', '.join(unknown)}; there are {', '.join(BENCHES)}")
    sys.path.insert(0, str(_ROOT))
    for limit in _LIMITS:
        os.environ.setdefault(limit, "1000000000")
    results = [_measure(*BENCHES[name]) for name in chosen]
    if as_json:
        print(json.dumps(results))
    else:
        for each in results:
            print(
                f"{each['name']:>12}  {each['ratio']:8.2f}  goal {each['goal']}  {'ok' if each['ok'] else 'MISSED'}"
            )
    if not all(each["ok"] for each in results):
        raise typer.Exit(1)


def _measure(module: str, function: str) -> dict[str, Any]:
    measured: dict[str, Any] = getattr(importlib.import_module(f"bench.{module}"), function)()
    return measured
