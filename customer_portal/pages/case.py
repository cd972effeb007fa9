"""Where the customer starts: the list of what is asked, and how the delivery stands."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fastapi import Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, PersonDep, cause_of
from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from customer_portal.asked import Asking, asked_now
from customer_portal.labels import NUMBER_LABELS, PARCEL_HUES, PARCEL_LABELS, STANDING_HUES, number_counts
from customer_portal.next_words import next_words
from customer_portal.pages.forms import see_other
from customer_portal.paths import left_to_do, task_path
from customer_portal.ways import coming_steps, way_of
from delivery import queries
from delivery.ending.queries import ending_lines
from delivery.questionnaire.domain.shape import TEL
from delivery.questionnaire.queries.people import role_lines
from delivery.questionnaire.queries.sheets import questionnaire
from delivery.usecases.send_parcel import confirm_parcel_received
from delivery.workspace.queries import files_of
from infra.clock import NowDep
from infra.db import SessionDep
from infra.outbox import latest_of_case
from infra.routing import Router
from infra.templating import render
from portingsvc.queries import mandates_of_case, orders_of_case, repairs_of_case

router = Router()


@router.get("/")
def start(request: Request, session: SessionDep, actor: PersonDep, now: NowDep) -> Response:
    """Straight to the case when there is one; staff to their own pages."""
    if actor.kind is ActorKind.PLANNER:
        return see_other("/planner")
    if actor.kind is ActorKind.PARTNER:
        return see_other("/ko-byte" if Role.NATKONTAKT in actor.roles else "/partner")
    cases = queries.list_cases(session, actor, now=now)
    if len(cases) == 1:
        return see_other(f"/cases/{cases[0].id}")
    shown = [(case, _asking(session, actor, now, case.id)) for case in cases]
    return render(request, "portal/cases.html", cases=shown)


def _asking(session: Session, actor: Actor, now: datetime, case_id: UUID) -> Asking:
    """What waits for who looks in one of their cases: a customer has a few."""
    view = queries.customer_view(session, actor, case_id, now=now)
    parts = questionnaire(session, actor, case_id).views()
    mandates, repairs = mandates_of_case(session, case_id), repairs_of_case(session, case_id)
    return asked_now(session, actor, view, parts, mandates, repairs, now=now)


@router.get("/cases/{case_id}")
def tasks(request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID) -> Response:
    """What is asked of the customer, what is left, until when."""
    view = queries.customer_view(session, actor, case_id, now=now)
    mandates = mandates_of_case(session, case_id)
    repairs = repairs_of_case(session, case_id)
    asked = questionnaire(session, actor, case_id).views()
    return render(
        request,
        "portal/tasks.html",
        view=view,
        parts=asked,
        roles=role_lines(session, actor, case_id) if actor.roles & TEL else [],
        todo=left_to_do(view, asked, actor),
        links={task.key: task_path(case_id, task.key, view, mandates) for task in view.tasks},
        hues=STANDING_HUES,
        asking=asked_now(session, actor, view, asked, mandates, repairs, now=now),
        now=now,
    )


@router.get("/cases/{case_id}/status")
def status(request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID) -> Response:
    """Where the case stands, what comes next, each number's way."""
    mark = latest_of_case(session, case_id)  # before the facts: what happens in between is news to the stream
    view = queries.customer_view(session, actor, case_id, now=now)
    orders = orders_of_case(session, case_id)
    mandates = mandates_of_case(session, case_id)
    return render(
        request,
        "portal/status.html",
        view=view,
        asking=asked_now(
            session,
            actor,
            view,
            questionnaire(session, actor, case_id).views(),
            mandates,
            repairs_of_case(session, case_id),
            now=now,
        ),
        next_words=next_words(view),
        coming=coming_steps(view),
        counts=number_counts(view.line.numbers),
        labels=NUMBER_LABELS,
        orders=orders,
        mark=mark,
        ways=[(order, way_of(order)) for order in orders],
        endings=ending_lines(session, actor, case_id),
        files=files_of(session, actor, case_id),
        parcel_labels=PARCEL_LABELS,
        parcel_hues=PARCEL_HUES,
        now=now,
    )


@router.post("/cases/{case_id}/parcels/{parcel_id}/received", dependencies=[CSRF])
def parcel_received(
    session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, parcel_id: UUID
) -> Response:
    """The cards are here."""
    confirm_parcel_received(session, actor, parcel_id, cause=cause_of(actor, now))
    return see_other(f"/cases/{case_id}/status")
