"""A partner's own contact ways and guidelines: what its customers are given at hand-over (DL-11)."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from delivery.cockpit.queries import current_ways, ways_versions
from delivery.cockpit.usecases.set_contact_ways import set_contact_ways
from infra.routing import Router
from partners.pages.desk import DeskDep, see_other

router = Router(prefix="/contact-ways", dependencies=[CSRF])
_HERE = "/partner/contact-ways"
Word = Annotated[str, Form(max_length=320)]


def _page(desk: DeskDep, status: int = 200, **context: Any) -> Response:
    ways = current_ways(desk.session, desk.partner_id)
    typed = {"email": ways.email, "urgent_phone": ways.urgent_phone, "guidelines": ways.guidelines}
    given = {"typed": typed, **context}
    earlier = ways_versions(desk.session, desk.partner_id)
    return desk.show("contact_ways", status, ways=ways, earlier=earlier, **given)


@router.get("")
def read(desk: DeskDep) -> Response:
    """What holds, and every earlier version."""
    return _page(desk)


@router.post("")
def save(
    desk: DeskDep,
    email: Word = "",
    urgent_phone: Word = "",
    guidelines: Annotated[str, Form(max_length=4000)] = "",
    version: Annotated[int | None, Form(ge=0)] = None,
) -> Response:
    """A new version; refused when a colleague or the operator was first."""
    typed = {"email": email, "urgent_phone": urgent_phone, "guidelines": guidelines}

    def do() -> Response:
        set_contact_ways(
            desk.session, desk.actor, desk.partner_id, **typed, version=version, cause=desk.cause
        )
        return see_other(_HERE)

    return desk.act(do, lambda errors, status: _page(desk, status, errors=errors, typed=typed))
