"""`vaxla chaos`: break everything around the orders, and check that none was lost, doubled or early."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from entrypoints.cli_options import AsJson

Orders = Annotated[int, typer.Option(min=10, max=1_000_000, help="How many orders flow.")]
Seed = Annotated[int, typer.Option(help="The same seed gives the same fault plan.")]
Mutants = Annotated[bool, typer.Option("--mutants", help="Prove the harness: plant five bugs, catch each.")]
_MUTANT_ORDERS = 60
_MUTANT_ROUNDS = 3
_HARM = ("sent_twice", "keys_changed", "early", "illegal_steps")


def chaos(orders: Orders = 300, seed: Seed = 1, mutants: Mutants = False, as_json: AsJson = False) -> None:
    """Kill, freeze and cut while orders flow; then check the invariants against the gateway's own books."""
    from entrypoints.chaos.arena import Arena  # noqa: PLC0415  (it imports the simulators)

    with tempfile.TemporaryDirectory() as folder, Arena(Path(folder)) as arena:
        from entrypoints.chaos.run import run  # noqa: PLC0415  (settings are in place from here on)

        result = _mutants(arena, seed) if mutants else run(arena, orders, seed)
    if as_json:
        print(json.dumps(result))
    else:
        _tell(result)
    if not result["ok"]:
        raise typer.Exit(1)


def _mutants(arena: Any, seed: int) -> dict[str, Any]:
    """Each planted bug must make one of three runs fail."""
    from entrypoints.chaos.mutants import MUTANTS  # noqa: PLC0415
    from entrypoints.chaos.run import run  # noqa: PLC0415

    runs: dict[str, dict[str, Any]] = {}
    for name in MUTANTS:
        for round_ in range(_MUTANT_ROUNDS):  # a busy machine may hide a race in one run, not in three
            runs[name] = run(arena, _MUTANT_ORDERS, seed + round_, mutant=name)
            if any(runs[name][sign] for sign in _HARM):
                break
    caught = {name: any(found[sign] for sign in _HARM) for name, found in runs.items()}
    return {"mutants": runs, "caught": caught, "ok": all(caught.values())}


def _tell(result: dict[str, Any]) -> None:
    if "mutants" in result:
        for name, found in result["mutants"].items():
            broken = {
                k: v for k, v in found.items() if v and k in _HARM and k not in ("orders", "seed", "ok")
            }
            print(f"{name:<30} {'caught' if result['caught'][name] else 'NOT CAUGHT'}  {broken}")
        return
    for name, value in result.items():
        if name == "faults":
            print("faults")
            for kind, count in value.items():
                print(f"  {kind:<28}{count:>7}")
        elif name != "stories":
            print(f"{name:<30}{value!s:>7}")
    for name, stories in result["stories"].items():
        for key, lines in stories.items():
            print(f"\n{name}: {key}", *lines, sep="\n  ")
