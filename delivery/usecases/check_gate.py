"""A gate opens when the results of its phase are there, or have been waived; else it says what is lacking."""

from __future__ import annotations

from sqlmodel import Session

from delivery.domain.errors import GATE_CLOSED
from delivery.domain.phase_words import WORDS
from delivery.domain.phases import PHASE_TITLES
from delivery.domain.plan import lacking
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.queries.facts import facts_of
from infra.transitions import Cause


def check_gate(session: Session, case: DeliveryCase, opens: CaseState, cause: Cause) -> None:
    """Raise `GATE_CLOSED` with what the case's phase still lacks before `opens` can begin."""
    missing = lacking(facts_of(session, case, cause.now).placed, case.state)
    if missing:
        title = PHASE_TITLES[opens]
        raise GATE_CLOSED.error(
            phase_sv=title.sv,
            phase_en=title.en,
            lacking_sv="; ".join(WORDS[row.key].staff.sv for row in missing),
            lacking_en="; ".join(WORDS[row.key].staff.en for row in missing),
            lacking=[row.key for row in missing],
        )
