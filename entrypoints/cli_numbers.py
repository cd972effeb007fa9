"""`vaxla numbers`: what a pasted list of numbers turns out to be."""

from __future__ import annotations

import codecs
import io
import json
import re
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from kernel.numbers import REMARKS, NumberCheck, check_number

app = typer.Typer(no_args_is_help=True)
_WRONG_USE: Final = 2
_LINE_END: Final = re.compile(r"\r\n|\n|\r")


@app.callback()
def numbers() -> None:
    """Telephone numbers and number series."""


@app.command()
def check(
    file: Annotated[
        str, typer.Argument(help="A text file with one number or series a line; - for stdin.")
    ] = "-",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Say of each line whether it can be ported as given, and why not."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal without Swedish letters gets a question mark
        sys.stdout.reconfigure(errors="replace")
    all_ok = True
    for line in _lines(file):
        found = check_number(line)
        all_ok = all_ok and found.ok
        print(json.dumps(found.as_json()) if as_json else _sentence(found))
    if not all_ok:
        raise typer.Exit(1)


def _lines(file: str) -> list[str]:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as missing:
        print(f"{file}: {missing.strerror}", file=sys.stderr)
        raise typer.Exit(_WRONG_USE) from missing
    return [line for line in _LINE_END.split(_decoded(raw)) if line.strip()]


def _decoded(raw: bytes) -> str:
    """Text as it is saved in Sweden: UTF-8, UTF-16 with its mark, else Windows-1252."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("windows-1252", errors="replace")


def _sentence(found: NumberCheck) -> str:
    """One line for a person: the verdict, the number in Swedish writing, what it is, and why not."""
    mark = "✓" if found.ok else "✗"
    what = found.national or found.first or found.input.strip()
    amount = f" ({found.count} numbers)" if found.kind == "series" and found.count else ""
    extension = f" extension {found.extension}" if found.extension else ""
    faults = [code for code in found.codes if code not in REMARKS]
    remarks = [code for code in found.codes if code in REMARKS]
    reasons = f"  {', '.join(faults)}" if faults else ""
    noted = f"  ({', '.join(remarks)})" if remarks else ""
    return f"{mark} {what}{amount}{extension}  {found.type}{reasons}{noted}"
