"""Connected and Disconnected: handed in, compared, signed for, row by row settled (KO-04)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.clock import local_date
from infra.transitions import Cause
from kernel.errors import NOT_FOUND, REASON_REQUIRED
from openfibre.operator_change.domain import remarks
from openfibre.operator_change.domain.columns import Kind
from openfibre.operator_change.domain.deadlines import Severity
from openfibre.operator_change.domain.errors import LIST_MISSING, NOT_A_BLOCKER
from openfibre.operator_change.domain.findings import Finding, Findings
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.reconcile import (
    LIST_OWNER,
    RECEIPTS,
    ListKind,
    RowStatus,
    is_over,
)
from openfibre.operator_change.domain.values import CHECKS, BadValueError
from openfibre.operator_change.gateways.read_table import read_table
from openfibre.operator_change.models import KoAccess, KoList, KoReceipt, KoWave
from openfibre.operator_change.repository import exchange, lists, projects
from openfibre.operator_change.usecases.alarm_blocked import alarm_blocked
from openfibre.operator_change.usecases.tell import close_activity, tell

LIST_COLUMNS: Final = ("access_id_gammalt", "tjanst_gammal", "datum")
_CLOSES: Final = {ListKind.DISCONNECTED: ("8.AKO.b",), ListKind.CONNECTED: ("8.TKO.b",)}
_RECEIPT_CLOSES: Final = {
    (ListKind.DISCONNECTED, Party.AKO): "9.AKO.b",
    (ListKind.CONNECTED, Party.TKO): "9.TKO.b",
    (ListKind.CONNECTED, Party.TLA): "9.TLA.b",
}


def hand_list(
    session: Session, actor: Actor, wave_id: UUID, kind: ListKind, *, filename: str, data: bytes, cause: Cause
) -> KoList:
    """A list takes the place of the one before it. Rows with an error are not applied.

    Raises `NOT_YOUR_PART` (AKO owns Disconnected, TKO Connected), `TABLE_UNREADABLE`, `TABLE_TOO_LARGE`.
    """
    project, wave = projects.wave(session, actor, wave_id, lock=True)
    seat = projects.seat(session, actor, project.id)
    owner = seat.act(LIST_OWNER[kind])
    findings = Findings()
    count = _load(session, wave, kind, read_table(data, filename), findings)
    if count or findings.is_clean:
        lists.apply_list(session, wave.id, kind, over=is_over(wave.technical_on, local_date(cause.now)))
    made = KoList(
        wave_id=wave.id,
        kind=kind,
        party_id=owner.id,
        filename=filename[-255:],
        sha256=hashlib.sha256(data).hexdigest(),
        rows=count,
        rejected=len(findings.bad_rows - {0, 1}),
        findings=[each.stored() for each in findings.kept],
        counts=dict(findings.counts),
        by=cause.name,
        at=cause.now,
    )
    session.add(made)
    if findings.is_clean:
        for key in _CLOSES[kind]:
            close_activity(session, project, key, cause, wave=wave, party_id=owner.id)
    alarm_blocked(session, project, wave, cause)
    session.flush()
    return made


def _load(
    session: Session, wave: KoWave, kind: ListKind, rows: Iterator[tuple[int, list[str]]], findings: Findings
) -> int:
    _, heading = next(rows, (1, []))
    names = [name.strip().lower() for name in heading]
    missing = [name for name in LIST_COLUMNS if name not in names]
    findings.extend(Finding(1, name, "HEADER_MISSING") for name in missing)
    if missing:
        return 0
    places = [names.index(name) for name in LIST_COLUMNS]
    count = lists.load_list(session, _checked(rows, places, wave, kind, findings))
    twice, strange = lists.listed_twice(session), lists.not_in_wave(session, wave.id)
    findings.extend(Finding(number, LIST_COLUMNS[0], "LISTED_TWICE") for number in twice)
    findings.extend(Finding(number, LIST_COLUMNS[0], "NOT_IN_WAVE") for number in strange)
    lists.unload(session, [*twice, *strange])
    return count - len({*twice, *strange})


def _checked(
    rows: Iterator[tuple[int, list[str]]],
    places: Sequence[int],
    wave: KoWave,
    kind: ListKind,
    findings: Findings,
) -> Iterator[tuple[int, str, str, date]]:
    for number, cells in rows:
        values = [cells[place].strip() if place < len(cells) else "" for place in places]
        wrong = [
            Finding(number, name, "REQUIRED_MISSING")
            for name, value in zip(LIST_COLUMNS, values, strict=True)
            if not value
        ]
        if not wrong:
            wrong = _wrong_values(number, values, wave, kind)
        findings.extend(wrong)
        if not any(each.is_error for each in wrong):
            yield number, values[0], values[1], date.fromisoformat(values[2][:10])


def _wrong_values(number: int, values: Sequence[str], wave: KoWave, kind: ListKind) -> list[Finding]:
    for name, value, expected in zip(
        LIST_COLUMNS, values, (Kind.ACCESS_ID, Kind.TEXT, Kind.DAY), strict=True
    ):
        try:
            CHECKS[expected](value)
        except BadValueError as bad:
            return [Finding(number, name, str(bad))]
    if kind is ListKind.DISCONNECTED:
        return []
    found = remarks.on_connection(date.fromisoformat(values[2][:10]), wave.technical_on)
    return [
        Finding(
            number,
            "datum",
            "CONNECT_DATE" if each.severity is Severity.ERROR else "CONNECT_ON_DAY_OFF",
        )
        for each in found
    ]


def sign_receipt(
    session: Session,
    actor: Actor,
    wave_id: UUID,
    kind: ListKind,
    *,
    part_id: UUID | None = None,
    cause: Cause,
) -> KoReceipt:
    """Sign for a list as it stands; a provider signs for its own rows. Another list undoes the signature."""
    project, wave = projects.wave(session, actor, wave_id, lock=True)
    seat = projects.seat(session, actor, project.id)
    signers = tuple(each.party for each in RECEIPTS[project.flow] if each.kind is kind)
    part = seat.act(*signers, part_id=part_id)
    if exchange.newest_list(session, wave.id, kind) is None:
        raise LIST_MISSING.error(kind=kind.value)
    own = part.id if part.party is Party.TLA else None
    digest, rows = lists.fingerprint(session, wave.id, kind, own=own)
    for each in projects.receipts(session, wave.id):
        if (each.kind, each.party_id, each.list_hash) == (kind.value, part.id, digest):
            return each
    receipt = KoReceipt(
        wave_id=wave.id,
        kind=kind.value,
        party_id=part.id,
        list_hash=digest,
        rows=rows,
        by=cause.name,
        at=cause.now,
    )
    session.add(receipt)
    key = _RECEIPT_CLOSES.get((kind, part.party))
    if key is not None:
        close_activity(session, project, key, cause, wave=wave, party_id=part.id)
    others = tuple(
        each for each in seat.parts(*signers) if each.id != part.id and each.party is not Party.TLA
    )
    tell(session, project, others, "receipt", cause, wave=wave, kind=kind.value, rows=rows)
    session.flush()
    return receipt


def waive_row(session: Session, actor: Actor, wave_id: UUID, access_id: int, *, cause: Cause) -> KoAccess:
    """Let a row be as it is, with a reason: it then stops nobody. For the lead and the outgoing operator."""
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    project, wave = projects.wave(session, actor, wave_id, lock=True)
    projects.seat(session, actor, project.id).act(Party.TKO, Party.AKO)
    row = session.get(KoAccess, access_id)
    if row is None or row.wave_id != wave.id:
        raise NOT_FOUND.error()
    if row.outcome in (RowStatus.MATCHED, RowStatus.ENDED):
        raise NOT_A_BLOCKER.error(status=row.outcome.value)
    row.waived_reason, row.waived_by = cause.reason.strip(), cause.name
    session.flush()
    return row
