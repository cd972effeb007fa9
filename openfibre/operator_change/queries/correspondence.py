"""Documents, contacts, messages and fee notices, each for those whom they concern."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col

from accounts.domain.actor import Actor
from infra.clock import local_date
from infra.files import StoredFile, load_file
from kernel.errors import NOT_FOUND
from openfibre.operator_change.domain.seat import Seat
from openfibre.operator_change.models import KoContact, KoDocument, KoFeeNotice, KoMessage
from openfibre.operator_change.queries.views import Correspondence
from openfibre.operator_change.repository import projects

_SHOWN = 200


def correspondence(session: Session, actor: Actor, project_id: UUID, *, now: datetime) -> Correspondence:
    """Raises `NOT_FOUND`. Messages are those to the asker's own parts, newest first."""
    project = projects.project(session, actor, project_id)
    seat = projects.seat(session, actor, project.id)
    names = {part.id: part for part in seat.all}
    mine = {part.id for part in seat.mine}
    agreed: dict[UUID, list[UUID]] = {}
    for document, consent in projects.consents(session, project.id):
        agreed.setdefault(document.id, []).append(consent.party_id)
    documents = tuple(
        (
            each,
            tuple(names[party].name for party in agreed.get(each.id, [])),
            bool(_readers(each, seat) - set(agreed.get(each.id, []))),
        )
        for each in projects.of_project(session, KoDocument, project.id)
        if _readers(each, seat)
    )
    messages = projects.of_project(session, KoMessage, project.id, col(KoMessage.party_id).in_(mine))
    today = local_date(now)
    notices = tuple(
        (each, names[each.party_id], each.sent_on is None and today > each.raw)
        for each in projects.of_project(session, KoFeeNotice, project.id)
        if each.party_id in mine or seat.sees_whole()
    )
    contacts = tuple(
        (each, names[each.party_id]) for each in projects.of_project(session, KoContact, project.id)
    )
    return Correspondence(documents, contacts, tuple(reversed(messages[-_SHOWN:])), notices)


def _readers(document: KoDocument, seat: Seat) -> set[UUID]:
    """The asker's parts that may read a document: those named, and who put it there."""
    return {
        part.id
        for part in seat.mine
        if not document.readers or part.party.value in document.readers or part.id == document.party_id
    }


def document_file(session: Session, actor: Actor, project_id: UUID, document_id: UUID) -> StoredFile:
    """A document's file, for those who may read it. Raises `NOT_FOUND`."""
    project = projects.project(session, actor, project_id)
    document = projects.one_of_project(session, KoDocument, project.id, document_id)
    if not _readers(document, projects.seat(session, actor, project.id)):
        raise NOT_FOUND.error()
    return load_file(session, document.file_id)
