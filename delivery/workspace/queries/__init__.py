"""What the planner's pages read of the workspace."""

from delivery.workspace.queries.around import Around, FilterLine, around
from delivery.workspace.queries.columns import board, numbers_shown, usual_capacity
from delivery.workspace.queries.go_lives import CalendarDay, calendar_days, capacities_of
from delivery.workspace.queries.lists import CasePage, Dashboard, QueueLine, case_page, dashboard
from delivery.workspace.queries.search import FoundBy, Hit, search
from delivery.workspace.queries.talk import comments_of, files_of, mentions_of, whole_timeline

__all__ = [
    "Around",
    "CalendarDay",
    "CasePage",
    "Dashboard",
    "FilterLine",
    "FoundBy",
    "Hit",
    "QueueLine",
    "around",
    "board",
    "calendar_days",
    "capacities_of",
    "case_page",
    "comments_of",
    "dashboard",
    "files_of",
    "mentions_of",
    "numbers_shown",
    "search",
    "usual_capacity",
    "whole_timeline",
]
