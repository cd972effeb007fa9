"""Maintenance: announce, move, cancel, finish."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from accounts.bench import Bench, BenchDep, in_stockholm
from delivery.notices import queries
from delivery.notices.domain.maintenance import earliest_start
from delivery.notices.usecases.announce_maintenance import (
    announce_maintenance,
    cancel_maintenance,
    finish_maintenance,
    move_maintenance,
)
from infra.routing import Router
from kernel.errors import DomainError

router = Router(prefix="/maintenance")
_HERE: Final = "/planner/maintenance"
At = Annotated[datetime, Form()]
Words = Annotated[str, Form(max_length=4000)]


@router.get("")
def overview(bench: BenchDep) -> Response:
    """What is planned and was."""
    return _show(bench)


def _show(bench: Bench, refusal: DomainError | None = None, status: int = 200) -> Response:
    return bench.render(
        "planner/maintenance.html",
        refusal,
        status,
        lines=queries.notice_lines(bench.session),
        earliest=earliest_start(bench.now),
    )


@router.post("", dependencies=[CSRF])
def announce(bench: BenchDep, starts_at: At, ends_at: At, what: Words = "", disturbs: Words = "") -> Response:
    """Announce it to everybody whose switchboard is live."""
    return bench.act(
        _HERE,
        lambda cause: announce_maintenance(
            bench.session,
            bench.actor,
            what=what,
            starts_at=in_stockholm(starts_at),
            ends_at=in_stockholm(ends_at),
            disturbs=disturbs == "yes",
            cause=cause,
        ),
        lambda refusal, status: _show(bench, refusal, status),
    )


@router.post("/{notice_id}/move", dependencies=[CSRF])
def move(bench: BenchDep, notice_id: UUID, starts_at: At, ends_at: At) -> Response:
    """Another time."""
    return bench.act(
        _HERE,
        lambda cause: move_maintenance(
            bench.session,
            bench.actor,
            notice_id,
            starts_at=in_stockholm(starts_at),
            ends_at=in_stockholm(ends_at),
            cause=cause,
        ),
        lambda refusal, status: _show(bench, refusal, status),
    )


@router.post("/{notice_id}/cancel", dependencies=[CSRF])
def cancel(bench: BenchDep, notice_id: UUID, reason: Words = "") -> Response:
    """It will not be."""
    return bench.act(
        _HERE,
        lambda cause: cancel_maintenance(bench.session, bench.actor, notice_id, cause=cause),
        lambda refusal, status: _show(bench, refusal, status),
        reason,
    )


@router.post("/{notice_id}/done", dependencies=[CSRF])
def done(bench: BenchDep, notice_id: UUID) -> Response:
    """It is done."""
    return bench.act(
        _HERE,
        lambda cause: finish_maintenance(bench.session, bench.actor, notice_id, cause=cause),
        lambda refusal, status: _show(bench, refusal, status),
    )
