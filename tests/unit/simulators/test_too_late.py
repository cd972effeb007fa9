"""NP-08: what is held up past its `Valid-Until` is taken no more, so that a look-up's "never came" stays true."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from simulators.gateway.exchange import Exchange, Refused
from simulators.gateway.script import Script


def test_a_request_is_not_taken_after_a_look_up_that_could_not_find_it() -> None:
    exchange = Exchange(virtual=False, script=Script())
    exchange.note_arrival()
    held_up_until = datetime.now(UTC) - timedelta(seconds=1)
    assert exchange.look_up("VX-1") is None
    with pytest.raises(Refused) as refused:
        exchange.accept("key", b"{}", {"dossier_id": "VX-1", "series": []}, held_up_until)
    assert (refused.value.status, refused.value.code) == (410, "TOO_LATE")
    assert exchange.look_up("VX-1") is None
    assert (exchange.books.counts["requests_received"], exchange.books.faults["stale"]) == (0, 1)
