"""File a mandate that was signed on paper: the scanned document is the evidence, and who filed it answers for it (CU-05)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, delete

from infra.clock import local_date
from infra.files import store_file
from infra.transitions import Cause, move
from portingsvc import repository
from portingsvc.domain.errors import DOCUMENT_NOT_PDF, SIGNATORIES_MISSING, SIGNED_ON_WRONG
from portingsvc.domain.states import MANDATE, MandateEvent
from portingsvc.models import Mandate, MandateSignature
from portingsvc.usecases.mandates import VALIDITY

DOCUMENT: Final = "document"
_PDF: Final = b"%PDF-"
_STOCKHOLM: Final = ZoneInfo("Europe/Stockholm")


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """A scanned mandate: by whom it was signed as the paper has it, on which day, and the scan."""

    signed_by: str
    signed_on: date
    filename: str
    content: bytes


def file_mandate(session: Session, mandate_id: UUID, paper: SignedPaper, cause: Cause) -> Mandate:
    """Keep the paper as the mandate's document; it holds for 92 days from the day it was signed.

    Raises `ILLEGAL_TRANSITION` once it is signed or revoked, `DOCUMENT_NOT_PDF`, `SIGNATORIES_MISSING`,
    `SIGNED_ON_WRONG`, `FILE_TOO_LARGE`.
    """
    mandate = repository.lock_mandate(session, mandate_id)
    MANDATE.decide(mandate.state, MandateEvent.FILE, actor=cause.role)
    names = _names(paper, mandate.signatories)
    mandate.valid_until = _valid_until(paper.signed_on, cause.now)
    if not paper.content.startswith(_PDF):
        raise DOCUMENT_NOT_PDF.error("file", name=paper.filename[:60])
    stored = store_file(
        session,
        name=f"fullmakt-{mandate.donor.lower()}.pdf",
        media_type="application/pdf",
        content=paper.content,
        case_id=mandate.case_id,
        uploaded_by=cause.name,
        now=cause.now,
    )
    evidence = {
        "method": DOCUMENT,
        "name": ", ".join(names),
        "account": cause.name,
        "at": cause.now.isoformat(),
        "signed_on": paper.signed_on.isoformat(),
        "sha256": hashlib.sha256(paper.content).hexdigest(),
    }
    # Whoever had signed in the portal signs the paper anew: it stands for all of it.
    session.exec(delete(MandateSignature).where(col(MandateSignature.mandate_id) == mandate.id))
    session.add_all(_signature(mandate, name, evidence, cause) for name in names)
    mandate.document_id = stored.id
    mandate.signatory_name = ", ".join(names)
    mandate.evidence = {**evidence, "signatures": [{**evidence, "name": name} for name in names]}
    move(session, mandate, MANDATE, MandateEvent.FILE, cause)
    return mandate


def _signature(mandate: Mandate, name: str, evidence: dict[str, str], cause: Cause) -> MandateSignature:
    return MandateSignature(
        mandate_id=mandate.id,
        signer_key=name.casefold()[:100],
        name=name,
        method=DOCUMENT,
        evidence={**evidence, "name": name},
        at=cause.now,
    )


def _names(paper: SignedPaper, needed: int) -> list[str]:
    """Who signed, each once. Raises `SIGNATORIES_MISSING`."""
    written = [" ".join(each.split()) for each in paper.signed_by.split(",")]
    names = list({each.casefold(): each for each in written if " " in each}.values())
    if len(names) < needed:
        raise SIGNATORIES_MISSING.error("signed_by", needed=needed)
    return names


def _valid_until(signed_on: date, now: datetime) -> datetime:
    """Raises `SIGNED_ON_WRONG` for a day to come, and one so far back that the mandate has run out."""
    today = local_date(now)
    if signed_on > today or today - signed_on >= VALIDITY:
        raise SIGNED_ON_WRONG.error("signed_on", signed_on=signed_on, today=today, days=VALIDITY.days)
    return datetime.combine(signed_on, time.min, _STOCKHOLM) + VALIDITY
