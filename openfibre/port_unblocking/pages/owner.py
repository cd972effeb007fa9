"""What the network owner's staff do: decide, write a portal's port down, keep networks and providers in order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from accounts.access import CSRF
from infra.routing import Router
from infra.transitions import Cause
from kernel.errors import DomainError
from openfibre.port_unblocking import queries
from openfibre.port_unblocking.domain.port import Port, Subscription
from openfibre.port_unblocking.models import Manner
from openfibre.port_unblocking.pages.desk import DeskDep, Visit, VisitDep
from openfibre.port_unblocking.usecases.decide import (
    accept_differences,
    approve_repeat,
    look_again,
    override,
    record_port,
    try_again,
)
from openfibre.port_unblocking.usecases.log_contact import record_told
from openfibre.port_unblocking.usecases.register_network import (
    NewNetwork,
    owner_only,
    register_network,
    register_provider,
    set_freeze,
)

at_case = Router(prefix="/{case_id}", dependencies=[CSRF])
networks = Router()
Words = Annotated[str, Form(max_length=1000)]
Short = Annotated[str, Form(max_length=320)]
NETWORKS: Final = "/fibre/networks"


@at_case.post("/told")
def told(desk: DeskDep) -> Response:
    """A provider that is not registered has been told by other means."""
    return desk.act(record_told)


@at_case.post("/approval")
def approval(desk: DeskDep, reason: Words = "") -> Response:
    """Let a provider force again soon."""
    return desk.act(approve_repeat, reason=reason)


@at_case.post("/override")
def uphold(desk: DeskDep, reason: Words = "") -> Response:
    """Uphold a late dispute: restore."""
    return desk.act(override, reason=reason)


@at_case.post("/retry")
def retry(desk: DeskDep, reason: Words = "") -> Response:
    """Give a refused case back to its provider."""
    return desk.act(try_again, reason=reason)


@at_case.post("/look")
def look(desk: DeskDep) -> Response:
    """Read the port again."""
    return desk.act(look_again)


@at_case.post("/acceptance")
def acceptance(desk: DeskDep, reason: Words = "") -> Response:
    """Accept what differs."""
    return desk.act(accept_differences, reason=reason)


async def _rows(request: Request) -> Port:
    form = await request.form()
    return port_from({name: [str(each) for each in form.getlist(name)] for name in form})


@at_case.post("/port")
def write_down(desk: DeskDep, port: Annotated[Any, Depends(_rows)]) -> Response:
    """Write down what stands on the port, row by row; a row without a provider is no row."""
    return desk.act(_record, port=port)


def _record(session: Any, actor: Any, case_id: UUID, *, cause: Cause, port: Port) -> None:
    record_port(session, actor, case_id, port, cause=cause)


def port_from(columns: dict[str, list[str]]) -> Port:
    """A port from a form's columns of equal length."""
    rows = []
    for number, provider in enumerate(columns.get("provider", [])):
        row = {name: values[number].strip() for name, values in columns.items() if number < len(values)}
        if provider.strip() and row.get("service"):
            rows.append(_subscription(row))
    return tuple(rows)


def _subscription(row: dict[str, str]) -> Subscription:
    characteristics: dict[str, Any] = {}
    if row.get("ip_address"):
        characteristics = {"fixedIp": True, "ipAddress": row["ip_address"].replace(",", " ").split()}
    if row.get("sla"):
        characteristics["SLA"] = row["sla"]
    mac = row.get("mac_address", "")
    device = {"vendorId": row.get("vendor_id", ""), "macAddress": mac}
    circuit = row.get("circuit_id", "")
    return Subscription(
        provider=row["provider"],
        service=row["service"],
        subscription_id=row.get("subscription_id", ""),
        sp_reference=row.get("sp_reference", ""),
        sp_subscription_id=row.get("sp_subscription_id", ""),
        operational_state=row.get("operational_state") or "ACTIVATED",
        characteristics=characteristics,
        equipment=(device,) if mac else (),
        dhcp={"ipv4CircuitId": circuit} if circuit else {},
    )


def _networks(visit: Visit, refusal: DomainError | None = None) -> Response:
    owner_only(visit.actor)
    return visit.page(
        "networks",
        refusal,
        networks=queries.networks(visit.session),
        providers=queries.providers(visit.session),
        organisations=queries.not_yet_providers(visit.session),
    )


def _registered(visit: Visit, do: Callable[[Cause], Any], reason: str = "") -> Response:
    def then_back(cause: Cause) -> Response:
        do(cause)
        return RedirectResponse(NETWORKS, status_code=303)

    answer: Response = visit.attempt(then_back, lambda refusal: _networks(visit, refusal), reason)
    return answer


@networks.get("")
def overview(visit: VisitDep) -> Response:
    """Networks, freezes and providers."""
    return _networks(visit)


@networks.post("/new", dependencies=[CSRF])
def new_network(
    visit: VisitDep,
    code: Annotated[str, Form(max_length=20, pattern=r"^[A-Za-z0-9_-]+$")],
    name: Annotated[str, Form(min_length=1, max_length=200)],
    manner: Annotated[Manner, Form()],
    base_url: Annotated[str, Form(max_length=300)] = "",
    secret: Annotated[str, Form(max_length=200)] = "",
    alarm_email: Short = "",
) -> Response:
    """Enter a network."""
    new = NewNetwork(code, name, manner, base_url, secret, alarm_email)
    return _registered(visit, lambda cause: register_network(visit.session, visit.actor, new, cause=cause))


@networks.post("/providers", dependencies=[CSRF])
def new_provider(
    visit: VisitDep,
    organisation_id: Annotated[UUID, Form()],
    sp_id: Annotated[str, Form(min_length=1, max_length=36)],
    contact_email: Short,
    answer_days: Annotated[int, Form()] = 14,
) -> Response:
    """Make a partner a service provider."""
    return _registered(
        visit,
        lambda cause: register_provider(
            visit.session,
            visit.actor,
            organisation_id,
            sp_id=sp_id,
            contact_email=contact_email,
            answer_days=answer_days,
            cause=cause,
        ),
    )


@networks.post("/freezes", dependencies=[CSRF])
def new_freeze(
    visit: VisitDep,
    network_id: Annotated[UUID, Form()],
    starts_on: Annotated[date, Form()],
    ends_on: Annotated[date, Form()],
    reason: Words = "",
) -> Response:
    """Freeze a network for some days."""
    return _registered(
        visit,
        lambda cause: set_freeze(visit.session, visit.actor, network_id, starts_on, ends_on, cause=cause),
        reason,
    )
