"""Sign a version off, answers and all: from then on it is what is delivered, and what each donor is asked for."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import may_sign
from delivery import repository
from delivery.domain.donor_groups import Grouping
from delivery.domain.errors import DATA_FROZEN, OPERATOR_UNCLEAR, SIGNATORY_NEEDED
from delivery.domain.labels import NUMBERS_CHANGED
from delivery.domain.states import DATA, CaseState, DataEvent, DataState
from delivery.models import CustomerDataVersion, DeliveryCase, PortingPreparation
from delivery.planning.usecases.lay_up_plan import lay_up_plan
from delivery.queries.preview import grouping_of, main_number_of
from delivery.questionnaire.usecases.sign_answers import keep_signed
from delivery.usecases.settle import settle
from infra.clock import local_date
from infra.transitions import Cause, move
from portingsvc.domain.states import MANDATE
from portingsvc.queries import mandates_of_case
from portingsvc.usecases.mandates import make_mandate, owner_in_donor_form, revoke_mandate


def sign_off_version(
    session: Session,
    actor: Actor,
    case_id: UUID,
    number: int,
    *,
    default_donor: str | None = None,
    cause: Cause,
) -> CustomerDataVersion:
    """Sign, by somebody who may; what is counted from complete data is laid out from today.

    `default_donor` is for numbers that name no operator we know.

    Raises `SIGNATORY_NEEDED`, `OPERATOR_UNCLEAR` with how many numbers, `DATA_FROZEN`, or
    `ILLEGAL_TRANSITION` for a version with faults.
    """
    if not may_sign(actor.roles):
        raise SIGNATORY_NEEDED.error()
    case = repository.case(session, actor, case_id, lock=True)
    if case.state is not CaseState.FORBEREDELSER:
        raise DATA_FROZEN.error()
    version = repository.version(session, case.id, number)
    DATA.decide(version.state, DataEvent.SIGN, actor=cause.role)
    grouping = grouping_of(session, version.id, default_donor)
    if grouping.unclear:
        raise OPERATOR_UNCLEAR.error("default_donor", count=len(grouping.unclear), numbers=grouping.unclear)
    _supersede(session, case, version, cause)
    version.signed_by, version.signed_at = cause.name, cause.now
    move(session, version, DATA, DataEvent.SIGN, cause)
    case.main_number = main_number_of(session, version.id)
    _prepare(session, case, grouping, cause)
    lay_up_plan(session, case, complete_on=local_date(cause.now))
    settle(session, case, cause)
    keep_signed(session, actor, case, version, cause)
    return version


def _supersede(session: Session, case: DeliveryCase, version: CustomerDataVersion, cause: Cause) -> None:
    """Earlier versions end, and with a signed one its mandates: a mandate covers the numbers it names."""
    for other in repository.versions(session, [case.id]):
        if other.number < version.number and other.state is not DataState.SUPERSEDED:
            move(session, other, DATA, DataEvent.SUPERSEDE, cause.as_role("system"))
    for mandate in mandates_of_case(session, case.id):
        if mandate.state not in MANDATE.final:
            revoke_mandate(session, mandate.id, cause.because(NUMBERS_CHANGED))


def _prepare(session: Session, case: DeliveryCase, grouping: Grouping, cause: Cause) -> None:
    """Lay up questions and a mandate for each donor; answers given before stay."""
    customer = accounts.organisation(session, case.customer_id)
    known = {row.donor: row for row in repository.preparations(session, [case.id])}
    for donor, row in known.items():
        if donor not in grouping.by_donor:
            session.delete(row)
    for donor, ranges in grouping.by_donor.items():
        default = owner_in_donor_form(donor, customer.org_number, cause.now.date())
        row = known.get(donor) or PortingPreparation(
            case_id=case.id,
            donor=donor,
            default_owner_id=default,
            owner_id=default,
            owner_name=customer.name,
        )
        row.series = [[each.first, each.last] for each in ranges]
        session.add(row)
        make_mandate(
            session,
            customer_id=case.customer_id,
            partner_id=case.partner_id,
            case_id=case.id,
            donor_code=donor,
            owner_id=row.owner_id,
            owner_name=row.owner_name,
            series=[(each.first, each.last) for each in ranges],
            cause=cause,
        )
    session.flush()
