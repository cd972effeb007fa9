"""Where a developer begins: the quick start, with this installation's own address."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from starlette.responses import Response

from infra.routing import Router
from infra.settings import get_settings
from partners.pages.desk import DeskDep

router = Router()
GUIDE: Final = Path(__file__).parents[2] / "docs" / "quickstart.md"
STEPS: Final = (
    "prepare",
    "token",
    "refusal",
    "case",
    "webhook",
    "port",
    "clock",
    "events",
    "stream",
    "deliveries",
)
_BLOCK: Final = re.compile(r"^```bash\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_THERE: Final = "http://127.0.0.1:8000"


@cache
def commands() -> tuple[str, ...]:
    """The commands of `docs/quickstart.md`, step by step, as they stand there."""
    return tuple(_BLOCK.findall(GUIDE.read_text(encoding="utf-8")))


@router.get("")
def start(desk: DeskDep) -> Response:
    """The first afternoon, step by step."""
    here = get_settings().public_url
    steps = [(name, block.replace(_THERE, here)) for name, block in zip(STEPS, commands(), strict=True)]
    return desk.show("start", steps=steps, here=here)
