"""The planner's lists and dashboard at five thousand cases and a million numbers, by the queries the pages use."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cache
from time import perf_counter
from typing import Any, Final

from sqlalchemy import text
from sqlmodel import Session

from bench.import_case import database
from bench.workspace_data import lay_up
from infra.db import get_engine, unit_of_work

DEPTH_GOAL, DASHBOARD_GOAL = 1.5, 20.0
ROUNDS: Final = 5
LOOKS: Final = 20


@cache
def million() -> datetime:
    """The data, laid up once a run of benches; its database goes with the process."""
    opened = ExitStack()
    opened.enter_context(database())
    atexit.register(opened.close)
    now = datetime.now(UTC)
    lay_up(now)
    from delivery.workspace.usecases.refresh_standings import refresh_standings

    while True:
        with unit_of_work() as session:
            if not refresh_standings(session, now, 250):
                break
    with get_engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    return now


def _best(session: Session, *looks: Callable[[Session], Any]) -> list[float]:
    """Milliseconds a look, the sides in turn, the best of several rounds."""
    best = [float("inf")] * len(looks)
    for _ in range(ROUNDS):
        for place, look in enumerate(looks):
            start = perf_counter()
            for _ in range(LOOKS):
                session.expire_all()
                look(session)
            best[place] = min(best[place], (perf_counter() - start) * 1000 / LOOKS)
    return best


def list_depth() -> dict[str, Any]:
    """The deepest page against the first: of the list of cases, and of the list of numbers, whichever is worse."""
    now = million()
    from accounts.domain.actor import Actor, ActorKind
    from delivery.workspace.domain.filters import Filter
    from delivery.workspace.queries import case_page
    from portingsvc.domain.states import NumberState
    from portingsvc.queries import number_page

    planner = Actor(ActorKind.PLANNER, "Bänk")
    with unit_of_work() as session:
        deep_case = _last_case(session)
        deep_number = _last_number(session)
        cases = _best(
            session,
            lambda s: _full(case_page(s, planner, Filter(), now=now, after=deep_case).lines),
            lambda s: _full(case_page(s, planner, Filter(), now=now).lines),
        )
        numbers = _best(
            session,
            lambda s: _full(number_page(s, NumberState.PORTED, after=deep_number, limit=50)),
            lambda s: _full(number_page(s, NumberState.PORTED, after=None, limit=50)),
        )
    deep, first = max(cases, numbers, key=lambda pair: pair[0] / pair[1])
    ratio = deep / first
    return _told("list_depth", deep, first, ratio, DEPTH_GOAL, ok=ratio <= DEPTH_GOAL)


def _full(lines: Any) -> None:
    assert len(lines) == 50


def _last_case(session: Session) -> Any:
    """Where the last full page of cases begins."""
    return tuple(
        session.execute(
            text(
                "SELECT sort_on, case_id FROM case_standing WHERE queue <> 'ended' "
                "ORDER BY sort_on DESC, case_id DESC OFFSET 50 LIMIT 1"
            )
        ).one()
    )


def _last_number(session: Session) -> Any:
    return tuple(
        session.execute(
            text(
                "SELECT e164, id FROM porting_number WHERE state = 'ported' "
                "ORDER BY e164 DESC, id DESC OFFSET 50 LIMIT 1"
            )
        ).one()
    )


def dashboard() -> dict[str, Any]:
    """Counting all numbers against what the top of the workspace asks, which also counts the cases. Equal sums."""
    now = million()
    from delivery.workspace.queries import dashboard as ours

    grouped = text("SELECT state, count(*) FROM porting_number GROUP BY state")
    with unit_of_work() as session:
        assert ours(session, now).numbers == dict(session.execute(grouped).all())
        left, right = _best(session, lambda s: s.execute(grouped).all(), lambda s: ours(s, now))
    ratio = left / right
    return _told("dashboard", left, right, ratio, DASHBOARD_GOAL, ok=ratio >= DASHBOARD_GOAL)


def _told(name: str, left: float, right: float, ratio: float, goal: float, *, ok: bool) -> dict[str, Any]:
    told = {"name": name, "left": round(left, 3), "right": round(right, 3)}
    return {**told, "ratio": round(ratio, 2), "goal": goal, "ok": ok}


if __name__ == "__main__":
    print(list_depth(), dashboard())
