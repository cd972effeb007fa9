"""Passkeys (WebAuthn). The only file that knows the library.

A passkey is bound to a name in the network, never to an IP address: an installation whose public address has
none offers links only. The person is found by the passkey itself, so nobody types who they are, and nobody
learns who is known here.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from accounts.domain.errors import PASSKEY_NOT_ADDED, PASSKEY_REFUSED, PASSKEYS_UNAVAILABLE
from infra.settings import get_settings

_SITE_NAME: Final = "Växla"


@dataclass(frozen=True, slots=True)
class Site:
    """The name that passkeys are bound to, and the address pages have."""

    name: str
    origin: str


@dataclass(frozen=True, slots=True)
class NewKey:
    """A passkey just made: its id, its public half, and how often it says it was used."""

    credential_id: str
    public_key: bytes
    sign_count: int


def site() -> Site | None:
    """The installation as passkeys know it; none when its address has no name."""
    parts = urlsplit(get_settings().public_url)
    name = parts.hostname or ""
    try:
        ip_address(name)
    except ValueError:
        return Site(name, f"{parts.scheme}://{parts.netloc}") if name else None
    return None


def _site() -> Site:
    found = site()
    if found is None:
        raise PASSKEYS_UNAVAILABLE.error()
    return found


def options_to_add(person_id: UUID, email: str, name: str, challenge: bytes, known: Sequence[str]) -> Any:
    """What a browser needs to make a passkey. Raises `PASSKEYS_UNAVAILABLE`."""
    options = generate_registration_options(
        rp_id=_site().name,
        rp_name=_SITE_NAME,
        user_id=person_id.bytes,
        user_name=email,
        user_display_name=name,
        challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(each)) for each in known],
    )
    return json.loads(options_to_json(options))


def check_added(credential: str, challenge: bytes) -> NewKey:
    """The passkey that a browser says it made. Raises `PASSKEY_NOT_ADDED` for anything but that."""
    try:
        made = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=_site().name,
            expected_origin=_site().origin,
            require_user_verification=True,
        )
    except Exception as unfit:  # whatever a stranger's bytes do to the parser, it is a no
        raise PASSKEY_NOT_ADDED.error() from unfit
    return NewKey(bytes_to_base64url(made.credential_id), made.credential_public_key, made.sign_count)


def options_to_enter(challenge: bytes) -> Any:
    """What a browser needs to show its passkeys for this site. Raises `PASSKEYS_UNAVAILABLE`."""
    options = generate_authentication_options(
        rp_id=_site().name, challenge=challenge, user_verification=UserVerificationRequirement.REQUIRED
    )
    return json.loads(options_to_json(options))


def id_of(credential: str) -> str:
    """Which passkey a browser says it used; nothing is proved by it. Raises `PASSKEY_REFUSED`."""
    try:
        return str(json.loads(credential)["id"])
    except (ValueError, KeyError, TypeError) as unreadable:
        raise PASSKEY_REFUSED.error() from unreadable


def check_used(credential: str, challenge: bytes, public_key: bytes, sign_count: int) -> int:
    """How often the passkey says it was used by now. Raises `PASSKEY_REFUSED`."""
    try:
        used = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=_site().name,
            expected_origin=_site().origin,
            credential_public_key=public_key,
            credential_current_sign_count=sign_count,
            require_user_verification=True,
        )
    except Exception as unfit:  # whatever a stranger's bytes do to the parser, it is a no
        raise PASSKEY_REFUSED.error() from unfit
    return used.new_sign_count
