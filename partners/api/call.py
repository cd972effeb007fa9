"""One unsafe call of a partner's program: who, when, under which key; run once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends, Request
from fastapi.responses import JSONResponse
from sqlmodel import Session

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import refuse_stale
from infra.transitions import Cause
from partners import queries, repository
from partners.api.shapes import Subscription, subscription_of
from partners.models import WebhookSubscription
from partners.usecases.subscription_secrets import shown_secret

WRITE = Annotated[Actor, needs("webhooks:write")]
SECRET_NUMBER: Final = "secret_number"  # noqa: S105  (which secret it is, not the secret)
Answered = tuple[int, Any, dict[str, str]]


@dataclass(frozen=True)
class Call:
    """One unsafe call: who, when, under which key."""

    request: Request
    session: Session
    actor: Actor
    now: datetime
    key: str | None

    @property
    def cause(self) -> Cause:
        return cause_of(self.actor, self.now)

    def once(self, body: Any, run: Callable[[], Answered]) -> JSONResponse:
        """Run it once for its key."""
        return answer_once(self.session, self.actor, self.request, body, self.key, run)

    def line(self, row: WebhookSubscription) -> Subscription:
        """The subscription as it is now."""
        self.session.flush()
        return subscription_of(queries.subscription_line(self.session, self.actor, row.id))

    def refuse_stale(self, subscription_id: UUID, if_match: str | None) -> None:
        """Hold the subscription. Raises `CHANGED_SINCE_READ` unless it is as the caller read it, `NOT_FOUND`."""
        if if_match is not None:
            row = repository.subscription(
                self.session, self.actor.organisation_id, subscription_id, lock=True
            )
            refuse_stale(if_match, self.line(row))

    def with_secret(self, answer: JSONResponse) -> JSONResponse:
        """Put the secret into the answer after it was stored for repeated calls: it lies open nowhere."""
        body = json.loads(bytes(answer.body))
        number = body.pop(SECRET_NUMBER)
        row = repository.subscription(self.session, self.actor.organisation_id, UUID(body["id"]))
        body["secret"] = shown_secret(row) if row.secret_number == number else None
        kept = {name: value for name, value in answer.headers.items() if name != "content-length"}
        return JSONResponse(body, answer.status_code, kept)


def _call(
    request: Request, session: SessionDep, actor: WRITE, now: NowDep, key: IdempotencyKey = None
) -> Call:
    return Call(request, session, actor, now, key)


CallDep = Annotated[Call, Depends(_call)]
