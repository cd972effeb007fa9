"""What would be signed, what was, and whether they are the same."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from accounts.domain.actor import SYSTEM
from delivery.models import DeliveryCase
from delivery.questionnaire import repository
from delivery.questionnaire.models import SignedAnswers
from delivery.questionnaire.queries.known import Basis
from delivery.questionnaire.queries.sheets import Questionnaire


def to_sign(session: Session, case: DeliveryCase) -> dict[str, Any]:
    """Every section's answers as they stand, and the people by role: the same for the same answers."""
    return all_of(Questionnaire(session, SYSTEM, Basis(session, case)))


def all_of(asked: Questionnaire) -> dict[str, Any]:
    """The same of a questionnaire that its reader sees all of."""
    sections: dict[str, Any] = {
        view.section.key: {
            "done": view.is_done,
            "items": [{"item": item.item, "answers": item.judgement.tidied} for item in view.items],
        }
        for view in asked.views()
    }
    sections["people"] = sorted(
        [role.value, person.name, person.email] for role, person in asked.basis.people
    )
    return sections


def fingerprint(sections: dict[str, Any]) -> str:
    """SHA-256 of the answers, whatever order they were given in."""
    written = json.dumps(sections, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SignedLine:
    """When the answers were signed, by whom, and whether they still are what was signed."""

    revision: int
    signed_by: str
    signed_at: datetime
    sha256: str
    still_so: bool


def signed_line(session: Session, case: DeliveryCase) -> SignedLine | None:
    """The newest signature; None before the first."""
    row = repository.newest_signed(session, case.id)
    return line_of(row, Questionnaire(session, SYSTEM, Basis(session, case))) if row else None


def line_of(row: SignedAnswers, asked: Questionnaire) -> SignedLine:
    """A signature beside the answers as they stand now, of a questionnaire that its reader sees all of."""
    same = row.sha256 == fingerprint(all_of(asked))
    return SignedLine(row.revision, row.signed_by, row.signed_at, row.sha256, still_so=same)
