"""Every forgery of an access token that is known to us, as a table: what it is called, and how it is made.

Most are signed by our own key, so that nothing but the forged part can be what refuses them.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from accounts.tokens import SigningKey
from infra.secrets import new_signing_key

# The order of the P-256 group.
ORDER_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
PUBLIC_FORMS = {
    "PEM": (Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    "DER": (Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
    "OpenSSH": (Encoding.OpenSSH, PublicFormat.OpenSSH),
    "point": (Encoding.X962, PublicFormat.UncompressedPoint),
    "compressed point": (Encoding.X962, PublicFormat.CompressedPoint),
}


@dataclass(frozen=True)
class Maker:
    """What a forger knows: a key's public half; here also the private one, to sign all but the forged part."""

    key: SigningKey
    subject: str
    now: datetime

    def claims(self, **other: Any) -> dict[str, Any]:
        """The claims of a good token with some of them changed; `...` leaves one out."""
        at = int(self.now.timestamp())
        good = {
            "iss": "vaxla",
            "aud": "vaxla-api",
            "sub": self.subject,
            "scope": "cases:read",
            "iat": at,
            "exp": at + 600,
            "jti": "1",
        }
        return {name: each for name, each in (good | other).items() if each is not ...}

    def header(self, **other: Any) -> dict[str, Any]:
        good = {"alg": "ES256", "typ": "JWT", "kid": self.key.key_id}
        return {name: each for name, each in (good | other).items() if each is not ...}

    def sign(self, header: Any = None, claims: Any = None, pem: str = "") -> str:
        """Signed with ES256, by our key unless told; texts are taken as they are."""
        private = load_pem_private_key((pem or self.key.private_pem).encode(), None)
        assert isinstance(private, ec.EllipticCurvePrivateKey)
        head = f"{part(header or self.header())}.{part(claims or self.claims())}"
        r, s = decode_dss_signature(private.sign(head.encode(), ec.ECDSA(hashes.SHA256())))
        return f"{head}.{coded(r.to_bytes(32) + s.to_bytes(32))}"

    def public(self, form: str) -> bytes:
        encoding, shape = PUBLIC_FORMS[form]
        return (
            load_pem_private_key(self.key.private_pem.encode(), None)
            .public_key()
            .public_bytes(encoding, shape)
        )

    def mac(self, secret: bytes, algorithm: str = "HS256", digest: str = "sha256") -> str:
        head = f"{part(self.header(alg=algorithm))}.{part(self.claims())}"
        return f"{head}.{coded(hmac.new(secret, head.encode(), digest).digest())}"

    def theirs(self, **header: Any) -> str:
        """Signed by a key that is not ours."""
        return self.sign(self.header(**header), pem=new_signing_key().decode())

    def with_signature(self, signature: bytes) -> str:
        return f"{self.sign().rpartition('.')[0]}.{coded(signature)}"


def coded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def part(told: Any) -> str:
    return coded((told if isinstance(told, str) else json.dumps(told)).encode())


def _at(maker: Maker, **delta: float) -> int:
    return int((maker.now + timedelta(**delta)).timestamp())


def _swapped(maker: Maker, name: str, value: Any) -> str:
    """A good token whose claims were changed after it was signed."""
    head, _, signature = maker.sign().split(".")
    return f"{head}.{part(maker.claims(**{name: value}))}.{signature}"


def _twice(told: dict[str, Any], name: str, first: Any) -> str:
    """JSON that names a member twice: the first time with a value of one's own."""
    return f'{{"{name}": {json.dumps(first)}, {json.dumps(told)[1:]}'


def _other_algorithm(maker: Maker, algorithm: str) -> str:
    """Signed well, by a key and with an algorithm that are not ours, under our key's name."""
    head = f"{part(maker.header(alg=algorithm))}.{part(maker.claims())}".encode()
    if algorithm == "EdDSA":
        signature = ed25519.Ed25519PrivateKey.generate().sign(head)
    elif algorithm == "RS256":
        private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        signature = private.sign(head, padding.PKCS1v15(), hashes.SHA256())
    else:
        private_ec = ec.generate_private_key(ec.SECP384R1())
        r, s = decode_dss_signature(private_ec.sign(head, ec.ECDSA(hashes.SHA384())))
        signature = r.to_bytes(48) + s.to_bytes(48)
    return f"{head.decode()}.{coded(signature)}"


