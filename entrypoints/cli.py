"""`vaxla`: the command line. Each command is thin; heavy imports wait until a command needs them."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from entrypoints import (
    cli_api,
    cli_bench,
    cli_chaos,
    cli_customer_data,
    cli_delivery,
    cli_kobyte,
    cli_numbers,
    cli_resellers,
    cli_workdays,
)
from entrypoints.cli_options import AsJson

app = typer.Typer(
    name="vaxla",
    help="Växla delivers business telephony in Sweden, number porting included.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.add_typer(cli_numbers.app, name="numbers", help="Telephone numbers and number series.")
app.add_typer(cli_workdays.workdays_app, name="workdays", help="Swedish working days.")
app.add_typer(cli_workdays.porting_app, name="porting", help="When a number can be ported.")
app.add_typer(cli_customer_data.app, name="customer-data", help="The customer's workbook.")
app.add_typer(cli_delivery.app, name="delivery", help="The plan of a delivery.")
app.add_typer(cli_api.app, name="api", help="The partner API for other programs.")
app.add_typer(cli_resellers.app, name="resellers", help="Which reseller stands under which.")
app.add_typer(cli_kobyte.app, name="kobyte", help="Change of communication operator.")

app.command()(cli_bench.bench)
app.command()(cli_chaos.chaos)


# What `vaxla demo --story` can tell, and the module that tells it.
STORIES = {
    "delivery": "entrypoints.demo.run",
    "kobyte": "entrypoints.demo.kobyte",
    "avblockering": "entrypoints.demo.unblocking",
}
Port = Annotated[int, typer.Option(help="The one port of the product.", min=0, max=65535)]
Host = Annotated[str, typer.Option(help="The address to listen on.")]


@app.command()
def up(
    port: Port = 8000,
    data_dir: Annotated[Path, typer.Option(help="Where everything is kept.")] = Path("var"),
) -> None:
    """Serve the whole product in the foreground, on one port, with a PostgreSQL of its own."""
    from entrypoints.up import serve  # noqa: PLC0415

    raise typer.Exit(serve(port, data_dir))


@app.command()
def demo(
    as_json: AsJson = False,
    keep: Annotated[Path | None, typer.Option(help="Keep the data here instead of throwing it away.")] = None,
    story: Annotated[str, typer.Option(help=f"One of {', '.join(STORIES)}.")] = "delivery",
) -> None:
    """Drive a story from beginning to end on real components: weeks or months in under a minute."""
    if story not in STORIES:
        raise typer.BadParameter(f"no story {story!r}; there are {', '.join(STORIES)}")
    raise typer.Exit(import_module(STORIES[story]).tell(as_json=as_json, keep=keep))


@app.command()
def migrate() -> None:
    """Bring the database of `DATABASE_URL` to the newest shape."""
    from entrypoints.migrations import upgrade  # noqa: PLC0415

    upgrade()


@app.command()
def web(host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Serve pages and API (one process; start more behind a proxy)."""
    from entrypoints.serving import serve  # noqa: PLC0415
    from entrypoints.web import make  # noqa: PLC0415

    serve(make(), host, port)


@app.command()
def worker(
    concurrency: Annotated[int, typer.Option(min=1, max=64)] = 4,
    queues: Annotated[str, typer.Option(help="Queues to take, separated by commas; all unless given.")] = "",
) -> None:
    """Run a Celery worker on `REDIS_URL`."""
    from entrypoints.worker import run_worker  # noqa: PLC0415

    run_worker(concurrency, queues)


@app.command()
def beat() -> None:
    """Ring the doorbells on `REDIS_URL`. Any number of beats may ring; nothing hangs on how many."""
    from entrypoints.beat import BELLS  # noqa: PLC0415
    from infra.celery_app import app as celery  # noqa: PLC0415

    celery.start(["beat", "--scheduler", BELLS, "--loglevel", "WARNING", "--pidfile="])


def main() -> None:
    """Entry point. Typer answers wrong use with exit code 2."""
    os.environ.setdefault("PYTHONUTF8", "1")
    app()
