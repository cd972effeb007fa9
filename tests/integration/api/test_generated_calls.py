"""PA-01: the API does what its document says, in thousands of generated calls. `make fuzz` makes more of them."""

from __future__ import annotations

import os
from typing import Any

from fastapi import FastAPI, Response
from fastapi.testclient import TestClient
from pydantic import BaseModel

from .generated_calls import run
from .world import tenant

# A call costs about 15 ms: this makes some 8,000 calls in two minutes. `make fuzz` says how many more.
EXAMPLES = int(os.environ.get("VAXLA_API_EXAMPLES", "6"))
SEED = int(os.environ.get("VAXLA_API_SEED", "7"))
FEWEST = 2_000


def test_generated_calls_find_nothing(client: TestClient, clean: str) -> None:
    partner = tenant(client, "Partner Ett", "5599999025")
    report = run(client.app, partner.bearer, examples=EXAMPLES, seed=SEED)
    print(report)
    assert not report.found, "\n\n".join(f"{key}: {told}" for key, told in report.found.items())
    assert report.cases.total() >= FEWEST
    assert report.cases["stateful"] > 0
    paths: dict[str, Any] = client.get("/api/v1/openapi.json").json()["paths"]
    documented = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert report.operations == documented


class _Told(BaseModel):
    number: int


def test_what_departs_from_the_document_is_found() -> None:
    app = FastAPI(openapi_url="/api/v1/openapi.json")

    @app.get("/wrong-form", response_model=_Told)
    def wrong_form() -> Response:
        return Response('{"number": "one"}', media_type="application/json")

    @app.get("/wrong-status")
    def wrong_status() -> Response:
        return Response(status_code=418)

    kinds = {(name, operation) for name, operation, _ in run(app, {}, examples=1).found}
    assert ("response_schema_conformance", "GET /wrong-form") in kinds
    assert ("status_code_conformance", "GET /wrong-status") in kinds
