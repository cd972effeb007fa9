"""`vaxla resellers`: the operator places a reseller under another, in the database of `DATABASE_URL`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Annotated

import typer

from accounts.domain.resellers import PortingRole
from entrypoints.cli_options import AsJson

app = typer.Typer(no_args_is_help=True)
OrgNumber = Annotated[str, typer.Argument(help="The organisation number of the reseller below.")]
Under = Annotated[str, typer.Option(help="The organisation number of the reseller above.")]
As = Annotated[PortingRole, typer.Option("--as", help="What the one above is to the one below.")]


@app.callback()
def group() -> None:
    """Which reseller stands under which."""


@app.command()
def place(child: OrgNumber, under: Under, role: As = PortingRole.VIEWER) -> None:
    """Place a reseller under another, or change its place or role. The one below is told in its feed."""
    from accounts import repository  # noqa: PLC0415
    from accounts.domain.actor import SYSTEM  # noqa: PLC0415
    from accounts.usecases.place_reseller import place_reseller  # noqa: PLC0415
    from infra.db import unit_of_work  # noqa: PLC0415
    from infra.transitions import Cause  # noqa: PLC0415

    cause = Cause("system", SYSTEM.name, datetime.now(UTC))
    with unit_of_work() as session:
        below, above = repository.reseller(session, child), repository.reseller(session, under)
        place_reseller(session, SYSTEM, below.id, under=above.id, role=role, cause=cause)


@app.command()
def release(child: OrgNumber) -> None:
    """Let a reseller stand by itself again."""
    from accounts import repository  # noqa: PLC0415
    from accounts.domain.actor import SYSTEM  # noqa: PLC0415
    from accounts.usecases.place_reseller import release_reseller  # noqa: PLC0415
    from infra.db import unit_of_work  # noqa: PLC0415
    from infra.transitions import Cause  # noqa: PLC0415

    with unit_of_work() as session:
        below = repository.reseller(session, child)
        release_reseller(session, SYSTEM, below.id, cause=Cause("system", SYSTEM.name, datetime.now(UTC)))


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """Every reseller that stands under another."""
    from accounts import repository  # noqa: PLC0415
    from infra.db import unit_of_work  # noqa: PLC0415

    with unit_of_work() as session:
        lines = [
            {"child": child, "under": parent, "as": role.value}
            for child, parent, role in repository.reseller_links(session)
        ]
    if as_json:
        print(json.dumps(lines, ensure_ascii=False))
    else:
        for line in lines:
            print(f"{line['child']} under {line['under']} as {line['as']}")
