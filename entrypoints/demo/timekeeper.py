"""Moves the virtual clock of the product and of the gateway together, and waits until all is quiet."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import text

from infra.clock import STOCKHOLM, current, set_virtual
from infra.db import get_engine, unit_of_work
from kernel.workdays import add_workdays

if TYPE_CHECKING:
    from simulators.gateway.process import GatewayProcess

_PATIENCE_SECONDS: Final = 180.0
_PAUSE: Final = 0.03
# Nothing under way: no request due or unsettled, no message waiting, no event unplaced or unhandled, no mail due.
_UNDER_WAY: Final = text(
    """
    SELECT (SELECT count(*) FROM porting_attempt a JOIN porting_order o ON o.id = a.order_id
            WHERE a.state IN ('sending', 'in_doubt')
               OR (a.state = 'planned' AND o.state = 'ready' AND a.due_at <= :now))
         + (SELECT count(*) FROM gateway_message WHERE handled_at IS NULL OR confirmed_at IS NULL)
         + (SELECT count(*) FROM outbox_event WHERE handled_at IS NULL AND parked_at IS NULL)
         + (SELECT count(*) FROM outgoing_mail WHERE sent_at IS NULL AND failed_at IS NULL)
    """
)


class Timekeeper:
    """Six weeks in under a minute: the clock is the only thing that is not as it would be."""

    def __init__(self, gateway: GatewayProcess) -> None:
        self.gateway = gateway

    def now(self) -> datetime:
        with unit_of_work() as session:
            return current(session)

    def go_to(self, instant: datetime) -> None:
        """Set the clock and wait until everything that this set off is done."""
        with unit_of_work() as session:
            set_virtual(session, instant)
        self.gateway.set_clock(instant)
        self.settle()

    def next_workday(self, days: int = 1, hour: int = 9) -> None:
        """Nine in the morning, some working days on."""
        day = add_workdays(self.now().astimezone(STOCKHOLM).date(), days)
        self.go_to(datetime(day.year, day.month, day.day, hour, tzinfo=STOCKHOLM))

    def to_day(self, day: date, hour: int = 9) -> None:
        """Week by week to a day, so that what falls due on the way happens before it."""
        while (following := self.now().astimezone(STOCKHOLM).date() + timedelta(weeks=1)) < day:
            self.go_to(datetime(following.year, following.month, following.day, 9, tzinfo=STOCKHOLM))
        self.go_to(datetime(day.year, day.month, day.day, hour, tzinfo=STOCKHOLM))

    def settle(self) -> None:
        """Wait until nothing is under way and the gateway has nothing unread. Raises `TimeoutError`."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        quiet = 0
        while quiet < 2:  # noqa: PLR2004  (twice, for news that was just then on its way)
            if time.monotonic() > deadline:
                raise TimeoutError("something is still under way after three minutes")
            quiet = quiet + 1 if self._is_quiet() else 0
            time.sleep(_PAUSE)

    def _is_quiet(self) -> bool:
        with get_engine().connect() as connection:
            under_way = connection.scalar(_UNDER_WAY, {"now": self.now()})
            read = connection.scalar(text("SELECT coalesce(max(position), 0) FROM gateway_cursor"))
        return not under_way and self.gateway.visible_messages() <= int(read or 0)
