"""PA-01: every forgery, at the door of the running API; and tokens that were good until something was taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from sqlmodel import select

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from accounts.models import ApiClient
from accounts.usecases.api_clients import ClientSecret, make_client, signing_keys
from accounts.usecases.manage_clients import revoke_key
from accounts.usecases.register_organisation import register_partner
from accounts.usecases.remember_token import forget
from infra.db import unit_of_work
from infra.secrets import new_signing_key
from infra.transitions import Cause

from ...unit.accounts.forgeries import FORGERIES, Maker

CASES = "/api/v1/delivery-cases"
TOKEN = "/api/v1/oauth/token"
KEY_SET = "/api/v1/.well-known/jwks.json"


@pytest.fixture
def api(web_address: str, clean: str) -> Iterator[httpx.Client]:
    signing_keys.cache_clear()
    with httpx.Client(base_url=web_address, timeout=60) as opened:
        yield opened
    signing_keys.cache_clear()


@pytest.fixture
def program(clean: str) -> ClientSecret:
    now = datetime.now(UTC)
    with unit_of_work() as session:
        partner = register_partner(session, name="Partnerbolaget AB", org_number="5599999025", now=now)
        return make_client(session, partner, name="Order", scopes=["cases:read"], now=now)


def maker(program: ClientSecret) -> Maker:
    return Maker(signing_keys()[0], program.client_id, datetime.now(UTC))


def status(api: httpx.Client, token: str) -> int:
    return api.get(CASES, headers={"Authorization": f"Bearer {token}"}).status_code


def granted(api: httpx.Client, program: ClientSecret) -> str:
    form = {
        "grant_type": "client_credentials",
        "client_id": program.client_id,
        "client_secret": program.secret,
    }
    return api.post(TOKEN, data=form).json()["access_token"]


def change(**facts: object) -> None:
    """Change the key behind the product's back. A token that was not used yet is not remembered by anybody."""
    with unit_of_work() as session:
        row = session.exec(select(ApiClient)).one()
        for name, value in facts.items():
            setattr(row, name, value)


def test_no_forgery_gets_in(api: httpx.Client, program: ClientSecret) -> None:
    assert status(api, maker(program).sign()) == 200
    sent, let_in = 0, []
    for name, forge in FORGERIES.items():
        token = forge(maker(program))
        if not token or not token.isprintable():
            continue  # no HTTP client can send it; `test_tokens.py` tries it below HTTP
        answer = status(api, token)
        sent += 1
        if answer != 401:
            let_in.append((name, answer))
    print(f"forgeries: {len(FORGERIES)} kinds, {sent} sent to the running API, {len(let_in)} let in")
    assert not let_in
    assert sent >= len(FORGERIES) - 2


@pytest.mark.parametrize(
    "header",
    ["bearer", "Bearer", "Basic {token}", "Token {token}", "{token}", "Bearer {token},{token}"],
)
def test_a_good_token_in_a_wrong_header_gets_nobody_in(
    api: httpx.Client, program: ClientSecret, header: str
) -> None:
    sent = header.format(token=maker(program).sign())
    assert api.get(CASES, headers={"Authorization": sent}).status_code == 401


def test_a_token_elsewhere_than_in_the_header_gets_nobody_in(
    api: httpx.Client, program: ClientSecret
) -> None:
    token = maker(program).sign()
    assert api.get(CASES, params={"access_token": token}).status_code == 401
    api.cookies.update({"access_token": token, "session": token})
    assert api.get(CASES).status_code == 401


def test_a_token_ends_with_its_key(api: httpx.Client, program: ClientSecret) -> None:
    token = granted(api, program)
    assert status(api, token) == 200
    now = datetime.now(UTC)
    with unit_of_work() as session:
        owner = session.exec(select(ApiClient)).one().organisation_id
        admin = Actor(ActorKind.PARTNER, "Petra", None, owner, frozenset({Role.PARTNER_ADMIN}))
        cause = Cause("partner", "Petra", now)
        revoke_key(session, admin, program.client_id, machine_now=now, cause=cause)
    assert status(api, token) == 401
    assert status(api, maker(program).sign()) == 401


def test_a_token_of_a_key_that_is_gone_is_worth_nothing(api: httpx.Client, program: ClientSecret) -> None:
    token = granted(api, program)
    with unit_of_work() as session:
        session.delete(session.exec(select(ApiClient)).one())
    assert status(api, token) == 401


def test_a_scope_ends_when_it_is_taken_from_the_key(api: httpx.Client, program: ClientSecret) -> None:
    token = granted(api, program)
    change(scopes=["events:read"])
    assert status(api, token) == 403
    claims = maker(program).claims(scope="cases:read events:read")
    assert status(api, maker(program).sign(claims=claims)) == 403


def test_a_scope_that_the_key_never_had_is_worth_nothing(api: httpx.Client, program: ClientSecret) -> None:
    claims = maker(program).claims(scope="cases:read cases:write")
    token = maker(program).sign(claims=claims)
    made = api.post(CASES, json={}, headers={"Authorization": f"Bearer {token}"})
    assert (made.status_code, made.json()["code"]) == (403, "SCOPE_MISSING")


def test_signing_keys_change_while_both_are_live(
    api: httpx.Client, program: ClientSecret, signing_key_file: Path
) -> None:
    before = signing_key_file.read_bytes()
    outgoing = signing_key_file.with_name(signing_key_file.name + ".previous")
    old = granted(api, program)
    try:
        outgoing.write_bytes(before)
        signing_key_file.write_bytes(new_signing_key())
        signing_keys.cache_clear()
        new = granted(api, program)
        kids = [each["kid"] for each in api.get(KEY_SET).json()["keys"]]
        assert len(set(kids)) == 2
        assert (status(api, old), status(api, new)) == (200, 200)
        outgoing.unlink()
        signing_keys.cache_clear()
        forget()  # who a token speaks for is remembered for two seconds
        assert [each["kid"] for each in api.get(KEY_SET).json()["keys"]] == kids[:1]
        assert (status(api, old), status(api, new)) == (401, 200)
    finally:
        signing_key_file.write_bytes(before)
        outgoing.unlink(missing_ok=True)


def test_a_key_is_bound_to_its_networks_whatever_a_caller_says_of_itself(
    api: httpx.Client, program: ClientSecret
) -> None:
    change(allowed_networks=["192.0.2.0/24"])
    token = maker(program).sign()
    assert status(api, token) == 403
    for name in ("X-Real-IP", "Forwarded", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP"):
        value = "for=192.0.2.7" if name == "Forwarded" else "192.0.2.7"
        headers = {"Authorization": f"Bearer {token}", name: value}
        assert api.get(CASES, headers=headers).status_code == 403, name
    change(allowed_networks=["127.0.0.0/8"])
    assert status(api, maker(program).sign()) == 200
