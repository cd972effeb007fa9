"""What pages read of trainings and feeds."""

from delivery.meetings.queries.feed import calendar_of
from delivery.meetings.queries.trainings import SeatLine, TrainingLine, training_lines

__all__ = ["SeatLine", "TrainingLine", "calendar_of", "training_lines"]
