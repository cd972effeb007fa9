"""A link to one repair: good until its deadline, for the person it was mailed to, and for nothing else (CU-07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from infra.signed_links import read

PURPOSE: Final = "repair"


@dataclass(frozen=True, slots=True)
class RepairKey:
    """What a link opens, for whom, until when."""

    repair_id: UUID
    person_id: UUID
    until: datetime


def key_of(token: str) -> RepairKey | None:
    """The key of a link that we mailed, expired or not; none for any other."""
    signed = read(PURPOSE, token)
    if signed is None:
        return None
    repair, _, person = signed.subject.partition("/")
    return RepairKey(UUID(repair), UUID(person), signed.until)
