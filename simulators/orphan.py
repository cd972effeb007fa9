"""A simulator that was started by the product ends with it, also when the product was killed without a word."""

from __future__ import annotations

import os
import threading
import time
from typing import Final

PARENT: Final = "SIMULATOR_PARENT_PID"
_LOOK_EVERY_SECONDS: Final = 0.3


def end_with_parent() -> None:
    """Watch the parent, if one is named, and end when it is gone."""
    parent = os.environ.get(PARENT, "")
    if parent:
        threading.Thread(target=_watch, args=(int(parent),), daemon=True, name="parent-watch").start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY_SECONDS)
    os._exit(0)
