"""Bells are rung by a thread of their own: no request waits for the broker, and one ring does for all who asked meanwhile."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

Bell = TypeVar("Bell", bound=Hashable)
_GATHER_SECONDS: Final = 0.05
"""The first ring goes at once; those of the next moments go together. To ring costs as much as a third of a call."""


class Ringer(Generic[Bell]):
    """Takes bells without waiting and rings them in the order they came, each once however often it was asked for.

    A bell that is asked for while it is being rung is rung again: what was committed since may not be missed.
    """

    def __init__(self, ring: Callable[[Bell], None]) -> None:
        self._ring = ring
        self._asked: Final[dict[Bell, None]] = {}
        self._changed = threading.Condition()
        self._process = 0

    def ask(self, bell: Bell) -> None:
        """Have it rung soon."""
        with self._changed:
            self._asked[bell] = None
            if self._process != os.getpid():  # also after a fork, which takes no threads along
                self._process = os.getpid()
                threading.Thread(target=self._work, name="ringer", daemon=True).start()
            self._changed.notify()

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._asked:
                    self._changed.wait()
                bells = list(self._asked)
                self._asked.clear()
            for bell in bells:
                self._ring(bell)
            time.sleep(_GATHER_SECONDS)
