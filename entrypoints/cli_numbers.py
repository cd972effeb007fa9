"""`vaxla numbers`: what a pasted list of numbers turns out to be."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from kernel.numbers import NumberCheck, check_number

app = typer.Typer(no_args_is_help=True)
_WRONG_USE: Final = 2


@app.command()
def check(
    file: Annotated[
        str, typer.Argument(help="A text file with one number or series a line; - for stdin.")
    ] = "-",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Say of each line whether it can be ported as given, and why not."""
    results = [check_number(line) for line in _lines(file) if line.strip()]
    for each in results:
        print(json.dumps(each.as_json(), ensure_ascii=False) if as_json else _sentence(each))
    if not all(each.ok for each in results):
        raise typer.Exit(1)


def _lines(file: str) -> list[str]:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as missing:
        print(f"{file}: {missing.strerror}", file=sys.stderr)
        raise typer.Exit(_WRONG_USE) from missing
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("windows-1252", errors="replace")
    return [line.rstrip("\r") for line in text.split("\n")]


def _sentence(found: NumberCheck) -> str:
    mark = "✓" if found.ok else "✗"
    what = found.national or found.first or found.input
    amount = f" ({found.count} numbers)" if found.kind == "series" and found.count else ""
    codes = f"  {', '.join(found.codes)}" if found.codes else ""
    return f"{mark} {what}{amount}  {found.type}{codes}"
