"""`vaxla demo --story kobyte`: a full change of operator in flow I and in flow II, and what came of each."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from entrypoints.demo.run import stage

if TYPE_CHECKING:
    from entrypoints.demo.kobyte_story import Change
    from entrypoints.embedded import Embedded


def tell(*, as_json: bool, keep: Path | None) -> int:
    """Tell the story. Returns 0 when it ended as it should, 1 otherwise."""
    return stage(_run, _show, as_json=as_json, keep=keep)


def _run(product: Embedded, say: Callable[[str], None]) -> dict[str, Any]:
    from entrypoints.demo.kobyte_story import KoByteStory  # noqa: PLC0415  (needs the settings made above)

    logging.getLogger().setLevel(logging.ERROR)
    story = KoByteStory(product, say)
    try:
        story.tell()
    finally:
        story.close()
    flows = [_report(change) for change in story.changes]
    return {"ok": all(each["ok"] for each in flows), "flows": flows}


def _report(change: Change) -> dict[str, Any]:
    """What stands in the product now, flow by flow."""
    from accounts.domain.actor import SYSTEM  # noqa: PLC0415
    from infra.clock import current  # noqa: PLC0415
    from infra.db import unit_of_work  # noqa: PLC0415
    from openfibre.operator_change.domain.deadlines import Standing  # noqa: PLC0415
    from openfibre.operator_change.domain.states import ProjectState  # noqa: PLC0415
    from openfibre.operator_change.queries.board import project_view  # noqa: PLC0415
    from openfibre.operator_change.queries.data import data_view  # noqa: PLC0415
    from openfibre.operator_change.queries.reconciliation import reconciliation  # noqa: PLC0415

    project_id = UUID(change.base.rsplit("/", 1)[1])
    with unit_of_work() as session:
        now = current(session)
        view = project_view(session, SYSTEM, project_id, now=now)
        waves = reconciliation(session, SYSTEM, project_id, now=now)
        files = data_view(session, SYSTEM, project_id).sets
    good = {Standing.MET, Standing.STALE}
    outcomes = {status.value: count for wave in waves for status, count in wave.counts if count}
    receipts = [receipt for wave in waves for receipt in wave.receipts]
    on_time = all(line.standing in good for line in view.deadlines)
    closed = view.state is ProjectState.CLOSED
    all_done = all(line.standing == "done" for line in view.todo)
    return {
        "ok": closed and on_time and all_done and all(each.at for each in receipts),
        "flow": view.flow.value,
        "project": view.reference,
        "state": view.state.value,
        "activities": dict(Counter(line.standing for line in view.todo)),
        "deadlines": [
            {
                "id": line.rule,
                "raw": str(line.raw),
                "due": str(line.due),
                "met": str(line.met_on) if line.met_on else None,
                "standing": line.standing.value,
                "reason": line.reason or None,
            }
            for line in view.deadlines
        ],
        "files": dict(Counter(each.state.value for each in files)),
        "accesses": outcomes,
        "receipts": {
            "given": sum(1 for each in receipts if each.at),
            "asked": len(receipts),
            "by": [f"{each.kind} {each.part.party}" for each in receipts],
        },
        "refused": change.refused,
    }


def _show(report: dict[str, Any], seconds: float) -> None:
    if not report["ok"]:
        print("\nThe story did not end as it should.")
        return
    for each in report["flows"]:
        print(
            f"\n  {each['project']} flow {each['flow']}: {each['state']}; accesses {each['accesses']}; "
            f"{each['receipts']['given']} of {each['receipts']['asked']} receipts; files {each['files']}."
        )
    print(f"  ({seconds:.0f} s)")
