"""The partner API as a Postman collection (format 2.1), made from the OpenAPI document.

One folder a tag, one request an operation, an example body from the schema, and a request at the top that gets
a token and keeps it. Variables: `baseUrl`, `clientId`, `clientSecret`.
"""

from __future__ import annotations

import json
from typing import Any, Final

SCHEMA: Final = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
_TOKEN_PATH: Final = "/api/v1/oauth/token"  # noqa: S105  (an address, no secret)
_KEEPING: Final = 'pm.collectionVariables.set("token", pm.response.json().access_token);'
_MULTIPART: Final = "multipart/form-data"
_PLAIN: Final = {"integer": 1, "number": 1, "boolean": False}
_FORMATS: Final = {
    "uuid": "01a1fca7-fb95-70b9-9550-f03bf6dc408a",
    "date": "2027-03-10",
    "date-time": "2027-03-10T09:00:00Z",
}


def collection_of(document: dict[str, Any], base_url: str) -> dict[str, Any]:
    """The collection of an OpenAPI document."""
    folders: dict[str, list[dict[str, Any]]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            request = _request(document, path, method, operation)
            folders.setdefault(operation.get("tags", ["other"])[0], []).append(request)
    variables = {"baseUrl": base_url, "clientId": "", "clientSecret": "", "token": ""}
    return {
        "info": {
            "name": document["info"]["title"],
            "description": document["info"].get("summary", ""),
            "version": document["info"]["version"],
            "schema": SCHEMA,
        },
        "item": [{"name": tag, "item": items} for tag, items in folders.items()],
        "variable": [{"key": key, "value": value, "type": "string"} for key, value in variables.items()],
        "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "{{token}}", "type": "string"}]},
    }


def _request(document: dict[str, Any], path: str, method: str, operation: dict[str, Any]) -> dict[str, Any]:
    parameters = operation.get("parameters", [])
    request: dict[str, Any] = {
        "method": method.upper(),
        "header": [{"key": "Accept", "value": "application/json"}],
        "url": _url(document, path, parameters),
        "description": operation.get("description", ""),
    }
    for each in parameters:
        if each["in"] == "header" and each["name"] == "Idempotency-Key":
            request["header"].append({"key": each["name"], "value": "{{$guid}}"})
    if body := operation.get("requestBody"):
        request |= _body(document, body["content"])
    item = {"name": operation["summary"], "request": request, "response": []}
    if path == _TOKEN_PATH:
        request["auth"] = {"type": "noauth"}
        script = {"type": "text/javascript", "exec": [_KEEPING]}
        item["event"] = [{"listen": "test", "script": script}]
    return item


def _url(document: dict[str, Any], path: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    """Path variables in Postman's own writing; query parameters there, but switched off."""
    written = path.replace("{", ":").replace("}", "")
    query = [
        {"key": each["name"], "value": str(example(document, each["schema"])), "disabled": True}
        for each in parameters
        if each["in"] == "query"
    ]
    variables = [
        {"key": each["name"], "value": str(example(document, each["schema"]))}
        for each in parameters
        if each["in"] == "path"
    ]
    return {
        "raw": "{{baseUrl}}" + written,
        "host": ["{{baseUrl}}"],
        "path": written.strip("/").split("/"),
        "query": query,
        "variable": variables,
    }


def _body(document: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    if "application/json" in content:
        given = json.dumps(content["application/json"]["example"], indent=2, ensure_ascii=False)
        return {"body": {"mode": "raw", "raw": given, "options": {"raw": {"language": "json"}}}}
    if _MULTIPART in content:
        schema = content[_MULTIPART]["schema"]
        parts = [
            {"key": key, "type": "file", "src": []}
            if is_file(each)
            else {"key": key, "value": str(example(document, each)), "type": "text"}
            for key, each in properties(document, schema).items()
        ]
        return {"body": {"mode": "formdata", "formdata": parts}}
    filled = {
        "grant_type": "client_credentials",
        "client_id": "{{clientId}}",
        "client_secret": "{{clientSecret}}",
    }
    form = [{"key": key, "value": value, "type": "text"} for key, value in filled.items()]
    return {"body": {"mode": "urlencoded", "urlencoded": form}}


def properties(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The members of an object's schema, by name."""
    named = schema.get("$ref", "").rsplit("/", 1)[-1]
    whole = document["components"]["schemas"][named] if named else schema
    return dict(whole.get("properties", {}))


def is_file(member: dict[str, Any]) -> bool:
    """Whether a member of a form is a file."""
    return member.get("format") == "binary"


def example(document: dict[str, Any], schema: dict[str, Any]) -> Any:
    """A value that fits a schema, from its examples where it has some; optional members are left out."""
    if "$ref" in schema:
        return example(document, document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]])
    if "default" in schema:
        return schema["default"]
    known = schema.get("examples") or schema.get("enum")
    if known:
        return known[0]
    if options := schema.get("anyOf"):
        return example(document, options[0])
    return _of_type(document, schema)


def _of_type(document: dict[str, Any], schema: dict[str, Any]) -> Any:
    kind = schema.get("type")
    if kind == "object":
        needed = schema.get("required", [])
        members = schema.get("properties", {}).items()
        return {name: example(document, each) for name, each in members if name in needed}
    if kind == "array":
        return [example(document, schema["items"])] * schema.get("minItems", 0)
    if kind == "string":
        return _FORMATS.get(schema.get("format", ""), "x" * schema.get("minLength", 1))
    return schema.get("minimum", _PLAIN.get(str(kind)))
