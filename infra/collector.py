"""Python's collector of circles: what it need not look through, and when it rests.

It looks through everything alive again and again. While a large list is built that costs a fifth of the time and
finds nothing; a server that has been made stays as it is, and looking through it costs a fifth of a small call.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_OFTEN: Final = (10_000, 20, 50)
"""How many things are made between two looks at the newest, and how many of these looks between deeper ones."""
_lock = threading.Lock()
_resting = 0


def leave_what_stays() -> None:
    """Look no more through what is alive by now. For a process that has been made ready to serve."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_OFTEN)


@contextmanager
def collector_rests() -> Iterator[None]:
    """Keep the collector from running; the last of several users at once lets it go on.

    Other threads only keep their circles a second longer.
    """
    global _resting  # noqa: PLW0603  (one collector a process, so one count)
    with _lock:
        _resting += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _resting -= 1
            if not _resting:
                gc.enable()
