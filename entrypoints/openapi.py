"""The OpenAPI document, finished: every refusal in its one form, every operation under a name of its own."""

from __future__ import annotations

import re
from typing import Any, Final

from fastapi import FastAPI
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict, Field

from infra import deprecation
from infra.http_errors import PROBLEM_JSON
from infra.resources import describe

_REFERENCE: Final = "#/components/schemas/Problem"
_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_REFUSALS: Final = {
    "400": "The body cannot be read",
    "401": "No access token, or one that is not good any more",
    "403": "The key lacks the scope, or may not be used from there",
    "404": "Not there, or not yours",
    "409": "Not possible as things stand",
    "412": "Changed since you read it",
    "413": "The file is too large",
    "422": "Something in the call is not right",
    "429": "Too much at once",
}


_MULTIPART: Final = "multipart/form-data"
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
        for path, methods in made["paths"].items():
            for operation in methods.values():
                describe(operation, schemas)
                _tell_refusals(operation, has_id="{" in path)
                deprecation.describe(operation)
        for superseded in ("HTTPValidationError", "ValidationError"):
            schemas.pop(superseded, None)
        for schema in schemas.values():
            _tell_files(schema)
    return made


def _tell_files(schema: dict[str, Any]) -> None:
    """A file of a form in the writing of OpenAPI 3.0 too: makers of clients know it by that."""
    for member in schema.get("properties", {}).values():
        if member.get("contentMediaType") == _BYTES:
            member["format"] = "binary"


def _tell_refusals(operation: dict[str, Any], *, has_id: bool) -> None:
    secured = "security" in operation
    expected = {"401", "429"} | ({"403"} if secured else set()) | ({"404"} if has_id else set())
    expected |= {"404"} & set(operation["responses"])  # an id may also stand in the body
    expected |= {"400"} if "requestBody" in operation else set()
    expected |= {"409"} if "requestBody" in operation or has_id else set()
    expected |= {"413"} if _MULTIPART in operation.get("requestBody", {}).get("content", {}) else set()
    expected |= {"422"} if "422" in operation["responses"] else set()
    headers = {each["name"] for each in operation.get("parameters", []) if each["in"] == "header"}
    expected |= {"412"} if "If-Match" in headers else set()
    for status in sorted(expected):
        operation["responses"][status] = {
            "description": _REFUSALS[status],
            "content": {PROBLEM_JSON: {"schema": {"$ref": _REFERENCE}}},
        }
    for status, told in operation["responses"].items():
        names = (*_LIMITED, "Retry-After") if status == "429" else tuple(_LIMITED)
        limits = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
        told["headers"] = told.get("headers", {}) | limits
