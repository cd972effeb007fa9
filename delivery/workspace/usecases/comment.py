"""Say something to colleagues about a case; whoever is named hears of it by mail and in a list."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session, col, select

from accounts import repository as accounts
from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.models import DeliveryCase
from delivery.workspace.domain.errors import COMMENT_EMPTY, MENTION_UNKNOWN
from delivery.workspace.domain.mentions import LONGEST, find_mentions, handles
from delivery.workspace.models import CaseComment, Mention
from infra.mail import queue_mail
from infra.settings import get_settings
from infra.transitions import Cause
from kernel.errors import NOT_FOUND


def comment(session: Session, actor: Actor, case_id: UUID, text: str, *, cause: Cause) -> CaseComment:
    """Raises `NOT_YOURS`, `COMMENT_EMPTY`, `MENTION_UNKNOWN` with the names there are."""
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id)
    words = text.replace("\r\n", "\n").strip()
    if not 0 < len(words) <= LONGEST:
        raise COMMENT_EMPTY.error("text", most=LONGEST)
    people = {person.id: person for _, _, person in accounts.people_around(session, None)}
    known = handles((each.id, each.name, each.email) for each in people.values())
    named = find_mentions(words, known)
    if named.unknown:
        shown = ", ".join(f"@{name}" for name in sorted(known) if "." not in name)
        raise MENTION_UNKNOWN.error("text", names=", ".join(named.unknown), known=shown)
    made = CaseComment(
        case_id=case.id,
        text=words,
        by=cause.name,
        person_id=cause.person_id,
        at=cause.now,
        named=[people[each].name for each in named.people],
    )
    session.add(made)
    session.flush()
    for person_id in named.people:
        session.add(Mention(comment_id=made.id, case_id=case.id, person_id=person_id))
        if person_id != cause.person_id:
            _tell(session, case, made, person_id)
    session.flush()
    return made


def _tell(session: Session, case: DeliveryCase, made: CaseComment, person_id: UUID) -> None:
    person = accounts.person(session, person_id)
    queue_mail(
        session,
        person.email,
        "mention",
        person.speaks,
        case_id=case.id,
        name=person.name,
        by=made.by,
        company=accounts.organisation(session, case.customer_id).name,
        reference=case.reference,
        words=made.text,
        link=f"{get_settings().public_url}/planner/cases/{case.id}/comments#{made.id}",
    )


def tick_off(session: Session, actor: Actor, mention_id: UUID, *, cause: Cause) -> None:
    """The person named has seen to it. Raises `NOT_FOUND` for somebody else's."""
    found = session.exec(
        select(Mention).where(Mention.id == mention_id, col(Mention.person_id) == actor.person_id)
    ).first()
    if found is None or actor.person_id is None:
        raise NOT_FOUND.error()
    found.seen_at = found.seen_at or cause.now
    session.flush()
