"""`vaxla kobyte`: the dates and the table of a change of communication operator (KO-01, KO-02)."""

from __future__ import annotations

import json
import sys
from datetime import date
from enum import StrEnum
from typing import Annotated, Final

import typer

from entrypoints.cli_options import AsJson, Tongue, day
from kernel.errors import DomainError
from openfibre.operator_change.domain import remarks
from openfibre.operator_change.domain.deadlines import Deadline, earliest_technical
from openfibre.operator_change.domain.deadlines import plan as deadlines
from openfibre.operator_change.domain.parties import Flow
from openfibre.operator_change.domain.table_text import markdown

app = typer.Typer(no_args_is_help=True)
_WRONG_USE: Final = 2


class Mix(StrEnum):
    """Whom a wave serves."""

    MIXED = "mixed"
    PRIVATE = "private"


@app.command()
def plan(
    migration: Annotated[date, typer.Option(parser=day, metavar="DATE", help="The technical migration.")],
    segment: Annotated[Mix, typer.Option(help="Whether companies are among the customers.")],
    brytpunkt: Annotated[
        date | None,
        typer.Option(parser=day, metavar="DATE", help="The commercial cut-over; else the next month shift."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Every deadline of a migration: its raw date, and the working day by which to have it done."""
    try:
        found = deadlines(migration, mixed=segment is Mix.MIXED, brytpunkt_on=brytpunkt)
    except DomainError as refused:
        print(refused.detail("en"), file=sys.stderr)
        raise typer.Exit(_WRONG_USE) from refused
    noted = remarks.on_technical(migration) + (remarks.on_brytpunkt(brytpunkt) if brytpunkt else [])
    for remark in noted:
        print(f"{remark.severity} {remark.code}: {remark.text.en}", file=sys.stderr)
    if as_json:
        rows = [{"id": each.id, "raw": str(each.raw), "due": str(each.due)} for each in found]
        print(json.dumps({"deadlines": rows}))
    else:
        print("\n".join(_line(each) for each in found))


@app.command()
def earliest(
    ready: Annotated[date, typer.Option(parser=day, metavar="DATE", help="When access data is ready.")],
    segment: Annotated[Mix, typer.Option(help="Whether companies are among the customers.")],
    as_json: AsJson = False,
) -> None:
    """The first feasible migration for access data that is ready on a day, and the working day to suggest."""
    try:
        found, suggested = earliest_technical(ready, mixed=segment is Mix.MIXED)
    except DomainError as refused:
        print(refused.detail("en"), file=sys.stderr)
        raise typer.Exit(_WRONG_USE) from refused
    if as_json:
        print(json.dumps({"earliest": str(found), "suggested": str(suggested)}))
    else:
        print(f"{found}, suggested {suggested}")


def _line(deadline: Deadline) -> str:
    return f"{deadline.id:<8}{deadline.raw}  {deadline.due}  {deadline.rule.asks.en}"


@app.command()
def table(
    flow: Annotated[Flow, typer.Option(help="I with migration terms, II without.")] = Flow.I,
    language: Annotated[Tongue, typer.Option()] = Tongue.SV,
) -> None:
    """The ten steps and six actors of a flow, as a Markdown table."""
    print(markdown(flow, "en" if language is Tongue.EN else "sv"))
