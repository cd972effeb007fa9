"""What partners may read."""

from partners.queries.events import EventPage, PartnerEvent, event_of, read_events
from partners.queries.keys import KeyLine, list_calls, list_keys
from partners.queries.sandbox import SandboxState, sandbox_news, sandbox_state
from partners.queries.webhooks import (
    DeliveryLine,
    SubscriptionLine,
    list_deliveries,
    list_subscriptions,
    one_delivery,
    subscription_line,
)

__all__ = [
    "DeliveryLine",
    "EventPage",
    "KeyLine",
    "PartnerEvent",
    "SandboxState",
    "SubscriptionLine",
    "event_of",
    "list_calls",
    "list_deliveries",
    "list_keys",
    "list_subscriptions",
    "one_delivery",
    "read_events",
    "sandbox_news",
    "sandbox_state",
    "subscription_line",
]
