"""An example of every body and every refusal of the OpenAPI document, put together from its schemas."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from entrypoints.example_values import BY_NAME, FACTS, FORMATS, ID, KINDS, OF
from infra.http_errors import status_of
from kernel.errors import CATALOGUE, ErrorSpec

REFERENCE: Final = "#/components/schemas/"
NOTHING_KNOWN: Final = "…?"
_JSON: Final = "application/json"
_FORM: Final = "application/x-www-form-urlencoded"
_KNOWN_AS: Final = {"string": "str", "integer": "int", "array": "list"}
_FACT: Final = re.compile(r"\{(\w+)")


def tell_examples(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Put an example beside each schema of a body. A body that is only a file has none."""
    for kind, content in operation.get("requestBody", {}).get("content", {}).items():
        if kind in (_JSON, _FORM):
            content["example"] = example(content["schema"], schemas, asked=True)
    for status, told in operation["responses"].items():
        content = told.get("content", {}).get(_JSON)
        if content and status.startswith("2"):
            content["example"] = example(content["schema"], schemas)


def example(
    schema: dict[str, Any], schemas: dict[str, Any], *, asked: bool = False, of: str = "", name: str = ""
) -> Any:
    """A value that fits a schema; `NOTHING_KNOWN` for a text that no row of the examples is for.

    Of what is `asked` for, members that may be left out and tell of no example are left out.
    """
    if "$ref" in schema:
        named = schema["$ref"].removeprefix(REFERENCE)
        return example(schemas[named], schemas, asked=asked, of=named, name=name)
    given = schema.get("examples") or schema.get("enum")
    if (of, name) in OF or given or "const" in schema:
        return OF.get((of, name), (given or [schema.get("const")])[0])
    if schema.get("type") == "object" and "properties" in schema:
        return _object(schema, schemas, asked=asked, of=of)
    options = [each for each in schema.get("anyOf", schema.get("oneOf", [])) if each.get("type") != "null"]
    if options:
        return (
            BY_NAME[name] if _is_none(name) else example(options[0], schemas, asked=asked, of=of, name=name)
        )
    return _plain(schema, schemas, asked=asked, of=of, name=name)


def _is_none(name: str) -> bool:
    return name in BY_NAME and BY_NAME[name] is None


def _object(schema: dict[str, Any], schemas: dict[str, Any], *, asked: bool, of: str) -> dict[str, Any]:
    of = schema.get("title", of)
    needed = schema.get("required", [])
    return {
        name: example(each, schemas, asked=asked, of=of, name=name)
        for name, each in schema["properties"].items()
        if not asked or name in needed or "examples" in each
    }


def _plain(schema: dict[str, Any], schemas: dict[str, Any], *, asked: bool, of: str, name: str) -> Any:
    kind = str(schema.get("type"))
    known = BY_NAME.get(name)
    if type(known).__name__ == _KNOWN_AS.get(kind) and schema.get("format") not in FORMATS:
        return known
    if kind == "array":
        items = schema.get("items")
        return [example(items, schemas, asked=asked, of=of, name=name)] if items else []
    if kind == "object":
        return {}
    if kind == "string":
        return FORMATS.get(schema.get("format", ""), NOTHING_KNOWN)
    return schema.get("minimum", KINDS.get(kind))


def refusals(codes: Iterable[str]) -> dict[str, dict[str, str]]:
    """The examples of an answer's codes, by reference."""
    return {code: {"$ref": f"#/components/examples/{code}"} for code in sorted(codes)}


def refusal(error: ErrorSpec) -> dict[str, Any]:
    """An example of a refusal as it comes, with the facts that its text names made up."""
    facts = {name: FACTS.get(name, NOTHING_KNOWN) for name in _FACT.findall(error.text.en)}
    body = {
        "type": f"/errors#{error.code}",
        "title": error.code.replace("_", " ").capitalize(),
        "status": status_of(error),
        "detail": error.text.format("en", **facts),
        "code": error.code,
        "instance": "/api/v1/delivery-cases",
        "request_id": ID.replace("-", ""),
    }
    return {"summary": error.text.en, "value": body}


def every_refusal(codes: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The examples that the answers refer to."""
    return {code: refusal(CATALOGUE[code]) for code in sorted(set(codes))}
