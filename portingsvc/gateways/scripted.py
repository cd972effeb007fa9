"""The other side of a port in a sandbox: scripted donors whose books lie in the sandbox itself.

There is no address to configure and nothing on a network: a sandbox has no way to a live gateway.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final

from sqlmodel import Session, col, delete, func, select

from infra.clock import current
from infra.db import ring, unit_of_work
from infra.queues import COLLECT
from infra.sandboxes import LIVE, at
from portingsvc.domain import scripted_answers as script
from portingsvc.domain.outcomes import Outcome, Submission
from portingsvc.domain.scripted_answers import Said
from portingsvc.gateways.clearinghouse import Charge, Found, GatewayUnavailable, Incoming
from portingsvc.models import ScriptedDossier, ScriptedMessage

_RECEIVED: Final = "received"
_TO_COME: Final = ("answer", "answer_delayed", "performed", "error")


class ScriptedClearinghouse:
    """Donors of one sandbox, by the table of `domain.scripted_donors`. Safe to use from several threads."""

    def __init__(self, place: str) -> None:
        if place == LIVE:
            raise RuntimeError("scripted donors answer in sandboxes only")
        self.name = "clearinghouse"
        self._place = place

    @contextmanager
    def _books(self) -> Iterator[Session]:
        """The sandbox's own rows, also from a thread that was started elsewhere. News rings for its collector."""
        with at(self._place), unit_of_work() as session:
            yield session

    def submit(self, key: str, payload: bytes, valid_until: datetime) -> Submission:
        if datetime.now(UTC) > valid_until:
            return Submission(Outcome.NOT_ACCEPTED, "too late")
        sha256, body = hashlib.sha256(payload).hexdigest(), json.loads(payload)
        with self._books() as session:
            known = _dossier(session, body["dossier_id"])
            if known is not None:
                same = (known.key, known.sha256) == (key, sha256)
                return Submission(Outcome.RECEIVED if same else Outcome.IN_DOUBT, "known already")
            now = current(session)
            said = script.answers(body, now)
            session.add(
                ScriptedDossier(
                    dossier_id=body["dossier_id"],
                    key=key,
                    sha256=sha256,
                    body=body,
                    stands=_RECEIVED,
                    received_at=now,
                )
            )
            _say(session, body["dossier_id"], said)
            ring(session, COLLECT)
        return Submission(Outcome.RECEIVED, "sandbox")

    def look_up(self, dossier_id: str) -> Found | None:
        with self._books() as session:
            found = _dossier(session, dossier_id)
            return Found(found.stands) if found else None

    def cancel(self, dossier_id: str, reason: str, key: str) -> None:
        del reason, key  # the donor is asked once; the script knows its answer
        with self._books() as session:
            dossier = _known(session, dossier_id)
            now = current(session)
            answer = script.grants_cancel(dossier.body, dossier.stands, now)
            if answer.body["accepted"]:
                dossier.stands = script.CANCELLED
                _unsay(session, dossier_id)
            _say(session, dossier_id, [answer])
            ring(session, COLLECT)

    def change(self, dossier_id: str, port_at: datetime, key: str) -> None:
        del key
        with self._books() as session:
            dossier = _known(session, dossier_id)
            now = current(session)
            answer = script.grants_change(dossier.body, dossier.stands, port_at, now)
            if answer.body["accepted"]:
                dossier.body = {**dossier.body, "port_at": port_at.isoformat()}
                _put_off(session, dossier_id, port_at)
            _say(session, dossier_id, [answer])
            ring(session, COLLECT)

    def messages(self, after: int, limit: int) -> list[Incoming]:
        with self._books() as session:
            _release(session, current(session))
            found = session.exec(
                select(ScriptedMessage)
                .where(col(ScriptedMessage.position) > after)
                .order_by(col(ScriptedMessage.position))
                .limit(limit)
            ).all()
            return [
                Incoming(f"scripted-{m.id}", m.position or 0, m.kind, m.dossier_id, dict(m.body))
                for m in found
            ]

    def confirm(self, message_id: str) -> None:
        """Nothing to keep: what was said stays in the books until the sandbox is reset."""

    def statement(self) -> list[Charge]:
        return []


def _dossier(session: Session, dossier_id: str) -> ScriptedDossier | None:
    return session.exec(select(ScriptedDossier).where(ScriptedDossier.dossier_id == dossier_id)).first()


def _known(session: Session, dossier_id: str) -> ScriptedDossier:
    found = _dossier(session, dossier_id)
    if found is None:
        raise GatewayUnavailable(f"there is no dossier {dossier_id}")
    return found


def _say(session: Session, dossier_id: str, said: Iterable[Said]) -> None:
    for each in said:
        session.add(
            ScriptedMessage(dossier_id=dossier_id, kind=each.kind, body=each.body, due_at=each.due_at)
        )
        session.flush()


def _waiting(session: Session, dossier_id: str) -> list[ScriptedMessage]:
    wanted = select(ScriptedMessage).where(
        ScriptedMessage.dossier_id == dossier_id, col(ScriptedMessage.position).is_(None)
    )
    return list(session.exec(wanted).all())


def _unsay(session: Session, dossier_id: str) -> None:
    session.exec(
        delete(ScriptedMessage).where(
            col(ScriptedMessage.dossier_id) == dossier_id,
            col(ScriptedMessage.position).is_(None),
            col(ScriptedMessage.kind).in_(_TO_COME),
        )
    )


def _put_off(session: Session, dossier_id: str, port_at: datetime) -> None:
    for message in _waiting(session, dossier_id):
        if message.kind in ("performed", "error"):
            message.due_at = port_at
        if message.kind == "performed":
            message.body = {**message.body, "actual_at": port_at.isoformat()}


def _release(session: Session, now: datetime) -> None:
    """Give those messages their places whose time has come, and note how their requests stand now."""
    due = session.exec(
        select(ScriptedMessage)
        .where(col(ScriptedMessage.position).is_(None), col(ScriptedMessage.due_at) <= now)
        .order_by(col(ScriptedMessage.due_at), col(ScriptedMessage.id))
        .with_for_update(key_share=True)
    ).all()
    if not due:
        return
    last = session.exec(select(func.max(ScriptedMessage.position))).one() or 0
    for place, message in enumerate(due, start=last + 1):
        message.position = place
        if message.kind == "answer":
            stands: Any = script.REJECTED if message.body["blocking"] else script.ACCEPTED
            _known(session, message.dossier_id).stands = stands
