"""The case report as a PDF: what happened, day by day, what was late and whose doing that was."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery.attribution.domain import report_words as words
from delivery.attribution.domain.delays import CAUSES
from delivery.attribution.domain.report import ReportLines
from delivery.attribution.gateways.report_pdf import report_pdf
from delivery.attribution.queries.story import CaseStory, DelayLine, case_story
from delivery.domain.authority import refuse_outsiders
from delivery.queries.lines import TimelineLine
from infra import formats
from infra.clock import STOCKHOLM
from infra.transitions import Cause
from kernel.language import Language


def print_report(session: Session, actor: Actor, case_id: UUID, *, language: Language, cause: Cause) -> bytes:
    """Raises `NOT_YOURS`, `NOT_FOUND`."""
    refuse_outsiders(actor)
    return report_pdf(
        report_lines(case_story(session, actor, case_id, now=cause.now, language=language), language)
    )


def report_lines(story: CaseStory, language: Language) -> ReportLines:
    """The story in sentences."""
    line = story.line
    head = words.HEAD.format(
        language,
        company=line.customer_name,
        org_number=line.org_number,
        phase=line.state_title.in_(language),
        go_live=formats.day(line.go_live_on, language),
    )
    delays = tuple(_delay(each, language) for each in story.delays)
    totals = tuple(
        words.TOTAL.format(
            language, days=days, cause=(CAUSES[whose] if whose else words.UNSAID).in_(language)
        )
        for whose, days in story.totals
    )
    return ReportLines(
        title=words.TITLE.format(language, reference=line.reference),
        head=(head, words.TOLD.format(language, at=formats.moment(story.told_at, language))),
        parts=(
            (words.DELAYS.in_(language), (*delays, *totals) or (words.NO_DELAYS.in_(language),)),
            (words.STORY.in_(language), ()),
        ),
        days=tuple(
            (formats.day(day, language), tuple(_line(each, language) for each in lines))
            for day, lines in story.days
        ),
    )


def _delay(delay: DelayLine, language: Language) -> str:
    return words.DELAY.format(
        language,
        kind=delay.kind.in_(language),
        what=delay.what,
        first=delay.first_day,
        last=delay.last_day,
        days=delay.days,
        cause=(delay.cause_title or words.UNSAID).in_(language),
        evidence=delay.evidence or "–",
        by=delay.said_by,
    )


def _line(line: TimelineLine, language: Language) -> str:
    count = f" × {line.count}" if line.count > 1 else ""
    about = f" {line.about}" if line.about else ""
    why = f" «{line.why}»" if line.why else ""
    return f"{line.at.astimezone(STOCKHOLM):%H.%M} {line.what.in_(language)}{count}{about} · {line.who}{why}"
