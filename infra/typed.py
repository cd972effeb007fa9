"""What somebody typed into a form, so that a page that refuses it can show it again: bad input loses nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields of one submission, and where it was sent: a page may have several forms with equal names."""

    path: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)

    def at(self, action: str) -> bool:
        """Whether the form with this action is the one that was sent."""
        return bool(self.fields) and self.path == action

    def kept(self, action: str, name: str, default: str = "") -> str:
        """What stood in a field of the form with this action; the default for every other form."""
        return self.fields.get(name, [""])[-1] if self.at(action) else default

    def ticked(self, action: str, name: str, value: str = "yes") -> bool:
        """Whether a box of the form with this action was ticked."""
        return self.at(action) and value in self.fields.get(name, [])


async def _typed_in(request: Request) -> Typed:
    if request.method != "POST":
        return Typed()
    fields: dict[str, list[str]] = {}
    for name, value in (await request.form()).multi_items():
        if isinstance(value, str):
            fields.setdefault(name, []).append(value)
    return Typed(request.url.path, fields)


TypedDep = Annotated[Typed, Depends(_typed_in)]
