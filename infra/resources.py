"""How one resource and a list of them answer: chosen fields, an ETag for each, and changes under If-Match (RFC 9110).

The ETag is of the whole resource, whichever fields are shown: what `If-Match` then guards is all of it.
`describe` writes this into the OpenAPI document: an answer with chosen fields is no whole resource.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from types import UnionType
from typing import Annotated, Any, Final, TypeVar, get_args

from fastapi import Header, Query
from pydantic import BaseModel, BeforeValidator
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
_Item = TypeVar("_Item", bound=BaseModel)
_Row = TypeVar("_Row")
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


def _written_day(value: Any) -> Any:
    if value is None or (isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)):
        return value
    raise ValueError("a day is written as in 2027-03-10")


Day = Annotated[date | None, BeforeValidator(_written_day, json_schema_input_type=date | None), Query()]
"""A day in a query, and nothing else that could be taken for one (a bare number is seconds since 1970)."""


def _written_number(value: Any) -> Any:
    if isinstance(value, bool | str):
        raise ValueError("a whole number is written without quotation marks")  # noqa: TRY004  (a refused value)
    return value


Whole = Annotated[int, BeforeValidator(_written_number)]
"""A number in a body: `1` and `1.0`, as JSON Schema has it, and no `true` or `"1"` that could be taken for one."""
Limit = Annotated[int, Query(ge=1, le=200, description="How many at most.")]
Key = Annotated[str | None, Query(max_length=100, description="`next_cursor` of the page before.")]
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        max_length=200,
        description="The ETag you read. The change is refused (412) when the resource has another by now.",
    ),
]
_ETAG: Final = {"ETag": {"description": "Of the whole resource.", "schema": {"type": "string"}}}
TAGGED: Final[dict[int | str, dict[str, Any]]] = {
    200: {"headers": _ETAG},
    304: {"description": "Not changed since the ETag in If-None-Match", "headers": _ETAG},
}
"""`responses=` of a route that answers one resource."""


def etag_of(shown: BaseModel) -> str:
    """The tag of a resource as it stands."""
    return _tag(shown, shown.model_dump_json().encode())


def _tag(shown: BaseModel, whole: bytes) -> str:
    """Members that move by themselves (`MOVING` of the shape) have a part of their own, behind a dot.

    A copy is known as old by the whole tag; a change is refused for what stands before the dot only, or on a busy
    day nobody could change anything.
    """
    moving: set[str] | None = getattr(type(shown), "MOVING", None)
    if moving is None:
        return f'"{_digest(whole)}"'
    return f'"{_digest(shown.model_dump_json(exclude=moving).encode())}.{_digest(whole)}"'


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()[:32]


def _settled(tag: str) -> str:
    """A tag without the part for what moves by itself."""
    return tag.strip().strip('"').partition(".")[0]


def resource(
    request: Request,
    shown: BaseModel,
    fields: str = "",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    shape: UnionType | type[BaseModel] | None = None,
) -> Response:
    """One resource with its ETag; 304 when the caller has it already. `shape` is told where it is one of several.

    Raises `FIELD_UNKNOWN`.
    """
    whole = shown.model_dump_json().encode()
    tag = _tag(shown, whole)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=_NOT_MODIFIED, headers={"ETag": tag})
    chosen = chosen_fields(shape or type(shown), fields=fields)
    body = shown.model_dump_json(include=chosen).encode() if chosen else whole
    return Response(body, status, {**(headers or {}), "ETag": tag}, _JSON)


def page(
    items: Sequence[BaseModel], next_cursor: str | None, shape: UnionType | type[BaseModel], fields: str
) -> Response:
    """A page of resources of one shape. Raises `FIELD_UNKNOWN`."""
    chosen = chosen_fields(shape, fields=fields)
    inside = ",".join(each.model_dump_json(include=chosen) for each in items)
    return Response(
        f'{{"items":[{inside}],"next_cursor":{json.dumps(next_cursor or None)}}}', media_type=_JSON
    )


def page_of_rows(
    rows: Sequence[_Row],
    limit: int,
    show: Callable[[_Row], BaseModel],
    shape: UnionType | type[BaseModel],
    fields: str,
    *,
    key: Callable[[_Row], object] = attrgetter("id"),
) -> Response:
    """A page of rows of which one more than `limit` was read: it says that there are more, and is not shown.

    `key` is what the last one shown is continued from. Raises `FIELD_UNKNOWN`.
    """
    following = str(key(rows[limit - 1])) if len(rows) > limit else None
    return page([show(each) for each in rows[:limit]], following, shape, fields)


def page_of(
    everything: Iterable[_Item],
    key: Callable[[_Item], str],
    cursor: str | None,
    limit: int,
    shape: type[BaseModel],
    fields: str,
) -> Response:
    """A page of a list that is small and known whole, in order of a key. Raises `FIELD_UNKNOWN`."""
    left = sorted((each for each in everything if key(each) > (cursor or "")), key=key)
    shown = left[:limit]
    return page(shown, key(shown[-1]) if len(left) > limit else None, shape, fields)


def chosen_fields(*shapes: UnionType | type[BaseModel], fields: str) -> set[str] | None:
    """The fields that were asked for, or none for all. Those of any shape may be. Raises `FIELD_UNKNOWN`."""
    if not fields:
        return None
    known = dict.fromkeys(name for shape in shapes for name in _fields_of(shape))
    chosen = {each.strip(" ") for each in fields.split(",")} - {""}
    for name in sorted(chosen - known.keys()):
        raise FIELD_UNKNOWN.error("fields", name=name[:60], known=", ".join(known))
    return chosen or None


def _fields_of(shape: UnionType | type[BaseModel]) -> list[str]:
    each = get_args(shape) if isinstance(shape, UnionType) else (shape,)
    return [name for one in each for name in one.model_fields]


def refuse_stale(if_match: str | None, shown: BaseModel) -> None:
    """Raises `CHANGED_SINCE_READ` unless one of the tags is the resource's. The row must be held by the caller."""
    if if_match is None or if_match.strip() == "*":
        return
    tag = etag_of(shown)
    if _settled(tag) not in map(_settled, if_match.split(",")):
        raise CHANGED_SINCE_READ.error(etag=tag)


