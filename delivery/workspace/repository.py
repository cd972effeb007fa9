"""All SQL of the workspace's lists. What a planner sees is decided here: planners see every case (PA-01)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, String, cast, func, literal, text, tuple_, union_all
from sqlalchemy import select as columns
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from accounts.models import Organisation, Person
from delivery.domain.queues import Queue
from delivery.domain.states import PHASES
from delivery.models import DeliveryCase
from delivery.workspace.domain.filters import Filter, Whose, go_live_days
from delivery.workspace.models import CaseStanding
from portingsvc.queries import number_tally

_REFRESH_LOCK: Final = 7_281_115
Kept = tuple[CaseStanding, DeliveryCase]


def take_stale(session: Session, now: datetime, limit: int) -> list[UUID]:
    """Cases whose standing no longer holds, their marks taken away; none while somebody else is at it.

    The marks go before the facts are read: what changes later leaves a mark of its own.
    """
    rows = session.execute(
        text(
            """
            WITH turn AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(:lock) AS mine),
            due AS MATERIALIZED (
                SELECT case_id FROM (
                    SELECT case_id FROM stale_case UNION SELECT case_id FROM case_standing
                    WHERE valid_until <= :now
                ) AS either WHERE (SELECT mine FROM turn) LIMIT :most
            ), gone AS (DELETE FROM stale_case USING due WHERE stale_case.case_id = due.case_id)
            SELECT case_id FROM due
            """
        ),
        {"lock": _REFRESH_LOCK, "now": now, "most": limit},
    )
    return [case_id for (case_id,) in rows]


def keep_standings(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Write standings, over what stood there."""
    wanted = insert(CaseStanding)
    changed = {name: wanted.excluded[name] for name in rows[0] if name != "case_id"}
    session.execute(wanted.on_conflict_do_update(index_elements=["case_id"], set_=changed), list(rows))


def cases_by_id(session: Session, ids: Iterable[UUID]) -> Sequence[DeliveryCase]:
    return session.exec(select(DeliveryCase).where(col(DeliveryCase.id).in_(list(ids)))).all()


def page(
    session: Session,
    wanted: Filter,
    *,
    person_id: UUID | None,
    today: date,
    ids: Sequence[UUID] | None = None,
    after: tuple[date, UUID] | None = None,
    limit: int | None = None,
) -> list[tuple[CaseStanding, DeliveryCase, str, str, str | None, str | None]]:
    """Cases with the names that their lines show, in order; `after` is the day and id of the last one shown."""
    partner = aliased(Organisation)
    query = (
        columns(
            CaseStanding,
            DeliveryCase,
            col(Organisation.name),
            col(Organisation.org_number),
            col(partner.name),
            col(Person.name),
        )
        .join(DeliveryCase, col(DeliveryCase.id) == CaseStanding.case_id)
        .join(Organisation, col(Organisation.id) == DeliveryCase.customer_id)
        .outerjoin(partner, col(partner.id) == DeliveryCase.partner_id)
        .outerjoin(Person, col(Person.id) == DeliveryCase.planner_id)
        .where(*_conditions(wanted, person_id, today))
        .order_by(col(CaseStanding.sort_on), col(CaseStanding.case_id))
        .limit(limit)
    )
    if ids is not None:
        query = query.where(col(CaseStanding.case_id).in_(ids))
    if after is not None:
        query = query.where(tuple_(col(CaseStanding.sort_on), col(CaseStanding.case_id)) > after)
    return [tuple(row) for row in session.execute(query)]


def _conditions(wanted: Filter, person_id: UUID | None, today: date) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.queue is not None:
        found += _in_queue(wanted.queue, today)
    elif not wanted.q and (wanted.phase is None or wanted.phase in _OPEN):
        found.append(col(CaseStanding.queue) != Queue.ENDED.value)
    if wanted.phase is not None:
        found.append(col(DeliveryCase.state) == wanted.phase)
    if wanted.role is not None:
        found.append(col(CaseStanding.line)["owner"].as_string() == wanted.role.value)
    if wanted.at_risk:
        found.append(col(CaseStanding.is_at_risk).is_(True))
    if wanted.go_live_from is not None:
        found.append(col(DeliveryCase.go_live_on) >= wanted.go_live_from)
    if wanted.go_live_to is not None:
        found.append(col(DeliveryCase.go_live_on) <= wanted.go_live_to)
    return found + _whose(wanted, person_id)


def _in_queue(queue: Queue, today: date) -> list[ColumnElement[bool]]:
    days = go_live_days(queue, today)
    if days is None:
        return [col(CaseStanding.queue) == queue.value]
    return [col(DeliveryCase.go_live_on).between(*days), col(DeliveryCase.state).in_(PHASES)]


def _whose(wanted: Filter, person_id: UUID | None) -> list[ColumnElement[bool]]:
    if wanted.planner is not None:
        return [col(DeliveryCase.planner_id) == wanted.planner]
    if wanted.whose is Whose.MINE:
        leads = (DeliveryCase.planner_id, DeliveryCase.technical_lead_id, DeliveryCase.administrative_lead_id)
        mine: ColumnElement[bool] = col(leads[0]) == person_id
        for lead in leads[1:]:
            mine = mine | (col(lead) == person_id)
        return [mine]
    if wanted.whose is Whose.NOBODY:
        return [col(DeliveryCase.planner_id).is_(None)]
    return []


_OPEN: Final = PHASES


def counts(session: Session, today: date) -> dict[str, dict[str, int]]:
    """What the top of the workspace tells, in one statement: cases by list, those at risk, go-live days, numbers.

    By kind: `queue`, `risk` (by queue too), `day` (by ISO date), `number` (by state).
    """
    last = go_live_days(Queue.GO_LIVE_NEXT_FIVE_DAYS, today)
    near = (today, last[1] if last else today)
    numbers = number_tally().subquery()
    at_risk = func.count().filter(col(CaseStanding.is_at_risk).is_(True))
    parts: list[Any] = [
        columns(literal("queue"), col(CaseStanding.queue), func.count(), at_risk).group_by(
            col(CaseStanding.queue)
        ),
        columns(literal("day"), cast(col(DeliveryCase.go_live_on), String), func.count(), literal(0))
        .where(col(DeliveryCase.go_live_on).between(*near), col(DeliveryCase.state).in_(PHASES))
        .group_by(col(DeliveryCase.go_live_on)),
        columns(literal("number"), numbers.c[0], numbers.c[1], literal(0)),
    ]
    found: dict[str, dict[str, int]] = {"queue": {}, "risk": {}, "day": {}, "number": {}}
    for kind, name, count, risky in session.execute(union_all(*parts)):
        found[kind][name] = int(count)
        if risky:
            found["risk"][name] = int(risky)
    return found
