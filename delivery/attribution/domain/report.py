"""A report as headings and lines, before anybody lays it out."""

from __future__ import annotations

from dataclasses import dataclass

Part = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ReportLines:
    """`parts` are sections of sentences; `days` is the story, a day and what happened on it."""

    title: str
    head: tuple[str, ...]
    parts: tuple[Part, ...]
    days: tuple[Part, ...]
