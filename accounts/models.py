"""Organisations, people, how they sign in, and the programs of partners."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from accounts.domain.resellers import PortingRole
from accounts.domain.roles import OrganisationKind, Role
from infra.columns import enum_field, foreign, id_field, instant, json_list, long_text
from kernel.language import Language


class Organisation(SQLModel, table=True):
    """The operator, a partner, or a customer. A partner's customer is that partner's own row."""

    __tablename__ = "organisation"
    __table_args__ = (
        UniqueConstraint("partner_id", "org_number", "kind", postgresql_nulls_not_distinct=True),
    )

    id: UUID = id_field()
    kind: OrganisationKind = enum_field(OrganisationKind)
    name: str = Field(max_length=200)
    org_number: str = Field(max_length=10, index=True)
    partner_id: UUID | None = foreign("organisation.id", nullable=True)
    created_at: datetime = instant()


class ResellerLink(SQLModel, table=True):
    """A partner under another, and what the one above is to it. Nobody stands under two."""

    __tablename__ = "reseller_link"
    __table_args__ = (UniqueConstraint("child_id"), CheckConstraint("child_id <> parent_id", "not_itself"))

    id: UUID = id_field()
    child_id: UUID = foreign("organisation.id", index=False)
    parent_id: UUID = foreign("organisation.id")
    role: PortingRole = enum_field(PortingRole)
    created_at: datetime = instant()


class Person(SQLModel, table=True):
    """Somebody who signs in by a link to their e-mail address (kept in lower case)."""

    __tablename__ = "person"

    id: UUID = id_field()
    email: str = Field(max_length=320, unique=True)
    name: str = Field(max_length=200)
    phone: str = Field(default="", max_length=40)
    language: str = Field(default="sv", max_length=2)
    created_at: datetime = instant()

    @property
    def speaks(self) -> Language:
        """The language to address the person in."""
        return "en" if self.language == "en" else "sv"


class Membership(SQLModel, table=True):
    """A person's role in an organisation."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("person_id", "organisation_id", "role"),)

    id: UUID = id_field()
    person_id: UUID = foreign("person.id")
    organisation_id: UUID = foreign("organisation.id")
    role: Role = enum_field(Role)
    created_at: datetime = instant()


class SignInLink(SQLModel, table=True):
    """A one-time link. Only the hash of its token is kept."""

    __tablename__ = "sign_in_link"

    id: UUID = id_field()
    token_sha256: str = Field(max_length=64, unique=True)
    person_id: UUID = foreign("person.id")
    next_path: str = "/"
    made_at: datetime = instant()
    expires_at: datetime = instant()
    used_at: datetime | None = instant(nullable=True)


class SignInTry(SQLModel, table=True):
    """A request for a link, known address or not: what the rate limit counts, and who asked when (X-02)."""

    __tablename__ = "sign_in_try"

    id: UUID = id_field()
    email_sha256: str = Field(max_length=64, index=True)
    address_sha256: str = Field(max_length=64, index=True)
    at: datetime = instant(index=True)


class WebSession(SQLModel, table=True):
    """A signed-in browser. Times are the machine's: a session does not age by a virtual clock.

    `side_id` is the company that was chosen by somebody who has several (`accounts.domain.sides`).
    """

    __tablename__ = "web_session"

    id: UUID = id_field()
    token_sha256: str = Field(max_length=64, unique=True)
    person_id: UUID = foreign("person.id")
    side_id: UUID | None = foreign("organisation.id", nullable=True)
    csrf: str = Field(max_length=64)
    opened_at: datetime = instant()
    seen_at: datetime = instant()
    expires_at: datetime = instant()
    ended_at: datetime | None = instant(nullable=True)


class KeptForm(SQLModel, table=True):
    """What somebody sent after their session had ended, for them alone until they are signed in again.

    `path` is where it was sent, `page` where it was written; `locked` its fields, encrypted. Times are the
    machine's.
    """

    __tablename__ = "kept_form"

    id: UUID = id_field()
    person_id: UUID = foreign("person.id")
    path: str = Field(max_length=500)
    page: str = Field(max_length=500)
    locked: str = long_text()
    kept_at: datetime = instant()
    expires_at: datetime = instant(index=True)


class Passkey(SQLModel, table=True):
    """A key pair on a device of a person's; only its public half is here. Times are the machine's."""

    __tablename__ = "passkey"

    id: UUID = id_field()
    person_id: UUID = foreign("person.id")
    credential_id: str = Field(unique=True)
    public_key: bytes
    sign_count: int = Field(default=0, sa_type=BigInteger)
    name: str = Field(max_length=80)
    created_at: datetime = instant()
    last_used_at: datetime | None = instant(nullable=True)


class PasskeyChallenge(SQLModel, table=True):
    """What a browser was asked to sign, good once and for minutes. `person_id` is set when a passkey is added."""

    __tablename__ = "passkey_challenge"

    id: UUID = id_field()
    token_sha256: str = Field(max_length=64, unique=True)
    challenge: bytes
    person_id: UUID | None = foreign("person.id", nullable=True)
    address_sha256: str = Field(max_length=64, index=True)
    expires_at: datetime = instant(index=True)


class ApiClient(SQLModel, table=True):
    """A partner's program. Its secret is shown once; its hash is kept, and the one before for a day.

    Times are the machine's. `allowed_networks` is from where it may call; empty is everywhere. A test key opens
    the partner's sandbox and nothing else; a live key never opens a sandbox.
    """

    __tablename__ = "api_client"

    id: UUID = id_field()
    client_id: str = Field(max_length=40, unique=True)
    secret_sha256: str = Field(max_length=64)
    organisation_id: UUID = foreign("organisation.id")
    name: str = Field(max_length=200)
    scopes: list[str] = json_list()
    previous_sha256: str = Field(default="", max_length=64)
    previous_until: datetime | None = instant(nullable=True)
    allowed_networks: list[str] = json_list()
    is_test: bool = False
    last_used_at: datetime | None = instant(nullable=True)
    created_at: datetime = instant()
    revoked_at: datetime | None = instant(nullable=True)
