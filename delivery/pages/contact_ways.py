"""How customers reach the operator and each partner after hand-over."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts import repository as accounts
from accounts.access import CSRF
from accounts.bench import Bench, BenchDep
from accounts.domain.roles import OrganisationKind
from delivery.cockpit import repository
from delivery.cockpit.usecases.set_contact_ways import set_contact_ways
from infra.routing import Router
from kernel.errors import DomainError

router = Router(prefix="/contact-ways", dependencies=[CSRF])
Word = Annotated[str, Form(max_length=320)]


@router.get("")
def read(bench: BenchDep) -> Response:
    """The operator's own ways, then each partner's."""
    return _page(bench)


@router.post("/{organisation_id}")
def save(
    bench: BenchDep,
    organisation_id: UUID,
    email: Word = "",
    urgent_phone: Word = "",
    guidelines: Annotated[str, Form(max_length=4000)] = "",
    version: Annotated[int | None, Form(ge=0)] = None,
) -> Response:
    """Set them."""
    typed = {"email": email, "urgent_phone": urgent_phone, "guidelines": guidelines}
    return bench.act(
        "/planner/contact-ways",
        lambda cause: set_contact_ways(
            bench.session,
            bench.actor,
            organisation_id,
            email=email,
            urgent_phone=urgent_phone,
            guidelines=guidelines,
            version=version,
            cause=cause,
        ),
        lambda refusal, status: _page(bench, organisation_id, typed, refusal, status),
    )


def _page(
    bench: Bench,
    wrong: UUID | None = None,
    typed: dict[str, str] | None = None,
    refusal: DomainError | None = None,
    status: int = 200,
) -> Response:
    sellers = [
        each
        for kind in (OrganisationKind.OPERATOR, OrganisationKind.PARTNER)
        for each in accounts.organisations_of_kind(bench.session, kind)
    ]
    ways = repository.contact_ways(bench.session, [each.id for each in sellers])
    return bench.render(
        "planner/contact_ways.html",
        refusal,
        status,
        sellers=[(each, ways.get(each.id)) for each in sellers],
        wrong=wrong,
        typed=typed or {},
    )
