"""`vaxla api`: the partner API for other programs: its OpenAPI document, and a Postman collection."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

app = typer.Typer(no_args_is_help=True)
BaseUrl = Annotated[str, typer.Option(help="Where the product runs.")]


@app.callback()
def group() -> None:
    """The partner API for other programs."""


@app.command()
def openapi() -> None:
    """Print the OpenAPI document."""
    print(json.dumps(_document(), indent=2, ensure_ascii=False, sort_keys=True))


@app.command()
def postman(base_url: BaseUrl = "http://127.0.0.1:8000") -> None:
    """Print a Postman collection (format 2.1): `vaxla api postman > vaxla.postman_collection.json`."""
    from entrypoints.postman import collection_of  # noqa: PLC0415

    print(json.dumps(collection_of(_document(), base_url), indent=2, ensure_ascii=False))


def _document() -> dict[str, Any]:
    from entrypoints.openapi import document_of  # noqa: PLC0415
    from entrypoints.web import make  # noqa: PLC0415

    return document_of(make())
