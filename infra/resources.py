"""How one resource and a list of them answer: chosen fields, an ETag for each, and changes under If-Match (RFC 9110).

The ETag is of the whole resource, whichever fields are shown: what `If-Match` then guards is all of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final

from fastapi import Header, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from kernel.errors import ErrorKind, spec

FIELD_UNKNOWN = spec(
    "FIELD_UNKNOWN",
    ErrorKind.INVALID,
    sv="Fältet {name} finns inte. Välj bland {known}.",
    en="There is no field {name}. Choose among {known}.",
)
CHANGED_SINCE_READ = spec(
    "CHANGED_SINCE_READ",
    ErrorKind.PRECONDITION,
    sv="Det här har ändrats sedan ni läste det. Läs igen; dess ETag är nu {etag}. Inget har ändrats.",
    en="This has changed since you read it. Read it again; its ETag is now {etag}. Nothing has been changed.",
)
_JSON: Final = "application/json"
_NOT_MODIFIED: Final = 304

Fields = Annotated[
    str,
    Query(
        max_length=500,
        description="Only these members of each resource, separated by commas. All unless given.",
        examples=["id,state"],
    ),
]
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        max_length=200,
        description="The ETag you read. The change is refused (412) when the resource has another by now.",
    ),
]
TAGGED: Final[dict[int | str, dict[str, Any]]] = {
    200: {"headers": {"ETag": {"description": "Of the whole resource.", "schema": {"type": "string"}}}},
    304: {"description": "Not changed since the ETag in If-None-Match"},
}
"""`responses=` of a route that answers one resource."""


def etag_of(shown: BaseModel) -> str:
    """The tag of a resource as it stands."""
    return _tag(shown.model_dump_json().encode())


def _tag(whole: bytes) -> str:
    return f'"{hashlib.sha256(whole).hexdigest()[:32]}"'


def resource(
    request: Request,
    shown: BaseModel,
    fields: str = "",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """One resource with its ETag; 304 when the caller has it already. Raises `FIELD_UNKNOWN`."""
    whole = shown.model_dump_json().encode()
    tag = _tag(whole)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=_NOT_MODIFIED, headers={"ETag": tag})
    chosen = chosen_fields(type(shown), fields)
    body = shown.model_dump_json(include=chosen).encode() if chosen else whole
    return Response(body, status, {**(headers or {}), "ETag": tag}, _JSON)


def page(
    items: Sequence[BaseModel], next_cursor: str | None, shape: type[BaseModel], fields: str
) -> Response:
    """A page of resources of one shape. Raises `FIELD_UNKNOWN`."""
    chosen = chosen_fields(shape, fields)
    inside = ",".join(each.model_dump_json(include=chosen) for each in items)
    following = f'"{next_cursor}"' if next_cursor else "null"
    return Response(f'{{"items":[{inside}],"next_cursor":{following}}}', media_type=_JSON)


def chosen_fields(shape: type[BaseModel], fields: str) -> set[str] | None:
    """The fields that were asked for, or none for all. Raises `FIELD_UNKNOWN`."""
    if not fields:
        return None
    chosen = {each.strip() for each in fields.split(",")} - {""}
    for name in sorted(chosen - shape.model_fields.keys()):
        raise FIELD_UNKNOWN.error("fields", name=name[:60], known=", ".join(shape.model_fields))
    return chosen or None


def refuse_stale(if_match: str | None, shown: BaseModel) -> None:
    """Raises `CHANGED_SINCE_READ` unless one of the tags is the resource's. The row must be held by the caller."""
    if if_match is None or if_match.strip() == "*":
        return
    tag = etag_of(shown)
    if tag not in [each.strip() for each in if_match.split(",")]:
        raise CHANGED_SINCE_READ.error(etag=tag)
