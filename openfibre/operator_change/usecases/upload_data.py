"""Take in a file of the data exchange: by a way the flow allows, checked row by row (KO-03)."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.clock import local_date
from infra.files import store_file
from infra.transitions import Cause, move
from openfibre.operator_change.domain.check_rows import Frame, Provider, check_rows, read_heading
from openfibre.operator_change.domain.columns import SCHEMA_VERSION
from openfibre.operator_change.domain.errors import DATA_LOCKED, SCHEMA_VERSION_UNKNOWN
from openfibre.operator_change.domain.findings import Finding, Findings
from openfibre.operator_change.domain.freeze import Action, Window
from openfibre.operator_change.domain.parties import PROVIDERS, Party
from openfibre.operator_change.domain.routes import ROUTES, Content, Route, route
from openfibre.operator_change.domain.seat import Part, Seat
from openfibre.operator_change.domain.states import DATA_SET, DataSetEvent, DataSetState
from openfibre.operator_change.gateways.read_table import read_table
from openfibre.operator_change.models import KoDataSet, KoProject, KoWave
from openfibre.operator_change.repository import bulk, compare, exchange, projects
from openfibre.operator_change.usecases.settle import settle_mix
from openfibre.operator_change.usecases.tell import close_activity, tell

_VERSION: Final = re.compile(r"-v(\d+)\.(csv|xlsx)$", re.IGNORECASE)
_MEDIA_TYPE: Final = "application/gzip"
# What a file that was taken in whole says about the to-do list: (content, sender, receiver) → activities.
_CLOSES: Final[dict[tuple[Content, Party, Party], tuple[str, ...]]] = {
    (Content.ACCESS, Party.AKO, Party.TKO): ("5.AKO.a",),
    (Content.SERVICE, Party.AKO, Party.TKO): ("5.AKO.b",),
    (Content.SERVICE, Party.AKO, Party.TLA): ("5.AKO.b",),
    (Content.SERVICE, Party.TLA, Party.TKO): ("5.TLA.a",),
}


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file on its way: what it carries and to whom. `part_id` names the sender where it could be several."""

    content: Content
    receivers: frozenset[Party]
    filename: str
    data: bytes
    sensitive: bool = False
    part_id: UUID | None = None


def upload_data(session: Session, actor: Actor, wave_id: UUID, parcel: Parcel, *, cause: Cause) -> KoDataSet:
    """Check a file and keep what passed.

    A row with an error is rejected and never shown to the receiver; a file that holds personal data is refused
    whole and not kept, and one with errors is refused whole where a faultless one of its way already holds.
    The project is locked only once the file has been read. Raises `ROUTE_NOT_IN_FLOW`, `NOT_YOUR_PART`, `DATA_LOCKED` in the freeze,
    `SCHEMA_VERSION_UNKNOWN`, `TABLE_UNREADABLE`, `TABLE_TOO_LARGE`; nothing is stored then.
    """
    project, wave = projects.wave(session, actor, wave_id)
    seat = projects.seat(session, actor, project.id)
    sender, way = open_way(project, wave, seat, parcel, cause)
    data_set = new_data_set(project, wave, sender, parcel, cause)
    session.add(data_set)
    session.flush()
    frame = frame_of(session, project, wave, way, sender, sensitive=False)
    findings = Findings()
    _take_in(session, data_set, frame, parcel, findings)
    project, wave = projects.wave(session, actor, wave_id, lock=True)
    open_way(project, wave, seat, parcel, cause)
    if "PERSONAL_DATA" in findings.counts:
        bulk.forget_rows(session, data_set.id)
        data_set.rows = 0
    else:
        _keep_file(session, project, data_set, parcel, cause)
    _finish(session, wave, data_set, findings, frame, cause)
    if data_set.state in (DataSetState.ACCEPTED, DataSetState.FAULTY):
        _put_to_use(session, project, wave, data_set, seat, cause)
    return data_set


