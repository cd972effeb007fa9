"""Signatures: the published vector, and the standard's own library as the judge."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from standardwebhooks import Webhook, WebhookVerificationError

from partners.domain.signing import new_secret, signed_headers

GUIDE = (Path(__file__).parents[3] / "docs" / "events.md").read_text(encoding="utf-8")
VECTOR = dict(re.findall(r"^\| `?([a-z-]+)`? \| `(.+)` \|$", GUIDE, re.MULTILINE))


def now() -> int:
    return int(datetime.now(UTC).timestamp())


def test_the_published_vector_is_what_we_sign_and_what_the_library_expects() -> None:
    stamp, body = int(VECTOR["webhook-timestamp"]), VECTOR["body"]
    headers = signed_headers(VECTOR["webhook-id"], stamp, body.encode(), [VECTOR["secret"]])
    assert headers["webhook-signature"] == VECTOR["webhook-signature"]
    theirs = Webhook(VECTOR["secret"]).sign(VECTOR["webhook-id"], datetime.fromtimestamp(stamp, UTC), body)
    assert theirs == VECTOR["webhook-signature"]


@settings(deadline=None)
@given(st.text())
def test_any_body_is_verified_by_the_library(body: str) -> None:
    raw = f'{{"text": {json.dumps(body)}}}'
    old, new = new_secret(), new_secret()
    headers = signed_headers("evt_1", now(), raw.encode(), [new, old])
    for secret in (old, new):
        assert Webhook(secret).verify(raw, headers) == {"text": body}


@pytest.mark.parametrize("changed", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_a_changed_header_is_found_out(changed: str) -> None:
    secret = new_secret()
    headers = signed_headers("evt_1", now(), b"{}", [secret])
    headers[changed] = {"webhook-id": "evt_2", "webhook-timestamp": str(now() - 5)}.get(changed, "v1,AAAA")
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify("{}", headers)


def test_an_old_message_is_not_taken_again() -> None:
    secret = new_secret()
    headers = signed_headers("evt_1", now() - 3600, b"{}", [secret])
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify("{}", headers)
