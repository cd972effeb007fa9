"""`vaxla customer-data`: the customer's workbook, judged at the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from delivery.customer_data.check_file import check_file
from delivery.customer_data.domain.check import STANDARD_RULES, CheckResult
from delivery.customer_data.domain.check_users import Rules
from infra.settings import get_settings
from kernel.language import Language, Text

app = typer.Typer(no_args_is_help=True)

COUNTS = Text(
    sv="{users} användare, {numbers} nummer, {groups} svarsgrupper, {series} nummerserier",
    en="{users} users, {numbers} numbers, {groups} answer groups, {series} number series",
)
VERDICT_GOOD = Text(sv="Allt stämmer.", en="All is well.")
VERDICT_BAD = Text(
    sv="{errors} att rätta, {warnings} att se över.", en="{errors} to mend, {warnings} to look at."
)


@app.callback()
def group() -> None:
    """The customer's workbook."""


@app.command()
def check(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="xlsx, xls, ods or CSV.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print only JSON on stdout.")] = False,
    english: Annotated[bool, typer.Option("--english", help="Say it in English.")] = False,
) -> None:
    """Check a list of users, answer groups and number series. Exit 0 when it can be used, 1 when not."""
    rules = Rules(STANDARD_RULES.subscriptions, STANDARD_RULES.sim_types, get_settings().is_production)
    result = check_file(file, rules=rules)
    if as_json:
        typer.echo(json.dumps(result.as_json(), ensure_ascii=False))
    else:
        _tell(result, "en" if english else "sv")
    raise typer.Exit(0 if result.ok else 1)


def _tell(result: CheckResult, language: Language) -> None:
    """The findings in the order they were met, then the sum."""
    for issue in (*result.errors, *result.warnings):
        place = issue.where(language)
        typer.echo(f"{place}\n  {issue.text(language)}" if place else issue.text(language))
    counts = result.as_json()
    typer.echo(COUNTS.format(language, **counts))
    verdict = VERDICT_GOOD if not result.issues else VERDICT_BAD
    typer.echo(verdict.format(language, errors=len(result.errors), warnings=len(result.warnings)))