def open_way(
    project: KoProject, wave: KoWave, seat: Seat, parcel: Parcel, cause: Cause
) -> tuple[Part, Route]:
    """The sender's part and the way, when data may travel it now."""
    sender = _sender(project, seat, parcel)
    way = route(project.flow, parcel.content, sender.party, parcel.receivers)
    if wave.freeze_first is not None and wave.freeze_last is not None:
        window = Window(wave.freeze_first, wave.freeze_last)
        if window.refuses(Action.DATA_UPLOAD, local_date(cause.now)):
            raise DATA_LOCKED.error("file", first=window.first, last=window.last)
    match = _VERSION.search(parcel.filename)
    if match is None or int(match[1]) != SCHEMA_VERSION:
        raise SCHEMA_VERSION_UNKNOWN.error("file", version=SCHEMA_VERSION, given=parcel.filename[:100])
    return sender, way


def _sender(project: KoProject, seat: Seat, parcel: Parcel) -> Part:
    """Of several parts of one organisation, the one that may send this way; else the first, to be refused."""
    wanted = tuple(
        {
            each.sender
            for each in ROUTES
            if each.content is parcel.content
            and each.only in (None, project.flow)
            and frozenset(each.receivers) == parcel.receivers
        }
    )
    for part in seat.mine:
        if part.party in wanted and parcel.part_id in (None, part.id):
            return part
    return seat.act(*Party, part_id=parcel.part_id)


def new_data_set(project: KoProject, wave: KoWave, sender: Part, parcel: Parcel, cause: Cause) -> KoDataSet:
    """The row that tells of a file, before anything is known of it."""
    return KoDataSet(
        project_id=project.id,
        wave_id=wave.id,
        sender_id=sender.id,
        content=parcel.content,
        receivers=sorted(parcel.receivers),
        sensitive=parcel.sensitive,
        filename=parcel.filename[-255:],
        sha256=hashlib.sha256(parcel.data).hexdigest(),
        by=cause.name,
        at=cause.now,
    )


def frame_of(
    session: Session, project: KoProject, wave: KoWave, way: Route, sender: Part, *, sensitive: bool
) -> Frame:
    """What the rows of a file are checked against."""
    providers = [each for each in projects.parties(session, project.id) if each.party in PROVIDERS]
    known = {each.id: Provider(each.id, each.party, each.dhcp_at_tko) for each in providers}
    return Frame(
        way=way,
        agreement=project.agreement,
        technical_on=wave.technical_on,
        by_name={each.name.casefold(): known[each.id] for each in providers},
        by_number={each.org_number: known[each.id] for each in providers},
        brytpunkt_on=project.brytpunkt_on,
        own=sender.id if sender.party in PROVIDERS else None,
        sensitive=sensitive,
    )


def _take_in(session: Session, data_set: KoDataSet, frame: Frame, parcel: Parcel, findings: Findings) -> None:
    rows = read_table(parcel.data, parcel.filename)
    _, heading = next(rows, (1, []))
    cells, found = read_heading(heading, frame)
    findings.extend(found)
    if not findings.is_clean:
        return
    data_set.rows = bulk.store_rows(session, data_set.id, check_rows(cells, rows, frame, findings))
    bulk.analyse(session, "ko_row", data_set.rows)


def _keep_file(
    session: Session, project: KoProject, data_set: KoDataSet, parcel: Parcel, cause: Cause
) -> None:
    """The file as it came, packed: a hundred thousand rows of CSV shrink to a fifth."""
    stored = store_file(
        session,
        name=f"{data_set.filename[-250:]}.gz",
        media_type=_MEDIA_TYPE,
        content=gzip.compress(parcel.data, compresslevel=1),
        case_id=project.id,
        uploaded_by=cause.name,
        now=cause.now,
    )
    data_set.file_id = stored.id