def _der(maker: Maker) -> str:
    private = load_pem_private_key(maker.key.private_pem.encode(), None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    head = maker.sign().rpartition(".")[0]
    return f"{head}.{coded(private.sign(head.encode(), ec.ECDSA(hashes.SHA256())))}"


def _own_jwk(maker: Maker, header: str) -> str:
    """A key of the forger's in the token itself, that it was signed with."""
    pem = new_signing_key()
    private = load_pem_private_key(pem, None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    numbers = private.public_key().public_numbers()
    jwk = {
        "kty": "EC",
        "crv": "P-256",
        "x": coded(numbers.x.to_bytes(32)),
        "y": coded(numbers.y.to_bytes(32)),
    }
    value: Any = jwk if header == "jwk" else [base64.b64encode(pem).decode()]
    return maker.sign(maker.header(**{header: value}), pem=pem.decode())


Forgery = Callable[[Maker], str]
FORGERIES: dict[str, Forgery] = {
    # No signature, or not one at all.
    **{
        f"alg {none!r}": lambda m, none=none: f"{part(m.header(alg=none))}.{part(m.claims())}."
        for none in ("none", "None", "NONE", "nOnE", "", None, 0, ["none"], ["ES256"], {"alg": "ES256"})
    },
    "alg none with a good signature": lambda m: m.sign(m.header(alg="none")),
    "no alg": lambda m: m.sign(m.header(alg=...)),
    "alg in small letters": lambda m: m.sign(m.header(alg="es256")),
    "signature left out": lambda m: m.sign().rpartition(".")[0] + ".",
    "signature cut off": lambda m: m.sign().rpartition(".")[0],
    "signature of another token": lambda m: (
        f"{m.sign().rpartition('.')[0]}.{m.sign(claims=m.claims(jti='2')).rpartition('.')[2]}"
    ),
    "signature of noughts": lambda m: m.with_signature(bytes(64)),  # CVE-2022-21449
    "signature of the group's order": lambda m: m.with_signature(ORDER_N.to_bytes(32) * 2),
    "signature too short": lambda m: m.with_signature(bytes(63)),
    "signature too long": lambda m: m.sign() + "AAAA",
    "signature in DER": _der,
    # Somebody else's key, algorithm, or way to one.
    "another key under our name": lambda m: m.theirs(),
    "another key under its own name": lambda m: m.theirs(kid="0123456789abcdef"),
    "no kid": lambda m: m.sign(m.header(kid=...)),
    **{
        f"kid {kid!r}": lambda m, kid=kid: m.sign(m.header(kid=kid))
        for kid in (
            None,
            "",
            0,
            True,
            [],
            {},
            "../../../../dev/null",
            "/dev/null",
            "' OR '1'='1",
            "x' UNION SELECT 'key",
            "|| cat /etc/passwd",
            "https://exempel.se/jwks.json",
            "k" * 5_000,
        )
    },
    "kid with a blank": lambda m: m.sign(m.header(kid=m.key.key_id + " ")),
    "kid in capitals": lambda m: m.sign(m.header(kid=m.key.key_id.upper() + "X")),
    "kid as a list": lambda m: m.sign(m.header(kid=[m.key.key_id])),
    "kid of an empty key, MAC with nothing": lambda m: m.mac(b""),
    **{
        f"{algorithm} with our public key as {form}": lambda m, form=form, algorithm=algorithm, digest=digest: (
            m.mac(m.public(form), algorithm, digest)
        )
        for form in PUBLIC_FORMS
        for algorithm, digest in (
            ("HS256", "sha256"),
            ("HS384", "sha384"),
            ("HS512", "sha512"),
            ("ES256", "sha256"),
        )
    },
    "HS256 with our public key as JWK": lambda m: m.mac(json.dumps(m.key.public_jwk).encode()),
    "HS256 with our public key's coordinate": lambda m: m.mac(m.key.public_jwk["x"].encode()),
    "HS256 with our key's name": lambda m: m.mac(m.key.key_id.encode()),
    "HS256 with a hash of our public key": lambda m: m.mac(hashlib.sha256(m.public("DER")).digest()),
    **{
        f"{name} with another key": lambda m, name=name: _other_algorithm(m, name)
        for name in ("RS256", "ES384", "EdDSA")
    },
    "jwk in the header": lambda m: _own_jwk(m, "jwk"),
    "x5c in the header": lambda m: _own_jwk(m, "x5c"),
    **{
        f"{name} in the header": lambda m, name=name, value=value: m.theirs(**{name: value})
        for name, value in (
            ("jku", "https://exempel.se/jwks.json"),
            ("x5u", "https://exempel.se/cert.pem"),
            ("x5t", "AAAA"),
            ("x5t#S256", "AAAA"),
        )
    },
    # Headers that we never write, on a token that is else our own.
    **{
        f"header {name}": lambda m, name=name, value=value: m.sign(m.header(**{name: value}))
        for name, value in (
            ("jku", "https://exempel.se/jwks.json"),
            ("x5u", "https://exempel.se/cert.pem"),
            ("crit", ["exp"]),
            ("b64", False),
            ("zip", "DEF"),
            ("cty", "JWT"),
            ("enc", "A256GCM"),
            ("epk", {}),
        )
    },
    "typ of another kind": lambda m: m.sign(m.header(typ="JOSE")),
    "alg named twice": lambda m: m.sign(_twice(m.header(), "alg", "none")),
    "kid named twice": lambda m: m.sign(_twice(m.header(), "kid", "other")),
    # Claims changed after signing.
    **{
        f"{name} changed": lambda m, name=name, value=value: _swapped(m, name, value)
        for name, value in (("sub", "vx_somebody"), ("scope", "cases:write"), ("aud", "x"), ("jti", "2"))
    },
    "exp pushed on": lambda m: _swapped(m, "exp", _at(m, minutes=14)),
    "header changed": lambda m: f"{part(m.header(typ='jwt'))}.{m.sign().partition('.')[2]}",
    # Claims that our key would never sign.
    "expired": lambda m: m.sign(claims=m.claims(iat=_at(m, minutes=-20), exp=_at(m, minutes=-5))),
    "expired this second": lambda m: m.sign(claims=m.claims(exp=_at(m))),
    "not issued yet": lambda m: m.sign(claims=m.claims(iat=_at(m, minutes=5), exp=_at(m, minutes=15))),
    "not valid yet": lambda m: m.sign(claims=m.claims(nbf=_at(m, minutes=5))),
    "good for a year": lambda m: m.sign(claims=m.claims(exp=_at(m, days=365))),
    "good for ever": lambda m: m.sign(claims=m.claims(exp=2**62)),
    **{
        f"without {name}": lambda m, name=name: m.sign(claims=m.claims(**{name: ...}))
        for name in ("iss", "aud", "sub", "iat", "exp", "scope")
    },
    **{
        f"{name} is {value!r}": lambda m, name=name, value=value: m.sign(claims=m.claims(**{name: value}))
        for name, value in (
            ("iss", "somebody"),
            ("iss", "vaxla "),
            ("iss", "https://vaxla"),
            ("iss", ["vaxla"]),
            ("iss", None),
            ("aud", "another-api"),
            ("aud", ""),
            ("aud", None),
            ("aud", []),
            ("aud", ["vaxla-api", "another-api"]),
            ("sub", None),
            ("sub", 0),
            ("sub", ["c"]),
            ("sub", {"id": "c"}),
            ("scope", None),
            ("scope", ["cases:read"]),
            ("scope", {"cases:read": True}),
            ("exp", None),
            ("exp", True),
            ("exp", "9999999999"),
            ("exp", 9999999999.5),
            ("exp", float("inf")),
            ("exp", float("nan")),
            ("exp", -1),
            ("exp", []),
            ("iat", None),
            ("iat", True),
            ("iat", "0"),
            ("iat", float("nan")),
        )
    },
    **{
        f"{name} named twice": lambda m, name=name, first=first: m.sign(
            claims=_twice(m.claims(), name, first)
        )
        for name, first in (
            ("sub", "vx_somebody"),
            ("exp", 1),
            ("scope", "cases:write"),
            ("aud", "x"),
            ("iss", "x"),
        )
    },
    "exp beyond all numbers": lambda m: m.sign(claims=json.dumps(m.claims(exp=...))[:-1] + ', "exp": 1e999}'),
    "claims nested without end": lambda m: m.sign(claims="[" * 50_000),
    "claims are a list": lambda m: m.sign(claims="[]"),
    "claims are a text": lambda m: m.sign(claims='"vaxla"'),
    "claims are null": lambda m: m.sign(claims="null"),
    "claims are no JSON": lambda m: m.sign(claims="{"),
    "header is a list": lambda m: m.sign("[]"),
    "header is no JSON": lambda m: m.sign("{"),
    # Not one of our tokens at all.
    "a token in five parts": lambda m: m.sign() + ".AAAA.AAAA",
    "a token in four parts": lambda m: m.sign() + ".AAAA",
    "a token as JSON": lambda m: json.dumps(
        dict(zip(("protected", "payload", "signature"), m.sign().split("."), strict=True))
    ),
    "a token in a token": lambda m: m.sign(m.header(cty="JWT"), claims=json.dumps(m.sign())),
    "a blank within": lambda m: m.sign().replace(".", ". ", 1),
    "base64 with its end marks": lambda m: m.sign().replace(".", "=.", 1),
    "nothing": lambda _: "",
    **{
        f"rubbish {text!r}": lambda _, text=text: text
        for text in (".", "..", "a.b.c", "e30.e30.e30", "\x00", "ey")
    },
}


def maker_of(key: SigningKey, subject: str = "c") -> Maker:
    return Maker(key, subject, datetime.now(UTC))
