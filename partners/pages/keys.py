"""Keys for a partner's programs: made, their secret shown once, changed, taken back."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from accounts.usecases.api_clients import SCOPES
from accounts.usecases.manage_clients import add_key, allow_networks, revoke_key, rotate_key
from infra.routing import Router
from partners import queries
from partners.pages.desk import DeskDep, Errors, see_other
from partners.usecases.open_sandbox import open_sandbox

router = Router(prefix="/keys", dependencies=[CSRF])
_HERE = "/partner/keys"


def _page(desk: DeskDep, status: int = 200, **context: Any) -> Response:
    keys = queries.list_keys(desk.session, desk.actor, machine_now=desk.machine_now)
    blank = {"name": "", "scopes": list(SCOPES), "networks": "", "place": "live"}
    given = {"typed": blank, "made": None, **context}
    return desk.show("keys", status, keys=keys, scopes=list(SCOPES), **given)


@router.get("")
def list_(desk: DeskDep) -> Response:
    """Every key, and a form for one more."""
    return _page(desk)


@router.post("")
def make(
    desk: DeskDep,
    name: Annotated[str, Form(max_length=200)] = "",
    scopes: Annotated[list[str] | None, Form()] = None,
    networks: Annotated[str, Form(max_length=4000)] = "",
    place: Annotated[Literal["live", "sandbox"], Form()] = "live",
) -> Response:
    """Make a key, for live or for the sandbox, and show its secret, this once."""
    typed = {"name": name, "scopes": scopes or [], "networks": networks, "place": place}

    def do() -> Response:
        made = add_key(
            desk.session,
            desk.actor,
            name=name,
            scopes=scopes or [],
            networks=networks,
            cause=desk.cause,
            is_test=place == "sandbox",
        )
        if place == "sandbox":
            open_sandbox(desk.session, desk.partner_id, desk.machine_now)
        return _page(desk, 201, made=made)

    return desk.act(do, lambda errors, status: _page(desk, status, errors=errors, typed=typed))


@router.post("/{client_id}/secret")
def rotate(desk: DeskDep, client_id: str) -> Response:
    """A new secret, shown this once; the old one is good for a day."""
    made = rotate_key(desk.session, desk.actor, client_id, machine_now=desk.machine_now, cause=desk.cause)
    return _page(desk, made=made)


@router.post("/{client_id}/revoke")
def revoke(desk: DeskDep, client_id: str) -> Response:
    """End the key at once."""
    revoke_key(desk.session, desk.actor, client_id, machine_now=desk.machine_now, cause=desk.cause)
    return see_other(_HERE)


@router.post("/{client_id}/networks")
def networks_(
    desk: DeskDep, client_id: str, networks: Annotated[str, Form(max_length=4000)] = ""
) -> Response:
    """From where the key may be used."""

    def do() -> Response:
        allow_networks(desk.session, desk.actor, client_id, networks, cause=desk.cause)
        return see_other(_HERE)

    def refused(errors: Errors, status: int) -> Response:
        return _page(desk, status, errors=errors)

    return desk.act(do, refused)
