"""What pages read of the go-live day and the hand-over."""

from delivery.cockpit.queries.contact import Ways, WaysVersion, current_ways, ways_of, ways_versions
from delivery.cockpit.queries.day_view import DayView, day_view

__all__ = ["DayView", "Ways", "WaysVersion", "current_ways", "day_view", "ways_of", "ways_versions"]
