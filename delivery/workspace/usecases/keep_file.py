"""Files that lie with a case: taken in, shared with the customer, removed. They stand in the database."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session, select

from accounts.domain.actor import Actor, ActorKind
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.models import DeliveryCase
from delivery.usecases.settle import note
from delivery.workspace.domain.errors import FILE_KIND_REFUSED, FILE_MISSING
from delivery.workspace.domain.file_kinds import KINDS, FileKind, clean_name, kind_of
from delivery.workspace.models import CaseFile
from infra.files import StoredFile, load_file, store_file
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import NOT_FOUND


def keep_file(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    name: str,
    content: bytes,
    text: str = "",
    is_shared: bool = False,
    cause: Cause,
) -> CaseFile:
    """At most 20 MB. A partner's own is the planners' to share.

    Raises `NOT_YOURS`, `FILE_MISSING`, `FILE_KIND_REFUSED`, `FILE_TOO_LARGE`.
    """
    is_partners = actor.kind is ActorKind.PARTNER
    if not is_partners:
        refuse_outsiders(actor)
    case = repository.case(session, actor, case_id)
    shown = clean_name(name)
    kind = _kind(name, shown, content)
    stored = store_file(
        session,
        name=shown,
        media_type=kind.media_type,
        content=content,
        case_id=case.id,
        uploaded_by=cause.name,
        now=cause.now,
    )
    made = CaseFile(
        case_id=case.id,
        file_id=stored.id,
        name=shown,
        media_type=kind.media_type,
        size=len(content),
        note=text.strip(),
        is_shared=is_shared,
        is_partners=is_partners,
        by=cause.name,
        at=cause.now,
    )
    session.add(made)
    if is_partners or is_shared:
        _tell(session, case, made, cause)
    note(session, case, "file_added", text.strip(), cause, about=shown)
    if is_shared:
        note(session, case, "file_shared", "", cause, about=shown)
    session.flush()
    return made


def share_file(session: Session, actor: Actor, case_id: UUID, kept_id: UUID, *, cause: Cause) -> None:
    """Let the customer see it. Sharing what is shared changes nothing. Raises `NOT_YOURS`, `NOT_FOUND`."""
    refuse_outsiders(actor)
    case, kept = _kept(session, actor, case_id, kept_id)
    if not kept.is_shared:
        kept.is_shared = True
        if not kept.is_partners:
            _tell(session, case, kept, cause)
        note(session, case, "file_shared", "", cause, about=kept.name)


def _kind(name: str, shown: str, content: bytes) -> FileKind:
    """Raises `FILE_MISSING`, `FILE_KIND_REFUSED`."""
    if not name or not content:
        raise FILE_MISSING.error("file")
    kind = kind_of(shown, content)
    if not isinstance(kind, FileKind):
        known = ", ".join(KINDS)
        raise FILE_KIND_REFUSED.error("file", name=shown, why_sv=kind.sv, why_en=kind.en, known=known)
    return kind


def _tell(session: Session, case: DeliveryCase, kept: CaseFile, cause: Cause) -> None:
    """The partner hears of each file that it sees from now on."""
    facts = {"document_id": str(kept.id), "name": kept.name}
    emit(
        session,
        "delivery_case.document_added",
        case.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )


def remove_file(session: Session, actor: Actor, case_id: UUID, kept_id: UUID, *, cause: Cause) -> None:
    """Take it away with its bytes; that it was there stays in the timeline. Raises `NOT_YOURS`, `NOT_FOUND`."""
    refuse_outsiders(actor)
    case, kept = _kept(session, actor, case_id, kept_id)
    stored = load_file(session, kept.file_id)
    note(session, case, "file_removed", cause.reason, cause, about=kept.name)
    session.delete(kept)
    session.flush()
    session.delete(stored)


def open_file(session: Session, actor: Actor, case_id: UUID, kept_id: UUID) -> StoredFile:
    """A file to read: any for us, a shared one for the case's own customer and partner, and the partner's own.

    Raises `NOT_FOUND`.
    """
    _, kept = _kept(session, actor, case_id, kept_id)
    is_own = kept.is_partners and actor.kind is ActorKind.PARTNER
    if not (kept.is_shared or is_own or actor.kind is ActorKind.PLANNER):
        raise NOT_FOUND.error()
    return load_file(session, kept.file_id)


def _kept(session: Session, actor: Actor, case_id: UUID, kept_id: UUID) -> tuple[DeliveryCase, CaseFile]:
    case = repository.case(session, actor, case_id)
    kept = session.exec(select(CaseFile).where(CaseFile.id == kept_id, CaseFile.case_id == case.id)).first()
    if kept is None:
        raise NOT_FOUND.error()
    return case, kept
