"""Work out what nobody has looked at: after a new day every case may stand somewhere else."""

from __future__ import annotations

from delivery.workspace.usecases.refresh_standings import refresh_standings
from infra.clock import current
from infra.db import unit_of_work
from portingsvc.usecases.fold_tallies import fold_tallies

_AT_ONCE = 100


def watch_standings() -> None:
    """A hundred cases a unit of work until all stand right; then the tallies are folded."""
    while True:
        with unit_of_work() as session:
            if refresh_standings(session, current(session), _AT_ONCE) == 0:
                break
    with unit_of_work() as session:
        fold_tallies(session)
