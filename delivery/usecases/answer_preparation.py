"""The customer's answers about one present operator (CU-04), and whose the numbers are (CU-05)."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.errors import PREPARATION_UNFINISHED
from delivery.domain.labels import OTHER_OWNER
from delivery.domain.preparation import missing_answers
from delivery.models import PortingPreparation
from delivery.usecases.settle import note, settle
from infra.transitions import Cause
from portingsvc.domain.donors import donor as donor_row
from portingsvc.domain.states import MANDATE
from portingsvc.queries import mandates_of_case
from portingsvc.usecases.mandates import make_mandate, owner_in_donor_form, revoke_mandate


def answer_preparation(
    session: Session,
    actor: Actor,
    case_id: UUID,
    donor: str,
    *,
    answers: Mapping[str, bool],
    owner_id: str,
    owner_name: str,
    cause: Cause,
) -> PortingPreparation:
    """Every question must be answered with a yes. Another owner than before needs a new mandate.

    Raises `PREPARATION_UNFINISHED` with what is left, `OWNER_ID_WRONG`.
    """
    case = repository.case(session, actor, case_id, lock=True)
    row = repository.preparation(session, case.id, donor)
    left = missing_answers(answers)
    if left:
        raise PREPARATION_UNFINISHED.error(
            left[0].key, missing="; ".join(each.text.sv for each in left), keys=[each.key for each in left]
        )
    owner = owner_in_donor_form(donor, owner_id, cause.now.date())
    name = owner_name.strip() or row.owner_name
    if (owner, name) != (row.owner_id, row.owner_name):
        row.owner_id, row.owner_name = owner, name
        _new_mandate(session, case.id, case.customer_id, case.partner_id, row, cause)
    row.answers = dict(answers)
    row.answered_by, row.answered_at = cause.name, cause.now
    note(session, case, "prepared", "", cause, about=donor_row(donor).name)
    settle(session, case, cause)
    return row


def _new_mandate(
    session: Session,
    case_id: UUID,
    customer_id: UUID,
    partner_id: UUID | None,
    row: PortingPreparation,
    cause: Cause,
) -> None:
    for mandate in mandates_of_case(session, case_id):
        if mandate.donor == row.donor and mandate.state not in MANDATE.final:
            revoke_mandate(session, mandate.id, cause.because(OTHER_OWNER))
    make_mandate(
        session,
        customer_id=customer_id,
        partner_id=partner_id,
        case_id=case_id,
        donor_code=row.donor,
        owner_id=row.owner_id,
        owner_name=row.owner_name,
        series=[(first, last) for first, last in row.series],
        cause=cause,
    )
