"""Python's collector of circles, told to rest while very many things are made that form none.

It looks through everything alive again and again while a large list is built, which costs a fifth of the time
and finds nothing. Other threads only keep their circles a second longer.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_resting = 0


@contextmanager
def collector_rests() -> Iterator[None]:
    """Keep the collector from running; the last of several users at once lets it go on."""
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
