"""The whole questionnaire of a case in one statement, for a page that only reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ScalarSelect
from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from accounts.models import Membership, Organisation, Person
from delivery import repository as cases
from delivery.customer_data import repository as lists
from delivery.models import AnswerGroup, CustomerDataVersion, CustomerSeries, CustomerUser, DeliveryCase
from delivery.questionnaire.models import AnswerSheet, SignedAnswers
from delivery.questionnaire.queries.known import USABLE, Basis
from delivery.questionnaire.queries.sheets import Questionnaire
from delivery.questionnaire.queries.signed import SignedLine, line_of
from infra.together import Read, read_together

# Long, and nothing that an answer is made of.
_LEFT_OUT: Final = frozenset({"outline", "issues", "mapping"})


@dataclass(frozen=True, slots=True)
class Whole:
    """All answers as they stand, and the newest signature."""

    asked: Questionnaire
    signed: SignedLine | None


def read_whole(session: Session, actor: Actor, case_id: UUID) -> Whole:
    """What the operator's own people may see of a case: all of it. Raises `NOT_FOUND`."""
    case = cases.case(session, actor, case_id)
    version = _newest_usable(case)
    customers, versions, users, groups, series, members, people, sheets, signatures = read_together(
        session,
        Read(Organisation, (col(Organisation.id) == case.customer_id,)),
        Read(CustomerDataVersion, (col(CustomerDataVersion.id) == version,), _LEFT_OUT),
        Read(CustomerUser, (col(CustomerUser.version_id) == version,)),
        Read(AnswerGroup, (col(AnswerGroup.version_id) == version,)),
        Read(CustomerSeries, (col(CustomerSeries.version_id) == version,)),
        Read(Membership, (col(Membership.organisation_id) == case.customer_id,)),
        Read(Person, (col(Person.id).in_(_people_of(case)),)),
        Read(AnswerSheet, (col(AnswerSheet.case_id) == case.id,)),
        Read(SignedAnswers, (col(SignedAnswers.case_id) == case.id,), newest=1, by="revision"),
    )
    basis = Basis(session, case)
    basis.customer = customers[0]
    basis.version = next(iter(versions), None)
    basis.users = [lists.as_user_row(user) for user in sorted(users, key=lambda each: each.row)]
    basis.groups = sorted(groups, key=lambda each: each.row)
    basis.series = sorted(series, key=lambda each: each.row)
    by_id = {person.id: person for person in people}
    members.sort(key=lambda each: each.created_at)
    basis.people = [(member.role, by_id[member.person_id]) for member in members]
    asked = Questionnaire(session, actor, basis)
    asked.take(sorted(sheets, key=lambda each: (each.position, each.id)))
    return Whole(asked, line_of(signatures[0], asked) if signatures else None)


def _newest_usable(case: DeliveryCase) -> ScalarSelect[UUID]:
    """The newest lists without faults."""
    return (
        select(CustomerDataVersion.id)
        .where(CustomerDataVersion.case_id == case.id, col(CustomerDataVersion.state).in_(USABLE))
        .order_by(col(CustomerDataVersion.number).desc())
        .limit(1)
        .scalar_subquery()
    )


def _people_of(case: DeliveryCase) -> ScalarSelect[UUID]:
    wanted = select(Membership.person_id).where(Membership.organisation_id == case.customer_id)
    return wanted.scalar_subquery()
