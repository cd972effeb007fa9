"""The small machine of a webhook subscription (PA-02)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kernel.language import Text
from kernel.statemachine import Machine, on


class SubscriptionState(StrEnum):
    """Whether a subscription gets events. Paused or disabled, it loses none: its place in the feed stands still."""

    ACTIVE = "active"
    PAUSED = "paused"
    DISABLED = "disabled"
    DELETED = "deleted"


class SubscriptionEvent(StrEnum):
    """What happens to a subscription."""

    PAUSE = "pause"
    RESUME = "resume"
    DISABLE = "disable"
    DELETE = "delete"


_S, _E = SubscriptionState, SubscriptionEvent
SUBSCRIPTION: Final = Machine(
    "webhook_subscription",
    _S.ACTIVE,
    frozenset({_S.DELETED}),
    (
        on(_E.PAUSE, _S.ACTIVE, to=_S.PAUSED, by="partner"),
        on(_E.RESUME, _S.PAUSED, _S.DISABLED, to=_S.ACTIVE, by="partner"),
        on(
            _E.DISABLE,
            _S.ACTIVE,
            to=_S.DISABLED,
            by="system",
            why="the receiver answered 410 Gone, or was away through the retries of two events in a row",
        ),
        on(_E.DELETE, _S.ACTIVE, _S.PAUSED, _S.DISABLED, to=_S.DELETED, by="partner"),
    ),
)
SUBSCRIPTION_LABELS: Final = {
    "webhook_subscription.pause": Text(sv="Webhooken pausades", en="The webhook was paused"),
    "webhook_subscription.resume": Text(sv="Webhooken återupptogs", en="The webhook was resumed"),
    "webhook_subscription.disable": Text(
        sv="Webhooken stängdes av, mottagaren är borta", en="The webhook was disabled, its receiver is gone"
    ),
    "webhook_subscription.delete": Text(sv="Webhooken togs bort", en="The webhook was deleted"),
}


class DeliveryState(StrEnum):
    """Where one delivery stands. A dead letter keeps its event: it can be resent or replayed."""

    PENDING = "pending"
    DELIVERED = "delivered"
    DEAD = "dead"


class DeliveryKind(StrEnum):
    """Why a delivery is made. Only `event` and `replay` keep the order of the feed."""

    EVENT = "event"
    REPLAY = "replay"
    RESEND = "resend"
    PING = "ping"
