"""What the resources of a delivery have in common as JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from infra.files import StoredFile, as_download

Limit = Annotated[int, Query(ge=1, le=200, description="How many at most.")]
Cursor = Annotated[UUID | None, Query(description="`next_cursor` of the page before.")]

_BYTES: Final = {"schema": {"type": "string", "format": "binary"}}


class Strict(BaseModel):
    """A body in which nothing unknown may stand."""

    model_config = ConfigDict(extra="forbid")


class Reason(Strict):
    """Why; it stands in the history."""

    reason: str = Field(min_length=1, max_length=500, examples=["Kortet försvann på ett tåg."])


class Asking(Strict):
    """What you want to say beside the question; it stands in the mail."""

    words: str = Field("", max_length=1000)


class Asked(BaseModel):
    """How many were asked."""

    people: int
    at: datetime


def downloads(*media_types: str) -> dict[int | str, dict[str, Any]]:
    """`responses=` of a route that answers a file."""
    return {200: {"content": dict.fromkeys(media_types, _BYTES), "description": "The file"}}


def download(stored: StoredFile) -> Response:
    """A file to be saved."""
    return as_download(stored)
