"""The OpenAPI document, finished: every refusal in its one form, every operation under a name of its own."""

from __future__ import annotations

import re
from typing import Any, Final

from fastapi import FastAPI
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field

from accounts.domain.errors import ADDRESS_NOT_ALLOWED, SCOPE_MISSING, TEST_KEY_NEEDED, TOKEN_INVALID
from entrypoints.example_values import PLACES
from entrypoints.examples import every_refusal, refusals, tell_examples
from infra import deprecation
from infra.http_errors import BODY_TOO_LARGE, NOT_UNDERSTOOD, PROBLEM_JSON, status_of
from infra.idempotency import KEY_BUSY, KEY_REUSED
from infra.rate_limits import RATE_LIMITED
from infra.resources import CHANGED_SINCE_READ, FIELD_UNKNOWN, describe
from kernel.errors import (
    CATALOGUE,
    CHANGED_MEANWHILE,
    CHARACTER_NOT_STORABLE,
    INVALID_INPUT,
    NOT_FOUND,
    UNAVAILABLE,
    UNEXPECTED,
    ErrorSpec,
)

_REFERENCE: Final = "#/components/schemas/Problem"
_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_REFUSALS: Final = {
    "400": "The body cannot be read",
    "401": "No access token, or one that is not good any more",
    "403": "The key lacks the scope, or may not be used from there",
    "404": "Not there, or not yours",
    "409": "Not possible as things stand",
    "412": "Changed since you read it",
    "413": "Too large",
    "422": "Something in the call is not right",
    "429": "Too much at once",
    "500": "A fault of ours",
    "503": "Not possible just now; try again in a moment",
}
_CODE: Final = re.compile(r"`([A-Z][A-Z0-9_]+)`")
_SAFE: Final = "get"
_SANDBOX: Final = "/sandbox/"

_BYTES: Final = "application/octet-stream"
_LIMITED: Final = {
    "RateLimit-Policy": ("how many calls in how many seconds", '"calls";q=1200;w=60'),
    "RateLimit": ("how many are left, and in how many seconds a new window opens", '"calls";r=1199;t=60'),
}
_HEADERS: Final = {
    name: {"description": told, "schema": {"type": "string"}, "example": example}
    for name, (told, example) in _LIMITED.items()
} | {
    "Retry-After": {
        "description": "how many seconds to wait",
        "schema": {"type": "integer", "minimum": 1},
        "required": True,
    }
}


class FieldProblem(BaseModel):
    """What is wrong with one field."""

    field: str
    code: str
    detail: str


class Problem(BaseModel):
    """A refusal (RFC 9457). `code` is stable; further members are the facts that `detail` names."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    code: str = Field(examples=["INVALID_INPUT"])
    instance: str
    request_id: str
    errors: list[FieldProblem] = []


def operation_name(route: APIRoute) -> str:
    """The name of an operation that has not been given one: its summary, in words."""
    return _NOT_WORD.sub("_", (route.summary or f"{route.name} {route.path}").lower()).strip("_")


def document_of(app: FastAPI) -> dict[str, Any]:
    """The document of this program."""
    made = FastAPI.openapi(app)
    schemas = made.setdefault("components", {}).setdefault("schemas", {})
    if "Problem" not in schemas:
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schemas |= problem.pop("$defs") | {"Problem": problem}
        made["components"]["headers"] = _HEADERS
        codes: set[str] = set()
        for path, methods in made["paths"].items():
            for method, operation in methods.items():
                describe(operation, schemas)
                codes |= _tell_refusals(operation, codes_of(operation, method, path))
                _tell_parameters(operation)
                deprecation.describe(operation)
        made["components"]["examples"] = every_refusal(codes)
        for superseded in ("HTTPValidationError", "ValidationError"):
            schemas.pop(superseded, None)
        for schema in schemas.values():
            _tell_files(schema)
        for methods in made["paths"].values():
            for operation in methods.values():
                tell_examples(operation, schemas)
    return made


def _tell_files(schema: dict[str, Any]) -> None:
    """A file of a form in the writing of OpenAPI 3.0 too: makers of clients know it by that."""
    for member in schema.get("properties", {}).values():
        if member.get("contentMediaType") == _BYTES:
            member["format"] = "binary"


def codes_of(operation: dict[str, Any], method: str, path: str) -> set[str]:
    """Every code that an operation can be refused with: those that its text names, and those of its form."""
    named = _CODE.findall(operation.get("description", ""))
    found = {CATALOGUE[each] for each in named if each in CATALOGUE}
    headers = {each["name"] for each in operation.get("parameters", []) if each["in"] == "header"}
    queries = {each["name"] for each in operation.get("parameters", []) if each["in"] == "query"}
    of_its_form: dict[ErrorSpec, bool] = {
        UNEXPECTED: True,
        UNAVAILABLE: True,
        RATE_LIMITED: True,
        TOKEN_INVALID: "security" in operation,
        SCOPE_MISSING: "security" in operation,
        ADDRESS_NOT_ALLOWED: "security" in operation,
        TEST_KEY_NEEDED: _SANDBOX in path,
        NOT_FOUND: "{" in path or "404" in operation["responses"],  # an id may also stand in the body
        INVALID_INPUT: "422" in operation["responses"],
        CHARACTER_NOT_STORABLE: "422" in operation["responses"],
        FIELD_UNKNOWN: "fields" in queries,
        NOT_UNDERSTOOD: "requestBody" in operation,
        BODY_TOO_LARGE: "requestBody" in operation,
        CHANGED_MEANWHILE: method != _SAFE,
        KEY_REUSED: "Idempotency-Key" in headers,
        KEY_BUSY: "Idempotency-Key" in headers,
        CHANGED_SINCE_READ: "If-Match" in headers,
    }
    return {each.code for each in (*found, *(error for error, holds in of_its_form.items() if holds))}


def _tell_refusals(operation: dict[str, Any], codes: set[str]) -> set[str]:
    by_status: dict[str, list[str]] = {}
    for code in codes:
        by_status.setdefault(str(status_of(CATALOGUE[code])), []).append(code)
    for status in [each for each in operation["responses"] if each >= "400"]:
        del operation["responses"][status]
    for status, its_codes in sorted(by_status.items()):
        content = {"schema": {"$ref": _REFERENCE}, "examples": refusals(its_codes)}
        operation["responses"][status] = {
            "description": f"{_REFUSALS[status]}: {', '.join(f'`{each}`' for each in sorted(its_codes))}",
            "content": {PROBLEM_JSON: content},
        }
    for status, told in operation["responses"].items():
        names = (*_LIMITED, "Retry-After") if status == "429" else tuple(_LIMITED)
        limits = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
        told["headers"] = told.get("headers", {}) | limits
    return codes


def _tell_parameters(operation: dict[str, Any]) -> None:
    for each in operation.get("parameters", []):
        if "description" not in each and each["name"].lower() in PLACES:
            each["description"] = PLACES[each["name"].lower()]
