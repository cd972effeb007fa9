"""Thousands of calls made from the OpenAPI document, each answer held against it (schemathesis)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

import jsonschema
import schemathesis

# The tool loads this in the middle of its run. pytest parses a module of a plugin as it is loaded, and Debian's Python
# 3.11.2 cannot do that while another thread parses, too (CPython issue 106905): so it is loaded beforehand.
import schemathesis.engine.run.stateful._executor
from schemathesis import engine
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events

from infra.http_errors import PROBLEM_JSON

# Every check of the tool runs. One is told more than it knows by itself:
CHECKS: Final = {
    # A call that fits the document can still be refused for what no schema says: a company number's check digit,
    # a day that has passed, a cursor of nobody. `form_and_document_agree` holds that such a 422 has a code of its
    # own, and that nothing which fits the document is refused for its form. An `If-Match` that fits is no fresh one.
    "positive_data_acceptance": {"expected-statuses": ["2xx", "401", "403", "404", "409", "412", "422"]},
}
FORM_CODES: Final = {"INVALID_INPUT", "NOT_UNDERSTOOD"}
_OK: Final = 200
_UNPROCESSABLE: Final = 422


@schemathesis.check
def form_and_document_agree(
    ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case
) -> None:
    """What fits the document is not refused for its form."""
    del ctx
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    if {"None", "null"} & set(map(str, case.path_parameters.values())):
        return  # an event's `case_id`, a wish's `id` may be null; the tool makes a path of it
    assert response.status_code != _UNPROCESSABLE or response.json()["code"] not in FORM_CODES, response.text


@schemathesis.check
def whole_unless_chosen(
    ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case
) -> None:
    """The document lets a choice of members stand beside the whole resource; unasked it must be the whole one."""
    del ctx
    schema = case.operation.schema.raw_schema
    told = case.operation.definition.raw["responses"].get("200", {}).get("content", {})
    either = told.get("application/json", {}).get("schema", {}).get("anyOf", [])
    chosen = str((case.query or {}).get("fields", "")).strip(" ,")
    if response.status_code != _OK or chosen or not any("/Chosen" in each.get("$ref", "") for each in either):
        return
    whole = [each for each in either if "/Chosen" not in each["$ref"]]
    jsonschema.validate(response.json(), {"anyOf": whole, "components": schema["components"]})


@schemathesis.check
def code_is_told(
    ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case
) -> None:
    """Every refusal has a code that the document tells of for this operation and status."""
    del ctx
    told = case.operation.definition.raw["responses"].get(str(response.status_code), {}).get("content", {})
    if PROBLEM_JSON in told:
        assert response.json()["code"] in told[PROBLEM_JSON]["examples"], response.text


@dataclass
class Report:
    """What a run did and found."""

    cases: Counter[str] = field(default_factory=Counter)
    checks: Counter[str] = field(default_factory=Counter)
    operations: set[str] = field(default_factory=set)
    found: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def __str__(self) -> str:
        phases = ", ".join(f"{count} {phase}" for phase, count in self.cases.items())
        return (
            f"schemathesis: {self.cases.total()} calls ({phases}) of {len(self.operations)} operations, "
            f"{self.checks.total()} checks of {len(self.checks)} kinds, {len(self.found)} findings"
        )

    def take(self, event: events.EngineEvent) -> None:
        """Enter what an event of the engine tells."""
        if isinstance(event, events.NonFatalError):
            self.found["error", event.label, type(event.value).__name__] = str(event.value)
        if not isinstance(event, events.ScenarioFinished):
            return
        recorder = event.recorder
        self.cases[event.phase.value.lower()] += len(recorder.interactions)
        self.operations |= {node.value.operation.label for node in recorder.cases.values()}
        for node in [each for made in recorder.checks.values() for each in made]:
            self.checks[node.name] += 1
            if node.failure_info is not None:
                failure = node.failure_info.failure
                told = f"{failure.message}\n{node.failure_info.code_sample}"
                self.found.setdefault((node.name, failure.operation, failure.title), told)


def run(app: Any, headers: dict[str, str], *, examples: int, seed: int = 7) -> Report:
    """Call every operation of an app's document: its examples, the corners of each schema, chance, and stories."""
    config = SchemathesisConfig.from_dict(
        {
            "headers": headers,
            "seed": seed,
            "generation": {"max-examples": examples, "database": "none"},
            "phases": {"stateful": {"generation": {"max-examples": examples * 5}}},
            "suppress-health-check": ["all"],  # it is about the speed of making calls, not about the API
            "max-stream-events": 2,  # the stream of events has no end
            "checks": CHECKS,
        }
    )
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=config)
    report = Report()
    for event in engine.from_schema(schema).execute():
        report.take(event)
    return report
