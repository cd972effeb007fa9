"""What pages and the report read of delays."""

from delivery.attribution.queries.story import CaseStory, DelayLine, case_story, delay_lines

__all__ = ["CaseStory", "DelayLine", "case_story", "delay_lines"]
