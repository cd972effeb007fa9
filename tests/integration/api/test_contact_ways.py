"""DL-11: a partner's contact ways and guidelines by API, each change a version."""

from __future__ import annotations

from fastapi.testclient import TestClient

from .world import tenant

PATH = "/api/v1/contact-ways"
WAYS = {"email": "fel@exempel.se", "urgent_phone": "08-465 004 01", "guidelines": "Ring alltid först."}


def test_ways_are_set_read_and_kept_by_version(client: TestClient, clean: str) -> None:
    ours, other = tenant(client, "Partner Ett", "5599999025"), tenant(client, "Partner Tre", "5599999033")
    blank = client.get(PATH, headers=ours.bearer)
    assert (blank.status_code, blank.json()["version"]) == (200, 0)
    made = client.put(PATH, json=WAYS, headers={**ours.bearer, "If-Match": blank.headers["etag"]})
    assert (made.status_code, made.json()["version"]) == (200, 1)
    stale = client.put(PATH, json=WAYS, headers={**ours.bearer, "If-Match": blank.headers["etag"]})
    assert (stale.status_code, stale.json()["code"]) == (412, "CHANGED_SINCE_READ")
    key = {**ours.bearer, "Idempotency-Key": "a-key-of-ours"}
    changed = [client.put(PATH, json={**WAYS, "guidelines": "Mejla."}, headers=key) for _ in range(2)]
    assert [each.json()["version"] for each in changed] == [2, 2]
    assert client.get(PATH, headers=ours.bearer).json()["guidelines"] == "Mejla."
    first = client.get(f"{PATH}/versions", params={"limit": 1}, headers=ours.bearer).json()
    rest = client.get(f"{PATH}/versions", params={"cursor": first["next_cursor"]}, headers=ours.bearer).json()
    assert [each["version"] for each in (*first["items"], *rest["items"])] == [2, 1]
    assert rest["next_cursor"] is None
    assert client.get(PATH, headers=other.bearer).json()["version"] == 0, "each has its own"
    assert client.get(f"{PATH}/versions", headers=other.bearer).json()["items"] == []
    wrong = client.put(PATH, json={**WAYS, "email": "ingen adress"}, headers=ours.bearer)
    assert wrong.status_code == 422
    assert client.get(PATH).status_code == 401
