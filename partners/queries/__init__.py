"""What partners may read."""

from partners.queries.events import EventPage, PartnerEvent, event_of, read_events

__all__ = ["EventPage", "PartnerEvent", "event_of", "read_events"]
