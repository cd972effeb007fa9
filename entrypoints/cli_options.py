"""Options that several commands share: a day, a language, JSON."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer


class Tongue(StrEnum):
    """Which language to print in."""

    SV = "sv"
    EN = "en"


def day(text: str) -> date:
    """A day as it was typed. Raises `typer.BadParameter` for anything but a date of the calendar."""
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise typer.BadParameter(f"{text!r} is no date like 2027-05-03") from wrong


AsJson = Annotated[bool, typer.Option("--json", help="Print only JSON on stdout.")]
