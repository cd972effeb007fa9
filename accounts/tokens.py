"""Access tokens. The only file that knows the token library, with one asymmetric algorithm named.

python-jose 3.5.0 takes a forged HS256 token signed with a public key where symmetric and asymmetric
algorithms mix (CVE-2026-85394). Here they cannot mix: ES256 is the only algorithm, and a token must have the
very header that a live key of ours writes before the library sees it. The forged forms are tests.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from jose import jwt
from jose.exceptions import JOSEError

from accounts.domain.errors import TOKEN_INVALID

ALGORITHM: Final = "ES256"
ISSUER: Final = "vaxla"
AUDIENCE: Final = "vaxla-api"
LIFETIME: Final = timedelta(minutes=15)
SANDBOX: Final = "sandbox"
_COORDINATE_BYTES: Final = 32
_CLOCK_DIFFERENCE: Final = 30
_REQUIRED: Final = ("iss", "aud", "sub", "iat", "exp", "scope")
_TEXTS: Final = ("iss", "aud", "sub", "scope")
_REQUIRED_OPTIONS: Final = ("require_aud", "require_iat", "require_exp", "require_iss", "require_sub")


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key pair of ours and its id: the thumbprint of the public half."""

    key_id: str
    private_pem: str
    public_jwk: dict[str, str]


def load_key(path: Path) -> SigningKey:
    """Read a P-256 key. Raises `ValueError` for any other kind."""
    pem = path.read_bytes()
    private = load_pem_private_key(pem, password=None)
    if not isinstance(private, ec.EllipticCurvePrivateKey) or private.curve.name != "secp256r1":
        raise ValueError(f"{path} is no P-256 key")
    public = private.public_key()
    numbers = public.public_numbers()
    der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    key_id = hashlib.sha256(der).hexdigest()[:16]
    jwk = {
        "kty": "EC",
        "crv": "P-256",
        "x": _coordinate(numbers.x),
        "y": _coordinate(numbers.y),
        "alg": ALGORITHM,
        "use": "sig",
        "kid": key_id,
    }
    return SigningKey(key_id, pem.decode(), jwk)


def _coordinate(value: int) -> str:
    return base64.urlsafe_b64encode(value.to_bytes(_COORDINATE_BYTES)).rstrip(b"=").decode()


def issue(
    key: SigningKey, *, subject: str, scopes: list[str], machine_now: datetime, sandbox: str = ""
) -> str:
    """A token for a client, good for 15 minutes; for a test key it names the sandbox that it opens."""
    claims = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": subject,
        "scope": " ".join(scopes),
        "iat": int(machine_now.timestamp()),
        "exp": int((machine_now + LIFETIME).timestamp()),
        "jti": uuid4().hex,
        **({SANDBOX: sandbox} if sandbox else {}),
    }
    return str(jwt.encode(claims, key.private_pem, algorithm=ALGORITHM, headers={"kid": key.key_id}))


def read(token: str, keys: tuple[SigningKey, ...], machine_now: datetime) -> dict[str, Any]:
    """The claims of a token that one of our live keys signed. Raises `TOKEN_INVALID` for anything else."""
    try:
        first, second, _ = token.split(".")
        header, body = _part(first), _part(second)
        key = next((each for each in keys if header == _header(each)), None)
        if key is None or any(not isinstance(body.get(name), str) for name in _TEXTS):
            raise TOKEN_INVALID.error()
        claims: dict[str, Any] = jwt.decode(
            token,
            key.public_jwk,
            algorithms=[ALGORITHM],
            audience=AUDIENCE,
            issuer=ISSUER,
            # The life of the token is judged below, by the caller's clock.
            options={"verify_exp": False, **dict.fromkeys(_REQUIRED_OPTIONS, True)},
        )
    except (JOSEError, ValueError, TypeError, OverflowError, RecursionError) as refused:
        raise TOKEN_INVALID.error() from refused
    if not _is_live(claims, machine_now.timestamp()):
        raise TOKEN_INVALID.error()
    return claims


@lru_cache(maxsize=4096)
def names_sandbox(token: str) -> bool:
    """Whether a token says that it is for a sandbox. Nothing is checked by this: `read` does."""
    try:
        return SANDBOX in _part(token.split(".")[1])
    except (ValueError, IndexError, RecursionError):
        return False


def _header(key: SigningKey) -> dict[str, str]:
    """The only header that a token of ours has."""
    return {"alg": ALGORITHM, "typ": "JWT", "kid": key.key_id}


def _part(coded: str) -> dict[str, Any]:
    """The JSON object in a part of a token. Raises `ValueError` for anything else, and for a name that stands twice."""
    told = json.loads(
        base64.b64decode(coded + "=" * (-len(coded) % 4), altchars=b"-_", validate=True),
        object_pairs_hook=_named_once,
    )
    if not isinstance(told, dict):
        raise ValueError("no object")  # noqa: TRY004  (a value of the wrong form, as all other faults of a token)
    return told


def _named_once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    if len(found) != len(members):
        raise ValueError("a name stands twice")
    return found


def _is_live(claims: dict[str, Any], now: float) -> bool:
    """Whether all claims stand there and `now` lies in the token's short life; clocks may differ by 30 s."""
    if any(name not in claims for name in _REQUIRED):
        return False
    begins, ends = claims["iat"], claims["exp"]
    if not (isinstance(begins, int) and isinstance(ends, int)):
        return False
    return begins <= now + _CLOCK_DIFFERENCE and now < ends <= begins + LIFETIME.total_seconds()
