"""`vaxla delivery`: the plan of a delivery as a table (DL-01 to DL-06)."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from typing import Annotated

import typer

from delivery.domain.options import read_options
from delivery.domain.phases import LEAD_WORKING_DAYS
from delivery.domain.plan import anchors, lay_out, too_late
from delivery.planning.domain.table_text import markdown, table
from entrypoints.cli_options import AsJson, Tongue, day
from kernel.errors import DomainError
from kernel.language import Language
from kernel.workdays import add_workdays

app = typer.Typer(no_args_is_help=True)
_WRONG_USE = 2


@app.callback()
def _commands() -> None:
    """What a delivery is made of."""


@app.command()
def plan(
    go_live: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="Lay it out on this go-live day.")
    ] = None,
    complete: Annotated[
        date | None,
        typer.Option(parser=day, metavar="DATE", help="When the customer's data became complete."),
    ] = None,
    options: Annotated[str, typer.Option(help="Ordered options, separated by commas.")] = "",
    language: Annotated[Tongue, typer.Option()] = Tongue.SV,
    as_json: AsJson = False,
) -> None:
    """Every phase and activity: whose, of which kind, what it waits for, when it is due, when it applies.

    With a go-live day only what applies, each with its day; exit code 1 when the plan does not reach it.
    """
    tongue: Language = "en" if language is Tongue.EN else "sv"
    try:
        ordered = read_options(each.strip() for each in options.split(",") if each.strip())
    except DomainError as refused:
        print(refused.detail("en"), file=sys.stderr)
        raise typer.Exit(_WRONG_USE) from refused
    laid = None
    if go_live is not None:
        opened = complete or add_workdays(go_live, -LEAD_WORKING_DAYS)
        laid = lay_out(ordered, anchors(opened, go_live, complete))
    if as_json:
        print(json.dumps([asdict(row) for row in table(tongue, laid)], default=str, ensure_ascii=False))
    else:
        print(markdown(tongue, laid))
    late = too_late(laid, go_live) if laid and go_live else None
    if late is not None:
        print(
            f"go-live {go_live} is not reached: {late.activity.key} is done on {late.due_on}", file=sys.stderr
        )
        raise typer.Exit(1)
