"""Whether an access is frozen: asked before every order, also by port unblocking (KO-04)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.clock import local_date
from openfibre.errors import NETWORK_FREEZE
from openfibre.operator_change.domain.freeze import Action, Window
from openfibre.operator_change.repository import exchange


def freeze_of(
    session: Session, access_id: str, now: datetime, *, actor: Actor | None = None
) -> Window | None:
    """The freeze that an access is in now, by its old or new id; none when it may be ordered on.

    With `actor`, only in projects that the actor is a party to: to others an access tells nothing.
    """
    today = local_date(now)
    for wave in exchange.frozen_waves(session, access_id, actor):
        if wave.freeze_first is not None and wave.freeze_last is not None:
            window = Window(wave.freeze_first, wave.freeze_last)
            if window.holds(today):
                return window
    return None


def refuse_in_freeze(
    session: Session, access_id: str, action: Action, now: datetime, *, actor: Actor | None = None
) -> None:
    """Raises `NETWORK_FREEZE` (409) when the action must wait; faults and emergencies pass."""
    window = freeze_of(session, access_id, now, actor=actor)
    if window is not None and window.refuses(action, local_date(now)):
        raise NETWORK_FREEZE.error("access_id", access=access_id, first=window.first, until=window.last)
