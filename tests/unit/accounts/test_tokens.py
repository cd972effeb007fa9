"""PA-01: only our own ES256 tokens are taken; every known forgery is refused (CVE-2026-85394 among them)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from accounts import tokens
from infra.secrets import new_signing_key
from kernel.errors import DomainError

from .forgeries import FORGERIES, Maker, maker_of


def made(folder: Path, name: str) -> tokens.SigningKey:
    path = folder / name
    path.write_bytes(new_signing_key())
    return tokens.load_key(path)


@pytest.fixture
def key(tmp_path: Path) -> tokens.SigningKey:
    return made(tmp_path, "ours.pem")


@pytest.fixture
def maker(key: tokens.SigningKey) -> Maker:
    return maker_of(key)


def refused(token: str, maker: Maker, *keys: tokens.SigningKey) -> None:
    with pytest.raises(DomainError) as error:
        tokens.read(token, keys, maker.now)
    assert error.value.code == "TOKEN_INVALID"


def test_a_token_of_ours_is_read(key: tokens.SigningKey, maker: Maker) -> None:
    token = tokens.issue(key, subject="vx_1", scopes=["cases:read"], machine_now=maker.now)
    assert tokens.read(token, (key,), maker.now)["sub"] == "vx_1"


def test_what_the_forger_leaves_alone_is_read(key: tokens.SigningKey, maker: Maker) -> None:
    """Else the forgeries below might be refused for something that all of them have."""
    assert tokens.read(maker.sign(), (key,), maker.now)["sub"] == "c"


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_refused(key: tokens.SigningKey, maker: Maker, name: str) -> None:
    refused(FORGERIES[name](maker), maker, key)


def test_two_keys_can_live_side_by_side(tmp_path: Path, key: tokens.SigningKey, maker: Maker) -> None:
    older = made(tmp_path, "older.pem")
    token = tokens.issue(older, subject="c", scopes=[], machine_now=maker.now)
    assert tokens.read(token, (key, older), maker.now)
    assert tokens.read(maker.sign(), (key, older), maker.now)
    refused(token, maker, key)
    refused(maker_of(older).sign(maker.header()), maker, key, older)


def test_clocks_may_differ_by_half_a_minute(key: tokens.SigningKey, maker: Maker) -> None:
    token = tokens.issue(key, subject="c", scopes=[], machine_now=maker.now + timedelta(seconds=29))
    assert tokens.read(token, (key,), maker.now)
    refused(
        tokens.issue(key, subject="c", scopes=[], machine_now=maker.now + timedelta(seconds=40)), maker, key
    )


def test_a_token_lives_for_a_quarter(key: tokens.SigningKey, maker: Maker) -> None:
    token = tokens.issue(
        key, subject="c", scopes=[], machine_now=maker.now - timedelta(minutes=14, seconds=50)
    )
    assert tokens.read(token, (key,), maker.now)
    refused(token, Maker(key, "c", maker.now + timedelta(seconds=12)), key)


def test_a_key_of_another_curve_is_no_key(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    path = tmp_path / "p384.pem"
    private = ec.generate_private_key(ec.SECP384R1())
    path.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(ValueError, match="P-256"):
        tokens.load_key(path)
