"""Secrets of an embedded start: made once, kept in the data folder, readable by its owner only."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat


@dataclass(frozen=True)
class Secrets:
    """What an installation must have and nobody may guess."""

    secret_key: str
    pin_key: str
    gateway_token: str
    token_signing_key_file: str


def new_signing_key() -> bytes:
    """A fresh P-256 key for access tokens, as PEM."""
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def embedded_secrets(data_dir: Path) -> Secrets:
    """The secrets of this data folder; made at the first start."""
    kept = data_dir / "secrets.json"
    if kept.exists():
        return Secrets(**json.loads(kept.read_text(encoding="utf-8")))
    key_file = data_dir / "token-signing-key.pem"
    _write_private(key_file, new_signing_key())
    made = Secrets(
        secret_key=secrets.token_urlsafe(48),
        pin_key=Fernet.generate_key().decode(),
        gateway_token=secrets.token_urlsafe(32),
        token_signing_key_file=str(key_file),
    )
    _write_private(kept, json.dumps(asdict(made)).encode())
    return made


def _write_private(path: Path, content: bytes) -> None:
    """Write whole or not at all: a start that is killed half-way finds no half secret."""
    unfinished = path.with_suffix(".part")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
