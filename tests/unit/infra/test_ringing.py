"""Bells that are asked for close together are rung together; none is missed."""

from __future__ import annotations

import time

from infra.ringing import Ringer


def until(happened: object, seconds: float = 30) -> None:
    """Wait for a thing to be so."""
    deadline = time.monotonic() + seconds
    while not happened():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_the_first_goes_at_once_and_those_that_follow_go_together() -> None:
    rung: list[str] = []
    ringer = Ringer(rung.append)
    ringer.ask("relay")
    until(lambda: rung == ["relay"])
    for _ in range(200):
        ringer.ask("relay")
        ringer.ask("mails")
    until(lambda: "mails" in rung)
    assert len(rung) < 20


def test_what_is_asked_for_while_it_is_rung_is_rung_again() -> None:
    rung: list[int] = []

    def ring(bell: str) -> None:
        rung.append(len(rung))
        if len(rung) == 1:
            ringer.ask(bell)

    ringer: Ringer[str] = Ringer(ring)
    ringer.ask("relay")
    until(lambda: len(rung) == 2)
