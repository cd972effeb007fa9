"""PA-02: every unsafe call of the document takes an `Idempotency-Key`, and the same key gets the same answer."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from accounts import repository as accounts
from accounts.usecases.api_clients import SCOPES, make_client
from infra.clock import current
from infra.db import unit_of_work
from infra.idempotency import IdempotencyRecord

from .prying import SANDBOX, Caller, Operation, operations, send, state_of
from .world import ORDER, Tenant, tenant, token_of

# Calls by POST that only ask: nothing is stored, so asking twice is asking twice.
QUESTIONS = {
    "get_token": "each token is as good as the other",
    "check_numbers_and_series": "nothing is stored",
    "when_can_these_numbers_move_and_why_not_then": "nothing is stored",
    "dry_run_an_order_of_numbers": "nothing is stored",
    "dry_run_the_lists_as_rows": "nothing is stored",
    "ask_whether_an_access_may_be_ordered_on": "nothing is stored",
}
# Said anew with each answer, also with a repeated one.
FRESH = {"x-request-id", "idempotent-replayed", "ratelimit", "content-length"}
FEWEST_DONE = 12


@pytest.fixture
def ours(client: TestClient, clean: str) -> Tenant:
    return tenant(client, "Partner Ett", "5599999025")


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    return client.get("/api/v1/openapi.json").json()


def unsafe(document: dict[str, Any]) -> list[Operation]:
    return [each for each in operations(document) if each.method != "GET" and each.name not in QUESTIONS]


def me(ours: Tenant, key: str) -> Caller:
    return Caller("we", frozenset(), {**ours.bearer, "Idempotency-Key": key})


def test_every_unsafe_operation_takes_a_key(document: dict[str, Any]) -> None:
    described = {
        each["operationId"]: {parameter["name"] for parameter in each.get("parameters", [])}
        for methods in document["paths"].values()
        for each in methods.values()
    }
    without = {each.name for each in unsafe(document) if "Idempotency-Key" not in described[each.name]}
    assert not without
    assert set(described) >= set(QUESTIONS)


def test_the_same_call_again_hears_the_same_and_does_nothing(
    client: TestClient, ours: Tenant, document: dict[str, Any]
) -> None:
    replayed = []
    for operation in unsafe(document):
        for number, path in enumerate(operation.addresses(ours.ids)):
            caller = me(ours, f"twice {operation.name} {number}")
            first = send(client, operation, path, caller, ours)
            between = state_of(ours)
            second = send(client, operation, path, caller, ours)
            assert (second.status_code, second.json() if second.content else None) == (
                first.status_code,
                first.json() if first.content else None,
            ) or (first.status_code >= 400 and second.json()["code"] == first.json()["code"]), operation.name
            assert state_of(ours) == between, operation.name
            if first.status_code < 300:
                assert second.headers["idempotent-replayed"] == "true", operation.name
                kept = [{k: v for k, v in each.headers.items() if k not in FRESH} for each in (first, second)]
                assert kept[0] == kept[1], operation.name
                replayed.append(operation.name)
    print(f"idempotency: {len(unsafe(document))} unsafe operations, {len(replayed)} answers replayed")
    assert len(replayed) >= FEWEST_DONE


def test_a_key_that_named_another_call_is_refused_everywhere(
    client: TestClient, ours: Tenant, document: dict[str, Any]
) -> None:
    other = client.post("/api/v1/delivery-cases", json=ORDER, headers=me(ours, "used").headers)
    assert other.status_code == 201
    before = state_of(ours)
    for operation in unsafe(document):
        if operation.path.startswith(SANDBOX):
            continue
        answers = [
            send(client, operation, path, me(ours, "used"), ours) for path in operation.addresses(ours.ids)
        ]
        refused = {(each.status_code, each.json()["code"]) for each in answers}
        assert (409, "IDEMPOTENCY_KEY_REUSED") in refused, (operation.name, refused)
    assert state_of(ours) == before


def test_a_key_is_one_programs_own(client: TestClient, ours: Tenant, document: dict[str, Any]) -> None:
    """Neither another program of the same partner nor another partner hears of it."""
    first = client.post("/api/v1/delivery-cases", json=ORDER, headers=me(ours, "mine").headers)
    with unit_of_work() as session:
        partner = accounts.organisation(session, ours.organisation_id)
        beside = make_client(session, partner, name="beside", scopes=list(SCOPES), now=current(session))
    theirs = tenant(client, "Partner Tre", "5599999033")
    for bearer in (token_of(client, beside), theirs.bearer):
        answer = client.post(
            "/api/v1/delivery-cases", json=ORDER, headers={**bearer, "Idempotency-Key": "mine"}
        )
        assert answer.status_code == 201
        assert answer.json()["id"] != first.json()["id"]
        assert "idempotent-replayed" not in answer.headers


def test_no_secret_lies_open_in_the_answers_that_are_kept(
    client: TestClient, ours: Tenant, document: dict[str, Any]
) -> None:
    wish = {"name": "secret", "url": "https://hooks.exempel.se/vaxla"}
    made = client.post("/api/v1/webhook-subscriptions", json=wish, headers=me(ours, "hook").headers)
    secret = made.json()["secret"]
    assert secret.startswith("whsec_")
    with unit_of_work() as session:
        kept = [str(each.body) for each in session.exec(select(IdempotencyRecord))]
    assert kept
    assert not [each for each in kept if secret in each]


@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_that_is_none_is_refused(client: TestClient, ours: Tenant, key: str) -> None:
    answer = client.post("/api/v1/delivery-cases", json=ORDER, headers=me(ours, key).headers)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "Idempotency-Key")
