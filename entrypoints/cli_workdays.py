"""`vaxla workdays` and `vaxla porting`: Swedish working days, and what they make of a lead time."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Annotated, Any, Final, TypeVar

import typer

from entrypoints import cli_dates
from entrypoints.cli_options import AsJson, day
from kernel import leadtime
from kernel.errors import DomainError
from kernel.language import Language
from kernel.workdays import add_workdays, workdays_between

workdays_app = typer.Typer(no_args_is_help=True)
porting_app = typer.Typer(no_args_is_help=True)
_WRONG_USE: Final = 2
_FOUND_WANTING: Final = 1
T = TypeVar("T")


def _instant(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as wrong:
        raise typer.BadParameter(f"{text!r} is no time like 2026-12-16T09:00") from wrong


def _clock(text: str | time) -> time:
    try:
        clock = text if isinstance(text, time) else time.fromisoformat(text)
    except ValueError as wrong:
        raise typer.BadParameter(f"{text!r} is no clock time like 17:00") from wrong
    if clock.tzinfo is not None:
        raise typer.BadParameter("the cut-off is Stockholm's clock; leave the offset out")
    return clock


Day = Annotated[date, typer.Argument(parser=day, metavar="DATE")]
Lead = Annotated[int, typer.Option(help="Working days before the port; ten is a floor.")]


def _ask(question: Callable[[], T]) -> T:
    try:
        return question()
    except DomainError as refused:
        print(refused.detail("en"), file=sys.stderr)
        raise typer.Exit(_WRONG_USE) from refused


def _show(answer: dict[str, Any], words: str, *, as_json: bool) -> None:
    print(json.dumps(answer, ensure_ascii=False) if as_json else words)


@workdays_app.command(context_settings={"ignore_unknown_options": True})
def add(day: Day, count: Annotated[int, typer.Argument(metavar="N")], as_json: AsJson = False) -> None:
    """The N-th working day after DATE (before it when N is negative)."""
    found = _ask(lambda: add_workdays(day, count))
    _show({"date": str(found)}, str(found), as_json=as_json)


@workdays_app.command()
def between(first: Day, last: Day, as_json: AsJson = False) -> None:
    """Working days after the first date up to and with the last."""
    count = _ask(lambda: workdays_between(first, last))
    _show({"working_days": count}, str(count), as_json=as_json)


@porting_app.command()
def plan(
    submit: Annotated[datetime, typer.Option(parser=_instant, metavar="TIME", help="In Stockholm.")],
    lead: Lead = leadtime.SHORTEST_LEAD,
    cutoff: Annotated[time, typer.Option(parser=_clock, metavar="HH:MM")] = leadtime.USUAL_CUTOFF,
    as_json: AsJson = False,
) -> None:
    """The first date on which a request submitted then can be ported, explained."""
    made = _ask(lambda: leadtime.plan(submit, lead=lead, cutoff=cutoff))
    steps = [step.en for step in made.explanation]
    answer = {
        "counted_from": str(made.counted_from),
        "earliest_port_date": str(made.earliest_port_date),
        "explanation": steps,
    }
    _show(answer, "\n".join(steps), as_json=as_json)


@porting_app.command()
def dates(
    file: Annotated[str, typer.Argument(help="`number;donor` a line; - for stdin.")] = "-",
    wanted: Annotated[
        datetime | None, typer.Option("--at", parser=_instant, metavar="TIME", help="A time to judge.")
    ] = None,
    now: Annotated[
        datetime | None, typer.Option(parser=_instant, metavar="TIME", help="As if asked then.")
    ] = None,
    language: Annotated[str, typer.Option(help="sv or en")] = "en",
    as_json: AsJson = False,
) -> None:
    """When these numbers can move, why not then, and how many repair rounds still fit.

    Exit code 1 says that some cannot be ported; the answer holds for the others.
    """
    told, found = _ask(lambda: cli_dates.dates_of_file(file, _stockholm(wanted), _stockholm(now)))
    spoken: Language = "sv" if language == "sv" else "en"
    answer = cli_dates.as_json(told, found, spoken)
    _show(answer, "\n".join(cli_dates.as_lines(told, found, spoken)), as_json=as_json)
    if found.refused:
        raise typer.Exit(_FOUND_WANTING)


def _stockholm(given: datetime | None) -> datetime | None:
    """A time without an offset is Stockholm's."""
    return given.replace(tzinfo=leadtime.STOCKHOLM) if given is not None and given.tzinfo is None else given


@porting_app.command()
def latest(
    go_live: Annotated[date, typer.Option(parser=day, metavar="DATE")],
    lead: Lead = leadtime.SHORTEST_LEAD,
    as_json: AsJson = False,
) -> None:
    """The last day on which a request still makes a go-live date."""
    found = _ask(lambda: leadtime.latest_submit_date(go_live, lead=lead))
    _show({"latest_submit_date": str(found)}, f"{found}, before 17:00 in Stockholm", as_json=as_json)
