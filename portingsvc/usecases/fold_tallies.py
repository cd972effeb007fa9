"""Keep the tally of numbers short: many rows of change become one a state."""

from __future__ import annotations

from sqlalchemy import text
from sqlmodel import Session


def fold_tallies(session: Session) -> None:
    """The sums stay the same at every instant: rows go and their sum comes in one statement."""
    session.execute(
        text(
            """
            WITH gone AS (DELETE FROM number_tally RETURNING state, change)
            INSERT INTO number_tally (state, change)
            SELECT state, sum(change) FROM gone GROUP BY state HAVING sum(change) <> 0
            """
        )
    )
