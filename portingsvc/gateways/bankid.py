"""BankID's relying-party API, version 6.0: sign, collect, cancel, and the moving QR code.

The client is real; what answers here is `simulators/bankid`, since a certificate for the real one is had only by
agreement with a bank. With one, `VAXLA_BANKID_URL` and the three files are all that changes. The personal
number that BankID tells is hashed before it is kept.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import ssl
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Final, Protocol, TypeVar

import httpx
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from infra.settings import Settings, get_settings
from portingsvc.domain.errors import BANKID_AWAY

_TIMEOUT_SECONDS: Final = 10
LONGEST_TEXT_BYTES: Final = 30_000
"""40,000 characters of base64, by BankID's documentation."""
_Model = TypeVar("_Model", bound=BaseModel)
Token = Annotated[str, Field(min_length=1, max_length=60)]


@dataclass(frozen=True, slots=True)
class Started:
    """A signing that the person can now take up in the app, or by its QR code."""

    order_ref: str
    auto_start_token: str
    qr_start_token: str
    qr_start_secret: str


@dataclass(frozen=True, slots=True)
class Collected:
    """`pending`, `failed` or `complete`; the rest is there when it is complete."""

    status: str
    hint: str = ""
    name: str = ""
    person_hash: str = ""
    address: str = ""
    signature: str = ""


class Signer(Protocol):
    """Somewhere to sign a text with an identity that a bank vouches for."""

    def start(self, text: str, address: str) -> Started:
        """Raises `BANKID_AWAY`."""
        ...

    def collect(self, order_ref: str) -> Collected:
        """Raises `BANKID_AWAY`."""
        ...

    def cancel(self, order_ref: str) -> None:
        """Raises `BANKID_AWAY`."""
        ...


class _Started(BaseModel):
    orderRef: Token  # noqa: N815  (BankID's own name)
    autoStartToken: Token  # noqa: N815
    qrStartToken: Token  # noqa: N815
    qrStartSecret: Token  # noqa: N815


class _User(BaseModel):
    model_config = ConfigDict(extra="allow")

    personalNumber: str = Field(pattern=r"^\d{12}$")  # noqa: N815
    name: str = Field(max_length=200)


class _Device(BaseModel):
    model_config = ConfigDict(extra="allow")

    ipAddress: str = ""  # noqa: N815


class _Completion(BaseModel):
    model_config = ConfigDict(extra="allow")

    user: _User
    device: _Device = _Device()
    signature: str = ""


class _Collected(BaseModel):
    model_config = ConfigDict(extra="allow")

    orderRef: Token  # noqa: N815
    status: str
    hintCode: str = ""  # noqa: N815
    completionData: _Completion | None = None  # noqa: N815


class BankId:
    """One pooled client, with our certificate when there is one."""

    def __init__(self, base_url: str, tls: ssl.SSLContext | bool, pepper: bytes) -> None:
        self._http = httpx.Client(base_url=base_url, verify=tls, timeout=_TIMEOUT_SECONDS)
        self._pepper = pepper

    def close(self) -> None:
        """Close its connections."""
        self._http.close()

    def start(self, text: str, address: str) -> Started:
        shown = base64.b64encode(text.encode()).decode()
        body = {"endUserIp": address, "userVisibleData": shown, "userVisibleDataFormat": "simpleMarkdownV1"}
        answer = _read(_Started, self._post("sign", body))
        return Started(answer.orderRef, answer.autoStartToken, answer.qrStartToken, answer.qrStartSecret)

    def collect(self, order_ref: str) -> Collected:
        answer = _read(_Collected, self._post("collect", {"orderRef": order_ref}))
        done = answer.completionData
        if answer.status != "complete" or done is None:
            return Collected("pending" if answer.status == "pending" else "failed", answer.hintCode)
        digest = hmac.new(self._pepper, done.user.personalNumber.encode(), hashlib.sha256).hexdigest()
        return Collected("complete", "", done.user.name, digest, done.device.ipAddress, done.signature)

    def cancel(self, order_ref: str) -> None:
        self._post("cancel", {"orderRef": order_ref})

    def _post(self, call: str, body: dict[str, Any]) -> bytes:
        try:
            response = self._http.post(f"/rp/v6.0/{call}", json=body)
        except httpx.HTTPError as lost:
            raise BANKID_AWAY.error() from lost
        if response.is_error:
            raise BANKID_AWAY.error(status=response.status_code)
        return response.content


def _read(model: type[_Model], content: bytes) -> _Model:
    try:
        return model.model_validate_json(content)
    except ValidationError as unreadable:
        raise BANKID_AWAY.error() from unreadable


def qr_text(qr_start_token: str, qr_start_secret: str, seconds: int) -> str:
    """What the QR code shows at a second after the start; it moves each second, so that it cannot be passed on."""
    code = hmac.new(qr_start_secret.encode(), str(seconds).encode(), hashlib.sha256).hexdigest()
    return f"bankid.{qr_start_token}.{seconds}.{code}"


@cache
def signer() -> Signer | None:
    """The BankID of this installation; none when it has none."""
    settings = get_settings()
    if not settings.bankid_url:
        return None
    pepper = settings.secret_key.get_secret_value().encode()
    return BankId(settings.bankid_url, _tls(settings), pepper)


def _tls(settings: Settings) -> ssl.SSLContext | bool:
    if settings.bankid_certificate is None:
        return True
    authority = str(settings.bankid_authority) if settings.bankid_authority else None
    context = ssl.create_default_context(cafile=authority)
    context.load_cert_chain(settings.bankid_certificate, settings.bankid_key)
    return context
