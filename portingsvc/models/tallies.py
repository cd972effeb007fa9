"""How many numbers there are in each state, kept by the transactions that change them."""

from __future__ import annotations

from sqlmodel import Field, SQLModel

from infra.columns import sequence_id


class NumberTally(SQLModel, table=True):
    """A change of how many numbers stand in a state; the sum of all rows is the count.

    Triggers on `porting_number` write one row a statement and state, so that writers never wait for each
    other; `fold_tallies` makes few of many.
    """

    __tablename__ = "number_tally"

    id: int = sequence_id()
    state: str = Field(max_length=40)
    change: int
