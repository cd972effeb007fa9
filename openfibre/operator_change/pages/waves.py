"""One wave: its steps, its date, its freeze, its lists and receipts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import File, Form, UploadFile
from starlette.responses import Response

from accounts.access import CSRF
from infra.routing import Router
from infra.transitions import Cause
from openfibre.operator_change.domain.errors import VALUE_MISSING
from openfibre.operator_change.domain.reconcile import ListKind
from openfibre.operator_change.domain.states import WaveEvent
from openfibre.operator_change.pages.desk import (
    RECONCILIATION,
    TIMELINE,
    Desk,
    DeskDep,
    day_of,
    id_of,
    word_of,
)
from openfibre.operator_change.usecases.advance import advance_wave
from openfibre.operator_change.usecases.hand_lists import hand_list, sign_receipt, waive_row
from openfibre.operator_change.usecases.publish_cross_reference import publish_cross_reference
from openfibre.operator_change.usecases.set_wave import (
    confirm_freeze,
    inform_again,
    move_wave,
    set_freeze,
)

router = Router(prefix="/{project_id}/waves/{wave_id}", dependencies=[CSRF])
Reason = Annotated[str, Form(max_length=1000)]


def _do(
    desk: Desk, tab: str, wave_id: UUID, action: Callable[..., Any], reason: str = "", **facts: Any
) -> Response:
    """An action on the wave; facts that are functions read the form, so that a bad one is told in the page."""

    def do(cause: Cause) -> Any:
        read = {name: fact() if callable(fact) else fact for name, fact in facts.items()}
        return action(desk.session, desk.actor, wave_id, cause=cause, **read)

    return desk.act(tab, do, reason)


@router.post("/steps")
def step(
    desk: DeskDep,
    wave_id: UUID,
    event: Annotated[str, Form()] = "",
    reason: Reason = "",
    regardless: Annotated[str, Form()] = "",
) -> Response:
    """The wave's next step."""
    return _do(
        desk,
        TIMELINE,
        wave_id,
        advance_wave,
        reason,
        event=lambda: word_of(event, WaveEvent, "event"),
        regardless=bool(regardless),
    )


@router.post("/date")
def date_(
    desk: DeskDep, wave_id: UUID, technical_on: Annotated[str, Form()] = "", reason: Reason = ""
) -> Response:
    """Another migration date."""
    return _do(
        desk,
        TIMELINE,
        wave_id,
        move_wave,
        reason,
        technical_on=lambda: day_of(technical_on, "technical_on"),
    )


@router.post("/freeze")
def freeze(
    desk: DeskDep, wave_id: UUID, first: Annotated[str, Form()] = "", last: Annotated[str, Form()] = ""
) -> Response:
    """A freeze window."""
    return _do(
        desk,
        TIMELINE,
        wave_id,
        set_freeze,
        first=lambda: day_of(first, "first"),
        last=lambda: day_of(last, "last"),
    )


@router.post("/freeze/yes")
def freeze_yes(desk: DeskDep, wave_id: UUID, part: Annotated[str, Form()] = "") -> Response:
    """A party's yes to it."""
    return _do(desk, TIMELINE, wave_id, confirm_freeze, part_id=lambda: id_of(part, "part"))


@router.post("/informed")
def informed(desk: DeskDep, wave_id: UUID) -> Response:
    """Customers know the new dates."""
    return _do(desk, TIMELINE, wave_id, inform_again)


@router.post("/cross-reference")
def cross_reference(desk: DeskDep, wave_id: UUID) -> Response:
    """Publish the cross-reference."""
    return _do(desk, TIMELINE, wave_id, publish_cross_reference)


@router.post("/lists")
def lists(
    desk: DeskDep,
    wave_id: UUID,
    kind: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | str, File()] = "",
) -> Response:
    """A Connected or Disconnected list."""

    def do(cause: Cause) -> Any:
        if isinstance(file, str) or not file.filename:
            raise VALUE_MISSING.error("file")
        return hand_list(
            desk.session,
            desk.actor,
            wave_id,
            word_of(kind, ListKind, "kind"),
            filename=file.filename,
            data=file.file.read(),
            cause=cause,
        )

    return desk.act(RECONCILIATION, do)


@router.post("/receipts")
def receipts(
    desk: DeskDep,
    wave_id: UUID,
    kind: Annotated[str, Form()] = "",
    part: Annotated[str, Form()] = "",
) -> Response:
    """Sign for a list."""
    return _do(
        desk,
        RECONCILIATION,
        wave_id,
        sign_receipt,
        kind=lambda: word_of(kind, ListKind, "kind"),
        part_id=lambda: id_of(part, "part"),
    )


@router.post("/accesses/{access_id}/waive")
def waive(desk: DeskDep, wave_id: UUID, access_id: int, reason: Reason = "") -> Response:
    """Let a row be."""
    return _do(desk, RECONCILIATION, wave_id, waive_row, reason, access_id=access_id)
