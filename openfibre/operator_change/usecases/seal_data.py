"""The protected profile: customers' data sealed for each receiver, fetched by a link that ends (KO-03, GDPR).

Nothing of it is kept in the open: the file is checked in memory, split by receiver, sealed with each one's
age key, and only the sealed parts are stored, until the project has been closed for a time.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from infra.transitions import Cause, move
from kernel.errors import NOT_FOUND
from openfibre.operator_change.domain.check_rows import CheckedRow, check_rows, read_heading
from openfibre.operator_change.domain.columns import COLUMNS, PLAIN, file_name
from openfibre.operator_change.domain.errors import RECIPIENT_KEY_MISSING, SEALED_GONE
from openfibre.operator_change.domain.findings import Findings
from openfibre.operator_change.domain.parties import PROVIDERS
from openfibre.operator_change.domain.states import DATA_SET, DataSetEvent
from openfibre.operator_change.gateways.read_table import read_table
from openfibre.operator_change.gateways.seal import seal
from openfibre.operator_change.gateways.write_table import write_csv
from openfibre.operator_change.models import (
    KoDataSet,
    KoParty,
    KoProject,
    KoSealedFetch,
    KoSealedFile,
    KoSealedLink,
    KoWave,
)
from openfibre.operator_change.repository import projects
from openfibre.operator_change.usecases.tell import tell
from openfibre.operator_change.usecases.upload_data import Parcel, frame_of, new_data_set, open_way

LINK_LIFETIME: Final = timedelta(hours=24)
KEPT_AFTER_CLOSURE: Final = timedelta(days=90)
_PERSONAL: Final = [column.name for column in COLUMNS if column.sensitive]
_HEADING: Final = [column.name for column in PLAIN] + _PERSONAL


def upload_sealed(
    session: Session, actor: Actor, wave_id: UUID, parcel: Parcel, *, cause: Cause
) -> KoDataSet:
    """Check, split, seal. Raises as `upload_data`, and `RECIPIENT_KEY_MISSING` naming who has no key."""
    project, wave = projects.wave(session, actor, wave_id, lock=True)
    seat = projects.seat(session, actor, project.id)
    parcel = replace(parcel, sensitive=True)
    sender, way = open_way(project, wave, seat, parcel, cause)
    findings = Findings()
    frame = frame_of(session, project, wave, way, sender, sensitive=True)
    rows = read_table(parcel.data, parcel.filename)
    _, heading = next(rows, (1, []))
    cells, found = read_heading(heading, frame)
    findings.extend(found)
    passed = list(check_rows(cells, rows, frame, findings)) if findings.is_clean else []
    parts = _split(session, project, wave, parcel, passed)
    data_set = new_data_set(project, wave, sender, parcel, cause)
    data_set.rows, data_set.rejected = len(passed), len(findings.bad_rows - {0, 1})
    data_set.findings = [each.stored() for each in findings.kept]
    data_set.counts = dict(findings.counts)
    session.add(data_set)
    session.flush()
    event = DataSetEvent.REJECT_ROWS if passed else DataSetEvent.REFUSE
    move(
        session,
        data_set,
        DATA_SET,
        DataSetEvent.ACCEPT if passed and findings.is_clean else event,
        cause.as_role("system"),
    )
    for party, own in parts:
        _store(session, data_set, party, own, cause.now)
    receivers = {party.id for party, _ in parts}
    who = tuple(part for part in seat.all if part.id in receivers)
    tell(session, project, who, "sealed", cause, wave=wave)
    return data_set


def _split(
    session: Session, project: KoProject, wave: KoWave, parcel: Parcel, rows: Sequence[CheckedRow]
) -> list[tuple[KoParty, list[CheckedRow]]]:
    """The rows of each receiver: a provider's own, everybody else's all."""
    del wave
    parts = []
    for party in projects.parties(session, project.id):
        if party.party not in parcel.receivers:
            continue
        own = [
            row
            for row in rows
            if party.party not in PROVIDERS or (row.provider is not None and row.provider.id == party.id)
        ]
        if own:
            parts.append((party, own))
    keyless = [party.name for party, _ in parts if not party.age_recipient]
    if keyless:
        raise RECIPIENT_KEY_MISSING.error("file", listed=", ".join(keyless))
    return parts


def _store(
    session: Session, data_set: KoDataSet, party: KoParty, rows: Sequence[CheckedRow], now: datetime
) -> None:
    content = seal(write_csv(_HEADING, (_whole(row) for row in rows)), party.age_recipient)
    session.add(
        KoSealedFile(
            data_set_id=data_set.id,
            party_id=party.id,
            name=file_name(data_set.content, "csv.age", sensitive=True),
            content=content,
            sha256=hashlib.sha256(content).hexdigest(),
            age_recipient=party.age_recipient,
            rows=len(rows),
            at=now,
        )
    )


def _whole(row: CheckedRow) -> list[str | None]:
    personal = dict(each.split("=", 1) for each in row.personal)
    return [*row.values, *(personal.get(name) for name in _PERSONAL)]


@dataclass(frozen=True, slots=True)
class MadeLink:
    """A link as it is shown, once."""

    token: str
    expires_at: datetime


def make_link(session: Session, actor: Actor, sealed_id: UUID, *, cause: Cause) -> MadeLink:
    """A link for the receiver, good for a day. Raises `NOT_FOUND`, `SEALED_GONE` once purged."""
    sealed, _ = _own(session, actor, sealed_id)
    if sealed.content is None:
        raise SEALED_GONE.error()
    token = secrets.token_urlsafe(32)
    expires_at = cause.now + LINK_LIFETIME
    session.add(
        KoSealedLink(
            sealed_id=sealed.id,
            token_sha256=_digest(token),
            expires_at=expires_at,
            by=cause.name,
            at=cause.now,
        )
    )
    return MadeLink(token, expires_at)


def _own(session: Session, actor: Actor, sealed_id: UUID) -> tuple[KoSealedFile, KoProject]:
    """A sealed file for its receiver only; staff and senders have no part in it."""
    sealed = session.get(KoSealedFile, sealed_id)
    data_set = session.get(KoDataSet, sealed.data_set_id) if sealed else None
    if sealed is None or data_set is None:
        raise NOT_FOUND.error()
    project = projects.project(session, actor, data_set.project_id)
    if sealed.party_id not in projects.seat(session, actor, project.id).own:
        raise NOT_FOUND.error()
    return sealed, project


def fetch_sealed(session: Session, actor: Actor, token: str, *, cause: Cause) -> KoSealedFile | None:
    """The sealed file of a link, logged either way. None when the link has ended; `NOT_FOUND` when foreign."""
    link = session.exec(select(KoSealedLink).where(col(KoSealedLink.token_sha256) == _digest(token))).first()
    if link is None:
        raise NOT_FOUND.error()
    sealed, _ = _own(session, actor, link.sealed_id)
    good = link.expires_at >= cause.now and sealed.content is not None
    session.add(
        KoSealedFetch(
            sealed_id=sealed.id,
            by=cause.name,
            person_id=cause.person_id,
            outcome="fetched" if good else "expired",
            at=cause.now,
        )
    )
    return sealed if good else None


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def purge(session: Session, project: KoProject, closed_at: datetime, now: datetime) -> int:
    """Empty the sealed files of a project that has been closed long enough. Returns how many."""
    if now < closed_at + KEPT_AFTER_CLOSURE:
        return 0
    sets = select(KoDataSet.id).where(KoDataSet.project_id == project.id)
    found = session.exec(
        select(KoSealedFile).where(
            col(KoSealedFile.data_set_id).in_(sets), col(KoSealedFile.content).is_not(None)
        )
    ).all()
    for sealed in found:
        sealed.content, sealed.purged_at = None, now
    return len(found)
