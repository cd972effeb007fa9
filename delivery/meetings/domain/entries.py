"""The entries of a planner's calendar in words."""

from __future__ import annotations

from typing import Final

from kernel.language import Text

GO_LIVE: Final = Text(sv="Driftstart: {company}", en="Go-live: {company}")
GO_LIVE_PRELIMINARY: Final = Text(
    sv="Driftstart (preliminär): {company}", en="Go-live (preliminary): {company}"
)
MEETING: Final = Text(sv="Uppstartsmöte: {company}", en="Start-up meeting: {company}")
HAND_OVER: Final = Text(sv="Överlämning: {company}", en="Hand-over: {company}")
TRAINING: Final = Text(sv="Utbildning {company}: {audience}", en="Training {company}: {audience}")
CALENDAR: Final = Text(sv="Växla: {name}", en="Växla: {name}")
