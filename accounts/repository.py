"""All SQL of accounts."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, exists, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased
from sqlmodel import Session, SQLModel, col, delete, func, select

from accounts.domain.resellers import PortingRole, lent_through
from accounts.domain.roles import OrganisationKind, Role
from accounts.models import (
    ApiClient,
    Membership,
    Organisation,
    Passkey,
    PasskeyChallenge,
    Person,
    ResellerLink,
    SignInLink,
    SignInTry,
    WebSession,
)
from infra.settings import get_settings
from kernel.errors import NOT_FOUND

Row = TypeVar("Row", bound=SQLModel)


def digest(secret: str) -> str:
    """What is kept of a secret. Secrets here are long random strings, so one hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def known_or_new(session: Session, row: Row, *same: ColumnElement[bool]) -> Row:
    """The row that is `same` as this one; this one, entered, when there is none. Two at once enter one."""
    found = session.exec(select(type(row)).where(*same)).first()
    if found is not None:
        return found
    session.execute(insert(type(row)).values(**row.model_dump()).on_conflict_do_nothing())
    return session.exec(select(type(row)).where(*same)).one()


def person_by_email(session: Session, email: str) -> Person | None:
    return session.exec(select(Person).where(Person.email == email.strip().lower())).first()


def person(session: Session, person_id: UUID) -> Person:
    return session.get_one(Person, person_id)


def organisation(session: Session, organisation_id: UUID) -> Organisation:
    return session.get_one(Organisation, organisation_id)


def organisations(session: Session, ids: Iterable[UUID]) -> list[Organisation]:
    return list(session.exec(select(Organisation).where(col(Organisation.id).in_(list(ids)))).all())


def people(session: Session, ids: Iterable[UUID]) -> list[Person]:
    return list(session.exec(select(Person).where(col(Person.id).in_(list(ids)))).all())


def organisations_of_kind(session: Session, kind: OrganisationKind) -> list[Organisation]:
    return list(
        session.exec(
            select(Organisation).where(Organisation.kind == kind).order_by(col(Organisation.name))
        ).all()
    )


def roles_in(session: Session, organisation_id: UUID) -> list[tuple[Role, Person]]:
    rows = session.exec(
        select(Membership, Person)
        .join(Person, col(Person.id) == Membership.person_id)
        .where(Membership.organisation_id == organisation_id)
        .order_by(col(Membership.created_at))
    )
    return [(membership.role, person) for membership, person in rows]


def people_around(session: Session, organisation_id: UUID | None) -> list[tuple[UUID, Role, Person]]:
    """The people of an organisation and the operator's own, with the side each is on, in one statement."""
    rows = session.exec(
        select(Membership, Person)
        .join(Person, col(Person.id) == Membership.person_id)
        .join(Organisation, col(Organisation.id) == Membership.organisation_id)
        .where(
            (col(Organisation.kind) == OrganisationKind.OPERATOR) | (col(Organisation.id) == organisation_id)
        )
        .order_by(col(Membership.created_at))
    )
    return [(membership.organisation_id, membership.role, person) for membership, person in rows]


def operator(session: Session) -> Organisation | None:
    return session.exec(select(Organisation).where(Organisation.kind == OrganisationKind.OPERATOR)).first()


def memberships(session: Session, person_id: UUID) -> list[tuple[Membership, Organisation]]:
    return list(
        session.exec(
            select(Membership, Organisation)
            .join(Organisation, col(Organisation.id) == Membership.organisation_id)
            .where(Membership.person_id == person_id)
            .order_by(col(Membership.created_at))
        ).all()
    )


def people_with_role(session: Session, organisation_id: UUID, role: Role) -> list[Person]:
    return list(
        session.exec(
            select(Person)
            .join(Membership, col(Membership.person_id) == Person.id)
            .where(Membership.organisation_id == organisation_id, Membership.role == role)
            .order_by(col(Person.created_at))
        ).all()
    )


def link_by_token(session: Session, token: str) -> SignInLink | None:
    return session.exec(
        select(SignInLink).where(SignInLink.token_sha256 == digest(token)).with_for_update(key_share=True)
    ).first()


def memberships_of_session(
    session: Session, token: str
) -> list[tuple[WebSession, Person, Membership | None, Organisation | None]]:
    """A browser's session with its person and where they belong, in one statement; one row for each role."""
    rows = session.exec(
        select(WebSession, Person, Membership, Organisation)
        .join(Person, col(Person.id) == WebSession.person_id)
        .outerjoin(Membership, col(Membership.person_id) == Person.id)
        .outerjoin(Organisation, col(Organisation.id) == Membership.organisation_id)
        .where(WebSession.token_sha256 == digest(token))
        .order_by(col(Membership.created_at))
    )
    return [(found, person, member, organisation) for found, person, member, organisation in rows]


def session_by_token(session: Session, token: str) -> WebSession | None:
    return session.exec(select(WebSession).where(WebSession.token_sha256 == digest(token))).first()


def passkeys_of(session: Session, person_id: UUID) -> list[Passkey]:
    return list(
        session.exec(
            select(Passkey).where(Passkey.person_id == person_id).order_by(col(Passkey.created_at))
        ).all()
    )


