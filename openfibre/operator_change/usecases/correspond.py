"""What parties hand one another beside data: documents and the yes to them, contacts, messages, fee notices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.usecases.invite_person import usable_email
from infra.clock import local_date
from infra.files import store_file
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import NOT_FOUND
from openfibre.operator_change.domain.contacts import CONTACT_KINDS, DOCUMENT_KINDS
from openfibre.operator_change.domain.deadlines import DEFAULT_NOTICE_MONTHS, fee_notice
from openfibre.operator_change.domain.errors import DATE_MISSING, VALUE_MISSING
from openfibre.operator_change.domain.parties import Party, Segment
from openfibre.operator_change.gateways.seal import checked_key
from openfibre.operator_change.models import (
    KoConsent,
    KoContact,
    KoDocument,
    KoFeeNotice,
    KoParty,
    KoProject,
)
from openfibre.operator_change.repository import projects
from openfibre.operator_change.usecases.tell import close_activity, tell

# The yes to a plan is an activity of step 4; contacts for afterwards are one of step 9.
_AGREED: Final = {
    ("projektplan", Party.AKO): "4.AKO.a",
    ("projektplan", Party.TKO): "4.TKO.a",
    ("kommunikationsplan", Party.NO): "4.NO.a",
    ("kommunikationsplan", Party.TKO): "4.TKO.b",
}
_CONTACT: Final = {Party.NO: "9.NO.a", Party.TKO: "9.TKO.a", Party.TLA: "9.TLA.a"}
_SUPPORT: Final = {Party.NO: "ko_avtal", Party.TKO: "2_line", Party.TLA: "1_line"}
_MOST_MONTHS: Final = 24


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document and who may read it; nobody named is everybody."""

    kind: str
    title: str
    filename: str
    media_type: str
    content: bytes
    readers: frozenset[Party] = frozenset()


def file_document(
    session: Session, actor: Actor, project_id: UUID, new: NewDocument, *, cause: Cause
) -> KoDocument:
    """Put a document before the parties. Raises `VALUE_MISSING`, `FILE_TOO_LARGE`, `NOT_YOUR_PART`."""
    project = projects.project(session, actor, project_id, lock=True)
    seat = projects.seat(session, actor, project.id)
    part = seat.act(*Party)
    if new.kind not in DOCUMENT_KINDS or not new.title.strip() or not new.content:
        raise VALUE_MISSING.error("file" if new.title.strip() else "title")
    stored = store_file(
        session,
        name=new.filename,
        media_type=new.media_type,
        content=new.content,
        case_id=project.id,
        uploaded_by=cause.name,
        now=cause.now,
    )
    document = KoDocument(
        project_id=project.id,
        party_id=part.id,
        kind=new.kind,
        title=new.title.strip(),
        file_id=stored.id,
        readers=sorted(new.readers),
        by=cause.name,
        at=cause.now,
    )
    session.add(document)
    session.flush()
    receivers = seat.parts(*(new.readers or Party))
    others = tuple(each for each in receivers if each.id != part.id)
    tell(session, project, others, "document", cause, title=document.title)
    return document


def agree_document(
    session: Session,
    actor: Actor,
    project_id: UUID,
    document_id: UUID,
    *,
    part_id: UUID | None = None,
    cause: Cause,
) -> KoDocument:
    """A party's yes to a document it may read; in every part its organisation has. Again changes nothing."""
    project = projects.project(session, actor, project_id, lock=True)
    document = projects.one_of_project(session, KoDocument, project.id, document_id)
    seat = projects.seat(session, actor, project.id)
    mine = [part for part in seat.mine if part_id in (None, part.id)]
    readers = [part for part in mine if not document.readers or part.party.value in document.readers]
    if not readers:
        raise NOT_FOUND.error()
    given = {c.party_id for d, c in projects.consents(session, project.id) if d.id == document.id}
    for part in readers:
        if part.id not in given:
            session.add(KoConsent(document_id=document.id, party_id=part.id, by=cause.name, at=cause.now))
        key = _AGREED.get((document.kind, part.party))
        if key is not None:
            close_activity(session, project, key, cause, party_id=part.id)
    session.flush()
    return document


