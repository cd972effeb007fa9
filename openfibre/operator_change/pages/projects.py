"""The list of projects, and the form that opens one."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from accounts.access import CSRF, PersonDep, PlannerDep, cause_of
from infra.clock import NowDep
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.routing import Router
from infra.templating import language_of, render
from kernel.errors import DomainError
from openfibre.operator_change.domain import words
from openfibre.operator_change.domain.errors import VALUE_MISSING
from openfibre.operator_change.domain.parties import PARTY_NAMES, SINGLE, AgreementType, Party
from openfibre.operator_change.queries.board import project_lines
from openfibre.operator_change.usecases.open_project import NewParty, NewProject, open_project

router = Router()
PROVIDER_LINES: Final = 6
_FIELDS: Final = ("name", "org_number", "contact_name", "contact_email")


@router.get("")
def workspace(request: Request, session: SessionDep, actor: PersonDep, now: NowDep) -> Response:
    """Every project in which one has a part."""
    lines = project_lines(session, actor, now=now)
    return render(request, "operator_change/projects.html", lines=lines, words_of=words)


@router.get("/new")
def blank(request: Request, actor: PlannerDep) -> Response:
    """A form to open a project."""
    del actor
    return _form(request, {})


def _form(request: Request, typed: dict[str, str], refusal: DomainError | None = None) -> Response:
    errors = [(refusal.field or "", refusal.detail(language_of(request)))] if refusal else []
    status = STATUS[refusal.spec.kind] if refusal else 200
    return render(
        request,
        "operator_change/new.html",
        status,
        typed=typed,
        errors=errors,
        single=SINGLE,
        providers=range(PROVIDER_LINES),
        party_names=PARTY_NAMES,
    )


async def _typed(request: Request) -> FormData:
    return await request.form()


@router.post("/new", dependencies=[CSRF])
def open_by_hand(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    form: Annotated[FormData, Depends(_typed)],
) -> Response:
    """Open it, or show what is wrong with what was typed still there."""
    typed = {key: str(value) for key, value in form.items()}
    try:
        with session.begin_nested():
            project = open_project(session, actor, _new(typed), cause=cause_of(actor, now))
    except DomainError as refusal:
        return _form(request, typed, refusal)
    return RedirectResponse(f"/ko-byte/{project.id}", status_code=303)


def _new(typed: dict[str, str]) -> NewProject:
    parties = [_party(typed, party.value, party) for party in SINGLE]
    for place in range(PROVIDER_LINES):
        prefix = f"TL{place}"
        if typed.get(f"{prefix}_name", "").strip():
            with_agreement = typed.get(f"{prefix}_party", Party.TLA.value) == Party.TLA.value
            parties.append(_party(typed, prefix, Party.TLA if with_agreement else Party.TLU))
    return NewProject(
        name=typed.get("name", ""),
        agreement=AgreementType.TYPE_1 if typed.get("agreement") == "1" else AgreementType.TYPE_2,
        has_migration_terms=bool(typed.get("has_migration_terms")),
        migration_agreement_signed=bool(typed.get("migration_agreement_signed")),
        parties=tuple(parties),
    )


def _party(typed: dict[str, str], prefix: str, party: Party) -> NewParty:
    values = {field: typed.get(f"{prefix}_{field}", "").strip() for field in _FIELDS}
    for field, value in values.items():
        if not value:
            raise VALUE_MISSING.error(f"{prefix}_{field}")
    return NewParty(party=party, dhcp_at_tko=bool(typed.get(f"{prefix}_dhcp")), **values)