_REFERENCE: Final = "#/components/schemas/"
_IF_NONE_MATCH: Final = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "An ETag you have. The answer is 304 without a body while the resource still has it.",
    "schema": {"type": "string", "title": "If-None-Match"},
}


def describe(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Tell in an operation of the OpenAPI document what this file does: 304 on a known tag, chosen fields.

    With `fields` the answer is a selection. Its schema stands beside the whole one's, under `Chosen…`, with the
    same members and none of them required; the parameter tells which names there are.
    """
    given = operation.setdefault("parameters", [])
    if "304" in operation["responses"]:
        given.append(_IF_NONE_MATCH)
    for parameter in given:
        if parameter["name"] == "fields":
            content = operation["responses"]["200"]["content"][_JSON]
            whole = list(_parts(content["schema"]))
            content["schema"] = {"anyOf": [*whole, *({"$ref": _chosen(each, schemas)} for each in whole)]}
            names = {name: None for each in whole for name in _members(each, schemas)}
            parameter["schema"] |= {"pattern": _some_of(names)}
            parameter["schema"]["examples"] = [",".join(list(names)[:2])]
    if not given:
        del operation["parameters"]


def _parts(schema: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """The resources that an answer can be: one, or one of several."""
    for each in schema.get("oneOf") or schema.get("anyOf") or [schema]:
        yield {"$ref": each["$ref"]}


def _named(reference: Mapping[str, Any]) -> str:
    return str(reference["$ref"]).removeprefix(_REFERENCE)


def _members(reference: Mapping[str, str], schemas: Mapping[str, Any]) -> list[str]:
    """The members that may be chosen: a resource's own, or for a page those of its items."""
    properties = schemas[_named(reference)]["properties"]
    if "next_cursor" not in properties:
        return list(properties)
    return [name for each in _parts(properties["items"]["items"]) for name in _members(each, schemas)]


def _chosen(reference: Mapping[str, str], schemas: dict[str, Any]) -> str:
    """The reference of the schema of what is chosen of a resource, or of a page of such."""
    whole = schemas[_named(reference)]
    name = f"Chosen{_named(reference)}"
    properties = {
        each: {key: value for key, value in told.items() if key != "default"}
        for each, told in whole["properties"].items()
    }
    made = {**whole, "title": name, "description": "What was chosen by `fields`.", "properties": properties}
    if "next_cursor" in properties:
        parts = [{"$ref": _chosen(each, schemas)} for each in _parts(properties["items"]["items"])]
        properties["items"] |= {"items": parts[0] if len(parts) == 1 else {"anyOf": parts}}
    else:
        made.pop("required", None)
    schemas[name] = made
    return f"{_REFERENCE}{name}"


def _some_of(names: Mapping[str, None]) -> str:
    """The form of a choice: names with commas between them, in which spaces and empty places do no harm."""
    one = f"({'|'.join(names)})"
    return f"^[ ,]*({one}( *,[ ,]*{one})*[ ,]*)?$"
