"""PA-01: only our own ES256 tokens are taken; every known forgery is refused (CVE-2026-85394 among them)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from accounts import tokens
from infra.secrets import new_signing_key
from kernel.errors import DomainError


def now() -> datetime:
    """Asked at each use: a long run of tests outlives the life of a token."""
    return datetime.now(UTC)


def made(folder: Path, name: str) -> tokens.SigningKey:
    path = folder / name
    path.write_bytes(new_signing_key())
    return tokens.load_key(path)


@pytest.fixture
def key(tmp_path: Path) -> tokens.SigningKey:
    return made(tmp_path, "ours.pem")


def encoded(part: dict) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


def claims(**other) -> dict:
    issued = int(now().timestamp())
    return {
        "iss": "vaxla",
        "aud": "vaxla-api",
        "sub": "c",
        "scope": "cases:read",
        "iat": issued,
        "exp": issued + 600,
        **other,
    }


def hmac_token(secret: bytes, kid: str, algorithm: str = "HS256") -> str:
    signed = f"{encoded({'alg': algorithm, 'typ': 'JWT', 'kid': kid})}.{encoded(claims())}"
    mac = hmac.new(secret, signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def public(key: tokens.SigningKey, encoding: Encoding, form: PublicFormat) -> bytes:
    return load_pem_private_key(key.private_pem.encode(), None).public_key().public_bytes(encoding, form)


def refused(token: str, *keys: tokens.SigningKey) -> None:
    with pytest.raises(DomainError) as error:
        tokens.read(token, keys, now())
    assert error.value.code == "TOKEN_INVALID"


def signed(key: tokens.SigningKey, headers: dict | None = None, **other) -> str:
    from jose import jwt

    body = {k: v for k, v in claims(**other).items() if v is not None}
    return jwt.encode(
        body, key.private_pem, algorithm="ES256", headers={"kid": key.key_id, **(headers or {})}
    )


def test_a_token_of_ours_is_read(key: tokens.SigningKey) -> None:
    token = tokens.issue(key, subject="vx_1", scopes=["cases:read"], machine_now=now())
    assert tokens.read(token, (key,), now())["sub"] == "vx_1"


def test_two_keys_can_live_side_by_side(tmp_path: Path, key: tokens.SigningKey) -> None:
    older = made(tmp_path, "older.pem")
    token = tokens.issue(older, subject="c", scopes=[], machine_now=now())
    assert tokens.read(token, (key, older), now())
    refused(token, key)


def test_no_algorithm_is_refused(key: tokens.SigningKey) -> None:
    for none in ("none", "None", "NONE"):
        refused(f"{encoded({'alg': none, 'kid': key.key_id})}.{encoded(claims())}.", key)


@pytest.mark.parametrize("algorithm", ["HS256", "ES256"])
@pytest.mark.parametrize(
    ("encoding", "form"),
    [
        (Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        (Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        (Encoding.OpenSSH, PublicFormat.OpenSSH),
        (Encoding.X962, PublicFormat.UncompressedPoint),
    ],
)
def test_a_mac_made_with_our_public_key_is_refused(key, encoding, form, algorithm) -> None:
    refused(hmac_token(public(key, encoding, form), key.key_id, algorithm), key)


def test_a_mac_made_with_our_published_key_is_refused(key: tokens.SigningKey) -> None:
    refused(hmac_token(json.dumps(key.public_jwk).encode(), key.key_id), key)


def test_another_key_under_our_name_is_refused(tmp_path: Path, key: tokens.SigningKey) -> None:
    refused(signed(made(tmp_path, "theirs.pem"), headers={"kid": key.key_id}), key)


@pytest.mark.parametrize(
    "header", [{"jku": "https://exempel.se"}, {"jwk": {}}, {"x5u": "https://exempel.se"}, {"crit": ["x"]}]
)
def test_a_header_that_brings_its_own_key_is_refused(key: tokens.SigningKey, header: dict) -> None:
    refused(signed(key, headers=header), key)


@pytest.mark.parametrize(
    "other",
    [
        {"iss": "somebody"},
        {"aud": "another-api"},
        {"exp": int((now() - timedelta(minutes=5)).timestamp())},
        {"iat": int((now() + timedelta(days=1)).timestamp())},
        {"sub": None},
        {"exp": None},
        {"aud": None},
        {"iss": None},
        {"scope": None},
    ],
)
def test_a_wrong_or_missing_claim_is_refused(key: tokens.SigningKey, other: dict) -> None:
    refused(signed(key, **other), key)


def test_a_changed_token_is_refused(key: tokens.SigningKey) -> None:
    head, _, mac = signed(key).split(".")
    refused(f"{head}.{encoded(claims(scope='cases:write'))}.{mac}", key)


@pytest.mark.parametrize("rubbish", ["", ".", "..", "a.b.c", "ey.ey.ey", "\x00", "e30.e30.e30"])
def test_rubbish_is_refused(key: tokens.SigningKey, rubbish: str) -> None:
    refused(rubbish, key)