def passkey(session: Session, credential_id: str) -> Passkey | None:
    return session.exec(
        select(Passkey).where(Passkey.credential_id == credential_id).with_for_update(key_share=True)
    ).first()


def take_challenge(session: Session, token: str, now: datetime) -> PasskeyChallenge | None:
    """A challenge that is still good, used up by being taken; two at once get one."""
    gone = session.exec(
        delete(PasskeyChallenge)
        .where(col(PasskeyChallenge.token_sha256) == digest(token), col(PasskeyChallenge.expires_at) >= now)
        .returning(PasskeyChallenge)
    ).first()
    return gone[0] if gone is not None else None


def forget_challenges(session: Session, before: datetime) -> None:
    session.exec(delete(PasskeyChallenge).where(col(PasskeyChallenge.expires_at) < before))


def challenges_of(session: Session, address: str) -> int:
    wanted = select(func.count()).select_from(PasskeyChallenge)
    return session.exec(wanted.where(PasskeyChallenge.address_sha256 == trace(address))).one()


def sessions_of(session: Session, person_id: UUID) -> list[WebSession]:
    return list(
        session.exec(
            select(WebSession).where(WebSession.person_id == person_id).order_by(col(WebSession.opened_at))
        ).all()
    )


def client_by_id(session: Session, client_id: str) -> ApiClient | None:
    return session.exec(select(ApiClient).where(ApiClient.client_id == client_id)).first()


def caller(session: Session, client_id: str) -> tuple[ApiClient, bool] | None:
    """A program by its id, and whether anybody stands under its partner."""
    has_below = exists().where(col(ResellerLink.parent_id) == col(ApiClient.organisation_id))
    found = session.exec(select(ApiClient, has_below).where(ApiClient.client_id == client_id)).first()
    return (found[0], bool(found[1])) if found else None


def link_above(session: Session, child_id: UUID) -> ResellerLink | None:
    return session.exec(
        select(ResellerLink).where(ResellerLink.child_id == child_id).with_for_update(key_share=True)
    ).first()


def reseller(session: Session, org_number: str) -> Organisation:
    """A partner by its organisation number. Raises `NOT_FOUND`."""
    digits = "".join(each for each in org_number if each.isdigit())
    found = session.exec(
        select(Organisation).where(
            Organisation.kind == OrganisationKind.PARTNER, Organisation.org_number == digits
        )
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def reseller_links(session: Session) -> list[tuple[str, str, PortingRole]]:
    """Names of those below and above, and the role of the latter, in the order they were placed."""
    below, above = aliased(Organisation), aliased(Organisation)
    rows = session.exec(
        select(below.name, above.name, ResellerLink.role)
        .join(below, col(below.id) == ResellerLink.child_id)
        .join(above, col(above.id) == ResellerLink.parent_id)
        .order_by(col(ResellerLink.id))
    )
    return [(child, parent, PortingRole(role)) for child, parent, role in rows]


def lent_below(session: Session, partner_id: UUID) -> dict[UUID, frozenset[str]]:
    """Everybody who stands under a partner, however far down, and the scopes it is lent over each."""
    rows = session.execute(
        text(
            """
            WITH RECURSIVE down AS (
                SELECT child_id, ARRAY[role::text] AS roles FROM reseller_link WHERE parent_id = :partner
                UNION ALL
                SELECT l.child_id, d.roles || l.role::text FROM reseller_link l JOIN down d ON l.parent_id = d.child_id
            )
            SELECT child_id, roles FROM down
            """
        ),
        {"partner": partner_id},
    )
    return {child_id: lent_through(PortingRole(role) for role in roles) for child_id, roles in rows}


def clients(session: Session, organisation_id: UUID) -> list[ApiClient]:
    return list(
        session.exec(
            select(ApiClient)
            .where(ApiClient.organisation_id == organisation_id)
            .order_by(col(ApiClient.revoked_at).is_not(None), col(ApiClient.id))
        ).all()
    )


def client_of(session: Session, organisation_id: UUID, client_id: str) -> ApiClient:
    """A live key of an organisation, locked. Raises `NOT_FOUND`, for a foreign one as for none."""
    found = session.exec(
        select(ApiClient)
        .where(ApiClient.organisation_id == organisation_id, ApiClient.client_id == client_id)
        .where(col(ApiClient.revoked_at).is_(None))
        .with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def trace(address: str) -> str:
    """What is kept of an e-mail or network address: enough to count by, too little to find it by.

    There are so few such addresses that a bare hash could be looked up; this one needs our secret key.
    """
    key = get_settings().secret_key.get_secret_value().encode()
    return hmac.new(key, address.encode(), hashlib.sha256).hexdigest()


def forget_tries(session: Session, before: datetime) -> None:
    session.exec(delete(SignInTry).where(col(SignInTry.at) < before))


def tries_since(session: Session, since: datetime, *, email: str = "", address: str = "") -> int:
    """How many links were asked for since an instant, for an e-mail address or from a network address."""
    count = select(func.count()).select_from(SignInTry).where(col(SignInTry.at) >= since)
    if email:
        count = count.where(SignInTry.email_sha256 == trace(email))
    if address:
        count = count.where(SignInTry.address_sha256 == trace(address))
    return session.exec(count).one()