def name_contact(
    session: Session,
    actor: Actor,
    project_id: UUID,
    *,
    kind: str,
    name: str,
    email: str = "",
    phone: str = "",
    part_id: UUID | None = None,
    cause: Cause,
) -> KoContact:
    """Whom to turn to. Raises `VALUE_MISSING`, `EMAIL_NOT_USABLE`, `NOT_YOUR_PART`."""
    project = projects.project(session, actor, project_id, lock=True)
    part = projects.seat(session, actor, project.id).act(*Party, part_id=part_id)
    if kind not in CONTACT_KINDS or not name.strip():
        raise VALUE_MISSING.error("name")
    contact = KoContact(
        project_id=project.id,
        party_id=part.id,
        kind=kind,
        name=name.strip(),
        email=usable_email(email) if email.strip() else "",
        phone=phone.strip(),
        at=cause.now,
    )
    session.add(contact)
    if _SUPPORT.get(part.party) == kind:
        for wave in projects.waves(session, project.id):
            close_activity(session, project, _CONTACT[part.party], cause, wave=wave, party_id=part.id)
    session.flush()
    return contact


def erase_contact(
    session: Session, actor: Actor, project_id: UUID, contact_id: UUID, *, cause: Cause
) -> None:
    """Erase a contact person: by their own party, at any time, also when the project is over (GDPR).

    That there was one, of which kind and whose, stays in the event; the person does not.
    """
    project = projects.project(session, actor, project_id, lock=True, also_over=True)
    contact = projects.one_of_project(session, KoContact, project.id, contact_id)
    projects.seat(session, actor, project.id).act(*Party, part_id=contact.party_id)
    forget_contact(session, project, contact, cause)


def forget_contact(session: Session, project: KoProject, contact: KoContact, cause: Cause) -> None:
    """Delete the row, and note that it was."""
    facts = {"kind": contact.kind, "party": str(contact.party_id)}
    emit(session, "ko_contact.erased", project.subject(), facts, actor=cause.name, now=cause.now)
    session.delete(contact)
    session.flush()


def write_message(
    session: Session, actor: Actor, project_id: UUID, *, to: UUID, text: str, cause: Cause
) -> None:
    """A line to another party. Raises `VALUE_MISSING`, `NOT_FOUND` for a party of another project."""
    project = projects.project(session, actor, project_id)
    seat = projects.seat(session, actor, project.id)
    sender = seat.act(*Party)
    receivers = tuple(part for part in seat.all if part.id == to)
    if not receivers:
        raise NOT_FOUND.error()
    if not text.strip():
        raise VALUE_MISSING.error("text")
    tell(session, project, receivers, "note", cause, text=text.strip(), party=sender.name)


def announce_fees(
    session: Session,
    actor: Actor,
    project_id: UUID,
    *,
    segment: Segment,
    effective_on: date | None,
    notice_months: int | None = None,
    part_id: UUID | None = None,
    cause: Cause,
) -> KoFeeNotice:
    """Plan a change of fees: the notice is due by the customer's own notice time and a month (D7).

    Without `notice_months` it is three months for companies, one for households. Raises `DATE_MISSING`.
    """
    project, part_id = _fee_part(session, actor, project_id, part_id)
    if effective_on is None:
        raise DATE_MISSING.error("effective_on")
    months = DEFAULT_NOTICE_MONTHS[segment] if notice_months is None else notice_months
    if not 0 <= months <= _MOST_MONTHS:
        raise VALUE_MISSING.error("notice_months")
    raw, due = fee_notice(effective_on, months)
    notice = KoFeeNotice(
        project_id=project.id,
        party_id=part_id,
        segment=segment,
        effective_on=effective_on,
        notice_months=months,
        raw=raw,
        due=due,
        at=cause.now,
    )
    session.add(notice)
    session.flush()
    return notice


def fees_announced(
    session: Session, actor: Actor, project_id: UUID, notice_id: UUID, *, cause: Cause
) -> KoFeeNotice:
    """The notice has gone out to the customers; fees may change long after the project has closed."""
    project = projects.project(session, actor, project_id, lock=True, also_over=True)
    notice = projects.one_of_project(session, KoFeeNotice, project.id, notice_id)
    projects.seat(session, actor, project.id).act(*Party, part_id=notice.party_id)
    notice.sent_on = notice.sent_on or local_date(cause.now)
    return notice


def _fee_part(
    session: Session, actor: Actor, project_id: UUID, part_id: UUID | None
) -> tuple[KoProject, UUID]:
    project = projects.project(session, actor, project_id)
    part = projects.seat(session, actor, project.id).act(
        Party.TLA, Party.TLU, Party.TKO, Party.NO, part_id=part_id
    )
    return project, part.id


def give_key(session: Session, actor: Actor, project_id: UUID, key: str, *, cause: Cause) -> None:
    """The public age key for which protected files are sealed to the asker's organisation."""
    del cause
    project = projects.project(session, actor, project_id, lock=True)
    seat = projects.seat(session, actor, project.id)
    seat.act(*Party)
    checked = checked_key(key)
    for row in projects.of_project(session, KoParty, project.id):
        if row.id in seat.own:
            row.age_recipient = checked
