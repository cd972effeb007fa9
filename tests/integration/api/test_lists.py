"""PA-01: every list has pages, chosen fields and filters, every resource an ETag; all say what may be done with them.

Read off the OpenAPI document, so that a route that is added is held to it. What departs stands below with its reason.
"""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from .prying import SANDBOX, Operation, operations
from .world import Tenant, tenant

PAGING = {"limit", "cursor", "fields"}
_REFERENCE_DATA = "it is for reading: nothing can be done with it"
_TOLD_ONCE = "what was told stands as it was told: nothing can be done with it"
_A_TOOL = "a tool of the sandbox, no resource"
_OF_A_VERSION = "a row of a version as it was sent: what may be done stands with the version"
_PART = "a part of one resource that has few: its resource is what one filters"
EXCEPTIONS: dict[tuple[str, str], str] = {
    (
        "the_telephone_numbers_of_a_case",
        "next_cursor",
    ): "an array from the first day; porting-numbers has pages",
    ("read_events", "fields"): "an event is the same by every way it travels, signed webhooks among them",
    ("read_events", "allowed_actions"): _TOLD_ONCE,
    ("list_event_types", "allowed_actions"): _REFERENCE_DATA,
    ("price_list", "allowed_actions"): _REFERENCE_DATA,
    ("list_the_resellers_under_you", "allowed_actions"): "its `scopes` say what may be done with what is its",
    ("list_sandbox_donors", "allowed_actions"): _REFERENCE_DATA,
    ("what_was_not_taken_of_a_porting_family", "allowed_actions"): _TOLD_ONCE,
    ("what_was_not_taken_of_a_porting_family", "filters"): _PART,
    ("the_lines_of_a_fee_quote", "allowed_actions"): "what may be done stands with the quote",
    ("the_lines_of_a_fee_quote", "filters"): _PART,
    ("comments_on_a_case", "filters"): _PART,
    ("list_contact_ways_versions", "filters"): _PART,
    ("the_documents_of_a_case", "filters"): _PART,
    ("the_answer_groups_of_a_version", "allowed_actions"): _OF_A_VERSION,
    ("the_answer_groups_of_a_version", "filters"): _PART,
    ("the_findings_of_a_version_row_by_row", "allowed_actions"): _OF_A_VERSION,
    ("the_number_series_of_a_version", "allowed_actions"): _OF_A_VERSION,
    ("the_number_series_of_a_version", "filters"): _PART,
    ("the_users_of_a_version", "allowed_actions"): _OF_A_VERSION,
    ("what_a_version_changes", "allowed_actions"): _OF_A_VERSION,
    ("what_a_version_changes", "filters"): _PART,
    ("read_sandbox_clock", "fields"): _A_TOOL,
    ("read_sandbox_clock", "304"): _A_TOOL,
    ("read_sandbox_clock", "allowed_actions"): _A_TOOL,
    ("read_key_set", "fields"): "RFC 7517 says what stands in it",
    ("read_key_set", "304"): "RFC 7517 says what stands in it",
    ("read_key_set", "allowed_actions"): "RFC 7517 says what stands in it",
    ("follow_events", "fields"): "a stream, no resource",
    ("follow_events", "304"): "a stream, no resource",
    ("follow_events", "allowed_actions"): "a stream, no resource",
}


@pytest.fixture
def document(client: TestClient, clean: str) -> dict[str, Any]:
    return client.get("/api/v1/openapi.json").json()


