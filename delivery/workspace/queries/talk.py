"""Comments, mentions and files of cases, and the whole timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.domain.actor import Actor, ActorKind
from accounts.models import Organisation
from delivery import repository
from delivery.models import CaseNote, DeliveryCase
from delivery.queries.lines import TimelineLine
from delivery.queries.timeline import names_of_things, note_line, step_line
from delivery.workspace.models import CaseComment, CaseFile, Mention
from infra.together import Read, read_together
from infra.transitions import StateHistory
from kernel.errors import NOT_FOUND
from kernel.language import Language, Text

TIMELINE_PAGE = 100
_COMMENTED = Text(sv="Kommentar", en="Comment")


@dataclass(frozen=True, slots=True)
class MentionLine:
    """A comment that names somebody."""

    id: UUID
    case_id: UUID
    comment_id: UUID
    company: str
    reference: str
    by: str
    text: str
    at: datetime
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of a case; `size` in bytes."""

    id: UUID
    name: str
    size: int
    note: str
    is_shared: bool
    is_partners: bool
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Lines, the newest first; `before` is where older ones begin, none when there are none."""

    lines: list[TimelineLine]
    before: datetime | None


def _ours(session: Session, actor: Actor, case_id: UUID) -> DeliveryCase:
    """A case for the operator's own people, to whom alone such talk is shown."""
    if actor.kind is not ActorKind.PLANNER:
        raise NOT_FOUND.error()
    return repository.case(session, actor, case_id)


def comments_of(session: Session, actor: Actor, case_id: UUID) -> list[CaseComment]:
    """Oldest first. Raises `NOT_FOUND`, for everybody but the operator's own too."""
    case = _ours(session, actor, case_id)
    return list(
        session.exec(
            select(CaseComment).where(CaseComment.case_id == case.id).order_by(col(CaseComment.id))
        ).all()
    )


def mentions_of(session: Session, actor: Actor, limit: int = 100) -> list[MentionLine]:
    """Where somebody is named: what waits first, then the newest."""
    rows = session.exec(
        select(Mention, CaseComment, DeliveryCase.reference, Organisation.name)
        .join(CaseComment, col(CaseComment.id) == Mention.comment_id)
        .join(DeliveryCase, col(DeliveryCase.id) == Mention.case_id)
        .join(Organisation, col(Organisation.id) == DeliveryCase.customer_id)
        .where(col(Mention.person_id) == actor.person_id)
        .order_by(col(Mention.seen_at).is_not(None), col(Mention.id).desc())
        .limit(limit)
    )
    return [
        MentionLine(
            mention.id,
            mention.case_id,
            mention.comment_id,
            company,
            reference,
            comment.by,
            comment.text,
            comment.at,
            mention.seen_at,
        )
        for mention, comment, reference, company in rows
    ]


def files_of(session: Session, actor: Actor, case_id: UUID) -> list[FileLine]:
    """The newest first; a customer sees what is shared. Raises `NOT_FOUND`."""
    case = repository.case(session, actor, case_id)
    wanted = select(CaseFile).where(CaseFile.case_id == case.id).order_by(col(CaseFile.id).desc())
    if actor.kind is not ActorKind.PLANNER:
        wanted = wanted.where(col(CaseFile.is_shared).is_(True))
    return [
        FileLine(row.id, row.name, row.size, row.note, row.is_shared, row.is_partners, row.by, row.at)
        for row in session.exec(wanted)
    ]


def whole_timeline(
    session: Session, actor: Actor, case_id: UUID, *, before: datetime | None, language: Language
) -> TimelinePage:
    """Every step of everything, every note and comment, unfolded: who did what and why. Raises `NOT_FOUND`."""
    _ours(session, actor, case_id)
    steps, notes, comments = read_together(
        session,
        *(
            Read(
                model,
                (
                    model.case_id == case_id,
                    *((model.at < before,) if before else ()),
                ),
                newest=TIMELINE_PAGE + 1,
                by="at",
            )
            for model in (StateHistory, CaseNote, CaseComment)
        ),
    )
    names = names_of_things(session, {each.entity_id for each in steps})
    lines = [step_line(each, names.get(each.entity_id, ""), language) for each in steps]
    lines += [note_line(each) for each in notes]
    lines += [_comment_line(each) for each in comments]
    lines.sort(key=lambda line: line.at, reverse=True)
    if len(lines) <= TIMELINE_PAGE:
        return TimelinePage(lines, None)
    # What came at the same instant stays on one page: the next one begins before it.
    last = lines[TIMELINE_PAGE - 1].at
    shown = [line for line in lines if line.at >= last]
    return TimelinePage(shown, last if len(shown) < len(lines) else None)


def _comment_line(row: CaseComment) -> TimelineLine:
    about = ", ".join(row.named)
    return TimelineLine(row.at, _COMMENTED, about, row.by, "", row.text, 1, "comment", "comment")
