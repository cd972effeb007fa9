"""A partner's program: its secret, its tokens, and what it may do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import httpx
import pytest
from sqlmodel import select

from accounts.models import ApiClient
from accounts.usecases.api_clients import ClientSecret
from accounts.usecases.api_clients import make_client as make_program
from accounts.usecases.register_organisation import register_partner
from infra.db import unit_of_work

CASES = "/api/v1/delivery-cases"


@pytest.fixture
def api(make_client: Callable[[], httpx.Client]) -> httpx.Client:
    client = make_client()
    client.headers = httpx.Headers({"Accept": "application/json", "Accept-Language": "en"})
    return client


@pytest.fixture
def program(clean: str) -> ClientSecret:
    assert clean
    now = datetime.now(UTC)
    with unit_of_work() as session:
        partner = register_partner(session, name="Partnerbolaget AB", org_number="5599999025", now=now)
        return make_program(session, partner, name="Order", scopes=["cases:read", "cases:write"], now=now)


def ask(api: httpx.Client, program: ClientSecret, **changed: str) -> httpx.Response:
    form = {
        "grant_type": "client_credentials",
        "client_id": program.client_id,
        "client_secret": program.secret,
    }
    return api.post("/api/v1/oauth/token", data=form | changed)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_a_token_opens_the_api_for_a_quarter(api: httpx.Client, program: ClientSecret) -> None:
    granted = ask(api, program)
    assert granted.status_code == 200
    assert granted.headers["cache-control"] == "no-store"
    body = granted.json()
    assert (body["token_type"], body["expires_in"], body["scope"]) == (
        "Bearer",
        900,
        "cases:read cases:write",
    )
    assert api.get(CASES, headers=bearer(body["access_token"])).json() == {"items": [], "next_cursor": None}


def test_the_secret_may_be_sent_as_basic_auth(api: httpx.Client, program: ClientSecret) -> None:
    granted = api.post(
        "/api/v1/oauth/token",
        data={"grant_type": "client_credentials"},
        auth=(program.client_id, program.secret),
    )
    assert granted.status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [{"client_secret": "no"}, {"client_id": "vx_nobody"}, {"client_secret": ""}, {"client_secret": "å"}],
)
def test_a_wrong_secret_gets_no_token(
    api: httpx.Client, program: ClientSecret, wrong: dict[str, str]
) -> None:
    refused = ask(api, program, **wrong)
    assert (refused.status_code, refused.json()["code"]) == (401, "CLIENT_REFUSED")
    assert refused.json()["error"] == "invalid_client"
    assert refused.headers["www-authenticate"]


def test_what_the_database_cannot_hold_is_refused_and_breaks_nothing(
    api: httpx.Client, program: ClientSecret
) -> None:
    refused = ask(api, program, client_id="\x00")
    assert (refused.status_code, refused.json()["code"]) == (422, "CHARACTER_NOT_STORABLE")


@pytest.mark.parametrize("header", ["Basic", "Basic !", "Basic /w==", "Basic YQ=="])
def test_junk_for_basic_auth_gets_no_token(api: httpx.Client, program: ClientSecret, header: str) -> None:
    assert program
    refused = api.post(
        "/api/v1/oauth/token", data={"grant_type": "client_credentials"}, headers={"Authorization": header}
    )
    assert refused.status_code == 401


def test_a_program_gets_no_scope_that_it_was_not_given(api: httpx.Client, program: ClientSecret) -> None:
    assert ask(api, program, scope="cases:read").json()["scope"] == "cases:read"
    assert ask(api, program, scope="orders:read").json()["code"] == "SCOPE_UNKNOWN"


def test_a_token_without_the_scope_is_refused_with_its_name(api: httpx.Client, program: ClientSecret) -> None:
    token = ask(api, program, scope="cases:write").json()["access_token"]
    refused = api.get(CASES, headers=bearer(token))
    assert (refused.status_code, refused.json()["code"], refused.json()["scope"]) == (
        403,
        "SCOPE_MISSING",
        "cases:read",
    )


@pytest.mark.parametrize(
    "header",
    [{}, {"Authorization": "Bearer x"}, {"Authorization": "Bearer a.b.c"}, {"Authorization": "Basic YTpi"}],
)
def test_a_stranger_is_told_how_to_ask(
    api: httpx.Client, program: ClientSecret, header: dict[str, str]
) -> None:
    assert program
    refused = api.get(CASES, headers=header)
    assert refused.status_code == 401
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.headers["www-authenticate"] == "Bearer"
    assert refused.json()["code"] == "TOKEN_INVALID"


def test_a_revoked_program_is_out_at_once(api: httpx.Client, program: ClientSecret) -> None:
    token = ask(api, program).json()["access_token"]
    with unit_of_work() as session:
        session.exec(select(ApiClient)).one().revoked_at = datetime.now(UTC)
    assert api.get(CASES, headers=bearer(token)).status_code == 401
    assert ask(api, program).status_code == 401


def test_the_secret_is_kept_as_a_hash_only(program: ClientSecret) -> None:
    with unit_of_work() as session:
        assert program.secret not in str(session.exec(select(ApiClient)).one())


def test_the_public_keys_are_public_and_only_that(api: httpx.Client) -> None:
    [key] = api.get("/api/v1/.well-known/jwks.json").json()["keys"]
    assert set(key) == {"kty", "crv", "x", "y", "alg", "use", "kid"}
    assert (key["kty"], key["crv"], key["alg"]) == ("EC", "P-256", "ES256")
