"""`vaxla demo`: start everything in a folder of its own, tell the story, show what came of it."""

from __future__ import annotations

import json
import logging
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from entrypoints.embedded import Embedded, embedded, free_port

Report = dict[str, Any]
Run = Callable[[Embedded, Callable[[str], None]], Report]


def tell(*, as_json: bool, keep: Path | None) -> int:
    """Tell the delivery story. Returns 0 when it ended as it should, 1 otherwise."""
    return stage(_run, _show, as_json=as_json, keep=keep)


def stage(run: Run, show: Callable[[Report, float], None], *, as_json: bool, keep: Path | None) -> int:
    """Start the product in a folder of its own, run a story on it, print or show its report."""
    folder = keep or Path(tempfile.mkdtemp(prefix="vaxla-demo-"))
    began = time.monotonic()
    say = speaker(as_json=as_json)
    try:
        say("Starting PostgreSQL, the gateway simulator, the mail catcher, workers and web server.")
        with embedded(folder, free_port(), clock="virtual", doorbell_seconds=0.4) as product:
            report = _safely(run, product, say)
    finally:
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)
    if as_json:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        show(report, time.monotonic() - began)
    return 0 if report["ok"] else 1


def speaker(*, as_json: bool) -> Callable[[str], None]:
    """Says a line with the seconds since the start; on stderr where stdout is for JSON."""
    began = time.monotonic()
    out = sys.stderr if as_json else sys.stdout
    return lambda line: print(f"  {time.monotonic() - began:5.1f} s  {line}", file=out, flush=True)


def _safely(run: Run, product: Embedded, say: Callable[[str], None]) -> Report:
    try:
        return run(product, say)
    except Exception:  # noqa: BLE001  (whatever stopped the story is part of what it shows)
        traceback.print_exc(file=sys.stderr)
        return {"ok": False}


def _run(product: Embedded, say: Callable[[str], None]) -> Report:
    from entrypoints.demo.report import report  # noqa: PLC0415  (needs the settings made by the start)
    from entrypoints.demo.story import Story  # noqa: PLC0415

    logging.getLogger().setLevel(logging.ERROR)
    story = Story(product, say)
    try:
        story.tell()
    except Exception:  # noqa: BLE001  (as above; here the case is known)
        traceback.print_exc(file=sys.stderr)
        return {"ok": False, "case": story.case_id}
    finally:
        story.close()
    return report(story.case_id, product.gateway.books())


def _show(report: dict[str, Any], seconds: float) -> None:
    if not report["ok"]:
        print("\nThe story did not end as it should.")
        return
    numbers, gateway = report["numbers"], report["gateway"]
    second = [fee for fee in report["fees"] if fee["payer"] == "customer" and fee["amount_ore"]]
    print(
        f"\n  {report['case']}: {numbers['ported']} of {numbers['total']} numbers ported in "
        f"{len(report['attempts'])} attempts; {len(second)} charged to the customer; "
        f"{report['sims']['delivered']} SIM delivered."
        f"\n  The gateway counted {gateway['requests_received']} requests and "
        f"{gateway['duplicates_received']} duplicates.  ({seconds:.0f} s)"
    )