def _finish(
    session: Session, wave: KoWave, data_set: KoDataSet, findings: Findings, frame: Frame, cause: Cause
) -> None:
    """What only the rows together show; then the verdict."""
    if data_set.rows:
        _judge_together(session, wave, data_set, findings, frame)
    data_set.rejected = len(findings.bad_rows - {0, 1})
    data_set.findings = [each.stored() for each in findings.kept]
    data_set.counts = dict(findings.counts)
    if findings.is_clean and data_set.rows:
        event = DataSetEvent.ACCEPT
    else:
        event = DataSetEvent.REJECT_ROWS if _is_of_use(session, data_set) else DataSetEvent.REFUSE
        if event is DataSetEvent.REFUSE:
            bulk.forget_rows(session, data_set.id)
            data_set.rows = 0
    move(session, data_set, DATA_SET, event, cause.as_role("system"))


def _is_of_use(session: Session, data_set: KoDataSet) -> bool:
    """Whether a file with errors is better than none: not where a faultless one of its way holds."""
    earlier = exchange.superseded_by(session, data_set)
    return data_set.rows > 0 and not any(each.state is DataSetState.ACCEPTED for each in earlier)


def _judge_together(
    session: Session, wave: KoWave, data_set: KoDataSet, findings: Findings, frame: Frame
) -> None:
    content = frame.way.content
    bad = [("ACCESS_DUPLICATE", "access_id_gammalt", bulk.duplicate_accesses(session, data_set.id))]
    if content is Content.ACCESS:
        bad.append(("PORT_DUPLICATE", "switch_port", bulk.duplicate_ports(session, data_set.id)))
    if content is Content.MIGRATION:
        sources = sources_of(session, wave)
        bad += [(q.code, q.column, rows) for q, rows in compare.faults(session, data_set.id, sources)]
        for access in compare.missing_accesses(session, data_set.id, sources):
            findings.add(Finding(0, "access_id_gammalt", "OLD_ID_MISSING", {"access": access}))
    wrong: set[int] = set()
    for code, column, numbers in bad:
        findings.extend(Finding(number, column, code) for number in numbers)
        wrong.update(numbers)
    if wrong:
        bulk.drop_rows(session, data_set.id, wrong)
        data_set.rows -= len(wrong)


def sources_of(session: Session, wave: KoWave) -> compare.Sources:
    """What the cross-reference of a wave is compared with: AKO's access data, and what reached the TKO."""
    access = exchange.live(session, wave.id, Content.ACCESS, Party.AKO, Party.TKO)
    service = exchange.live(session, wave.id, Content.SERVICE, Party.AKO, Party.TKO)
    service += exchange.live(session, wave.id, Content.SERVICE, Party.TLA, Party.TKO)
    return compare.Sources([each.id for each in access], [each.id for each in service])


def _put_to_use(
    session: Session, project: KoProject, wave: KoWave, data_set: KoDataSet, seat: Seat, cause: Cause
) -> None:
    for earlier in exchange.superseded_by(session, data_set):
        move(session, earlier, DATA_SET, DataSetEvent.SUPERSEDE, cause.as_role("system"))
        bulk.forget_rows(session, earlier.id)
    sender = next(part for part in seat.all if part.id == data_set.sender_id)
    if data_set.content is Content.SERVICE:
        bulk.lay_up_accesses(session, wave.id, data_set.id, data_set.rows)
    if data_set.content is Content.MIGRATION:
        bulk.take_new_ids(session, wave.id, data_set.id)
    session.flush()
    settle_mix(session, project, wave, cause)
    receivers = _who_receives(session, wave, data_set, seat)
    tell(session, project, receivers, "data_came", cause, wave=wave, content=data_set.content.value)
    if data_set.state is DataSetState.ACCEPTED:
        for receiver in data_set.receivers:
            for key in _CLOSES.get((data_set.content, sender.party, Party(receiver)), ()):
                close_activity(session, project, key, cause, wave=wave, party_id=sender.id)


def _who_receives(session: Session, wave: KoWave, data_set: KoDataSet, seat: Seat) -> tuple[Part, ...]:
    """The receivers that something in the file is for."""
    parts = seat.parts(*(Party(each) for each in data_set.receivers))
    concerned = bulk.providers_in(session, data_set.id) or bulk.providers_of_wave(session, wave.id)
    return tuple(part for part in parts if part.party not in PROVIDERS or part.id in concerned)
