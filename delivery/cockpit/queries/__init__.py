"""What pages read of the go-live day and the hand-over."""

from delivery.cockpit.queries.contact import Ways, ways_of
from delivery.cockpit.queries.day_view import DayView, day_view

__all__ = ["DayView", "Ways", "day_view", "ways_of"]
