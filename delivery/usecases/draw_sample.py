"""Draw whom to call on the day: a random sample whose seed is kept, so that anybody can draw it again (DL-07)."""

from __future__ import annotations

import secrets
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.errors import SAMPLE_IMPOSSIBLE
from delivery.domain.sampling import draw
from delivery.usecases.settle import note, settle
from infra.transitions import Cause
from portingsvc.queries import confirmed_numbers


def draw_sample(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> tuple[str, ...]:
    """The users' numbers to call. Drawing again keeps what was drawn: a sample is not chosen twice."""
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id, lock=True)
    if case.sample_seed:
        return tuple(case.sample)
    version = repository.signed_version(session, case.id)
    moved = {number for _, number in confirmed_numbers(session, [case.id])}
    users = repository.users(session, version.id) if version else []
    population = [u.mobile or u.fixed for u in users if (u.mobile or u.fixed) in moved]
    if not population:
        raise SAMPLE_IMPOSSIBLE.error()
    case.sample_seed = secrets.token_hex(8)
    case.sample = list(draw(population, case.sample_seed))
    note(
        session,
        case,
        "sample",
        f"seed {case.sample_seed}",
        cause,
        about=f"{len(case.sample)} / {len(population)}",
    )
    settle(session, case, cause)
    return tuple(case.sample)
