"""The SQL about a customer's lists: what is known of headings, imports on their way, rows by the thousand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from delivery.customer_data.domain.fields import Field, SheetKind
from delivery.customer_data.domain.headers import Memory
from delivery.customer_data.domain.records import UserRow
from delivery.customer_data.models import CustomerDataImport, KnownHeading
from delivery.models import CustomerUser
from kernel.errors import NOT_FOUND
from kernel.ids import new_id


def memory(session: Session, customer_id: UUID) -> Memory:
    known = session.exec(select(KnownHeading).where(KnownHeading.customer_id == customer_id)).all()
    return Memory(
        {(SheetKind(k.kind), k.heading): Field(k.field) if k.field else None for k in known if k.kind},
        frozenset(k.heading for k in known if not k.kind),
    )


def remember(
    session: Session,
    customer_id: UUID,
    said: Mapping[tuple[str, str], str],
    *,
    by: str,
    now: datetime,
) -> None:
    """Keep what was said last; two people who say something at once do not stop each other."""
    for (kind, heading), field in sorted(said.items()):
        row = {"kind": kind, "heading": heading[:100], "field": field, "said_by": by, "said_at": now}
        session.execute(
            insert(KnownHeading)
            .values(id=new_id(), customer_id=customer_id, **row)
            .on_conflict_do_update(index_elements=["customer_id", "kind", "heading"], set_=row)
        )


def forget_left_out(session: Session, customer_id: UUID, sheet: str) -> None:
    """A sheet that was no list is one now."""
    found = session.exec(
        select(KnownHeading).where(
            KnownHeading.customer_id == customer_id, KnownHeading.kind == "", KnownHeading.heading == sheet
        )
    ).first()
    if found is not None:
        session.delete(found)


def import_of(
    session: Session, actor: Actor, case_id: UUID, import_id: UUID, *, lock: bool = False
) -> CustomerDataImport:
    """An import of a case that the actor may see. Raises `NOT_FOUND` for an unknown and a foreign one alike."""
    wanted = select(CustomerDataImport).where(
        CustomerDataImport.id == import_id, CustomerDataImport.case_id == case_id
    )
    if lock:
        wanted = wanted.with_for_update(key_share=True).execution_options(populate_existing=True)
    found = session.exec(wanted).first()
    if found is None or not actor.sees(found.customer_id, found.partner_id):
        raise NOT_FOUND.error()
    return found


def locked_import(session: Session, import_id: UUID) -> CustomerDataImport:
    return session.exec(
        select(CustomerDataImport)
        .where(CustomerDataImport.id == import_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).one()


def next_import(session: Session, machine_now: datetime) -> CustomerDataImport | None:
    """The oldest import that waits for a worker, or whose worker has gone silent."""
    return session.exec(
        select(CustomerDataImport)
        .where(col(CustomerDataImport.ended_at).is_(None))
        .where(col(CustomerDataImport.due_at).is_(None) | (col(CustomerDataImport.due_at) <= machine_now))
        .order_by(col(CustomerDataImport.id))
        .limit(1)
        .with_for_update(key_share=True, skip_locked=True)
    ).first()


def running_imports(session: Session, case_id: UUID) -> list[CustomerDataImport]:
    return list(
        session.exec(
            select(CustomerDataImport)
            .where(CustomerDataImport.case_id == case_id, col(CustomerDataImport.ended_at).is_(None))
            .order_by(col(CustomerDataImport.id))
        ).all()
    )


def user_rows(session: Session, version_id: UUID) -> list[UserRow]:
    """A version's users as the checker's rows, for comparing: a tenth of the cost of objects."""
    wanted = (
        CustomerUser.sheet, CustomerUser.row, CustomerUser.name, CustomerUser.first_name, CustomerUser.last_name,
        CustomerUser.email, CustomerUser.mobile, CustomerUser.fixed, CustomerUser.other_number,
        CustomerUser.extension, CustomerUser.subscription, CustomerUser.sim_type, CustomerUser.extension_type,
        CustomerUser.device, CustomerUser.department, CustomerUser.cost_centre, CustomerUser.operator,
    )  # fmt: skip
    found = session.execute(
        sqlalchemy.select(*wanted)  # type: ignore[call-overload]  # columns, as SQLModel does not know
        .where(col(CustomerUser.version_id) == version_id)
        .order_by(col(CustomerUser.row))
    )
    return [UserRow(row[0], row[1], *[value or None for value in row[2:]]) for row in found]


def as_user_row(user: CustomerUser) -> UserRow:
    """A stored user as the checker's row."""
    values = (
        user.name, user.first_name, user.last_name, user.email, user.mobile, user.fixed, user.other_number,
        user.extension, user.subscription, user.sim_type, user.extension_type, user.device, user.department,
        user.cost_centre, user.operator,
    )  # fmt: skip
    return UserRow(user.sheet, user.row, *[value or None for value in values])


def listed_numbers(session: Session, version_id: UUID) -> Sequence[tuple[str, str, str, str]]:
    """Operator, mobile, fixed and other number of every user."""
    return session.exec(
        select(CustomerUser.operator, CustomerUser.mobile, CustomerUser.fixed, CustomerUser.other_number)
        .where(CustomerUser.version_id == version_id)
        .order_by(col(CustomerUser.row))
    ).all()