def parts(document: dict[str, Any], schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The schemas that something can have, references followed, choices of members left out."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        chosen = name.startswith("Chosen")
        return [] if chosen else parts(document, document["components"]["schemas"][name])
    either = schema.get("oneOf") or schema.get("anyOf")
    return [each for option in either for each in parts(document, option)] if either else [schema]


def lacks(document: dict[str, Any], operation: Operation) -> set[str]:
    """What of the house's manners an operation that reads does not have."""
    described = document["paths"][operation.path]["get"]
    content = described["responses"]["200"].get("content", {})
    if content and "application/json" not in content and "text/event-stream" not in content:
        return set()  # a file
    found = parts(document, content.get("application/json", {}).get("schema", {}))
    names = {each["name"] for each in described.get("parameters", [])}
    if any(each.get("type") == "array" for each in found):
        return {"next_cursor"}
    pages = [each for each in found if "items" in each.get("properties", {})]
    wanted: set[str] = set()
    if pages:
        wanted |= {each for each in PAGING if each not in names}
        queries = set(operation.queries)
        wanted |= set() if queries - PAGING else {"filters"}
        wanted |= {"next_cursor" for each in pages if not _goes_on(each["properties"].get("next_cursor", {}))}
        found = [item for each in pages for item in parts(document, each["properties"]["items"]["items"])]
    else:
        wanted |= {"fields"} - names
        wanted |= {"304"} - described["responses"].keys()
    told = all("allowed_actions" in each.get("properties", {}) for each in found)
    return wanted | (set() if found and told else {"allowed_actions"})


def _goes_on(schema: dict[str, Any]) -> bool:
    return {"type": "string"} in schema.get("anyOf", [])


def reading(document: dict[str, Any]) -> list[Operation]:
    return [each for each in operations(document) if each.method == "GET"]


def test_every_list_and_resource_has_the_house_s_manners(document: dict[str, Any]) -> None:
    found = {(each.name, what) for each in reading(document) for what in lacks(document, each)}
    assert found == set(EXCEPTIONS), {
        "lacks": sorted(found - set(EXCEPTIONS)),
        "has by now": sorted(set(EXCEPTIONS) - found),
    }
    assert len(reading(document)) >= 30


def test_what_lacks_them_is_found(document: dict[str, Any]) -> None:
    """A list without pages, fields and filters, and a resource without a tag."""
    page = {"properties": {"items": {"items": {"properties": {"id": {}}}}, "next_cursor": {"type": "null"}}}
    for path, schema in (("/bare-list", page), ("/bare", {"properties": {"id": {}}})):
        answer = {"200": {"content": {"application/json": {"schema": schema}}}}
        document["paths"][path] = {"get": {"operationId": path, "responses": answer}}
    bare = {each.path: lacks(document, each) for each in reading(document) if each.path.startswith("/bare")}
    assert bare["/bare-list"] == {*PAGING, "filters", "next_cursor", "allowed_actions"}
    assert bare["/bare"] == {"fields", "304", "allowed_actions"}


def test_pages_of_one_hold_the_same_as_one_page(client: TestClient, document: dict[str, Any]) -> None:
    """Every list, followed from page to page: none missing, none twice, in the same order."""
    ours = tenant(client, "Partner Ett", "5599999025")
    followed = 0
    for operation in reading(document):
        if (
            "cursor" not in operation.queries
            or operation.path.startswith(SANDBOX)
            or "stream" in operation.path
        ):
            continue
        for path in operation.addresses(ours.ids):
            whole = _items(client, path, ours, limit=200)
            assert _followed(client, path, ours) == whole, path
            followed += len(whole) > 1
    assert followed >= 5


def _items(client: TestClient, path: str, ours: Tenant, **query: Any) -> list[Any]:
    answer = client.get(path, params=query, headers=ours.bearer)
    assert answer.status_code == 200, (path, answer.text)
    return list(answer.json()["items"])


def _followed(client: TestClient, path: str, ours: Tenant) -> list[Any]:
    found: list[Any] = []
    query: dict[str, Any] = {"limit": 1}
    while True:
        answer = client.get(path, params=query, headers=ours.bearer).json()
        assert len(answer["items"]) <= 1, path
        found += answer["items"]
        if answer["next_cursor"] is None:
            return found
        query["cursor"] = answer["next_cursor"]


def test_an_unchanged_resource_is_not_sent_again(client: TestClient, document: dict[str, Any]) -> None:
    ours = tenant(client, "Partner Ett", "5599999025")
    tried = 0
    for operation in reading(document):
        described = document["paths"][operation.path]["get"]
        for path in operation.addresses(ours.ids) if "304" in described["responses"] else ():
            whole = client.get(path, headers=ours.bearer)
            tag = {**ours.bearer, "If-None-Match": whole.headers["etag"]}
            assert client.get(path, headers=tag).status_code == 304, path
            name = next(iter(whole.json()))
            chosen = client.get(path, params={"fields": name}, headers=ours.bearer)
            assert (chosen.json(), chosen.headers["etag"]) == (
                {name: whole.json()[name]},
                whole.headers["etag"],
            )
            tried += 1
    assert tried >= 10
