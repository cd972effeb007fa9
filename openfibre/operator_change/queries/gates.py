"""What a step still lacks, read from the facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from sqlmodel import Session

from infra.clock import local_date
from openfibre.operator_change.domain.freeze import CONFIRMED_BY
from openfibre.operator_change.domain.gates import Lack, asked, lack
from openfibre.operator_change.domain.parties import SINGLE, Party
from openfibre.operator_change.domain.reconcile import RECEIPTS, ListKind, is_over
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.domain.states import ProjectEvent, ProjectState, WaveEvent, WaveState
from openfibre.operator_change.models import KoContact, KoParty, KoProject, KoWave
from openfibre.operator_change.repository import bulk, exchange, lists, projects

_STEP_6: Final = ("6.NO.a", "6.TKO.a", "6.TLA.a")
_STEP_7: Final = ("7.NO.a", "7.TKO.a", "7.TLA.a", "7.TLU.a")
_FINAL_BILLS: Final = ("9.AKO.a", "8.TLU.b")
PLAN, COMMUNICATION = "projektplan", "kommunikationsplan"
_SUPPORT: Final = {Party.NO: "ko_avtal", Party.TKO: "2_line", Party.TLA: "1_line"}


class _Facts:
    """One look at a project, or at one of its waves."""

    def __init__(
        self, session: Session, project: KoProject, now: datetime, wave: KoWave | None = None
    ) -> None:
        self.session, self.project, self.now = session, project, now
        self._wave = wave
        self.parties = projects.parties(session, project.id)

    @property
    def wave(self) -> KoWave:
        if self._wave is None:
            raise RuntimeError("a question about a wave was asked of a project")
        return self._wave

    def of(self, *sorts: Party) -> list[KoParty]:
        return [each for each in self.parties if each.party in sorts]

    def has_parties(self) -> bool:
        return {each.party for each in self.parties} >= set(SINGLE)

    def agreed(self, kind: str, *sorts: Party) -> bool:
        yes = {c.party_id for d, c in projects.consents(self.session, self.project.id) if d.kind == kind}
        return bool(yes) and {each.id for each in self.of(*sorts)} <= yes

    def contacts(self, *kinds: tuple[Party, str]) -> bool:
        rows = projects.of_project(self.session, KoContact, self.project.id)
        held = {(row.party_id, row.kind) for row in rows}
        anyone = {row.party_id for row in rows}
        return all(
            each.id in anyone if not kind else (each.id, kind) in held
            for sort, kind in kinds
            for each in self.of(sort)
        )

    def done(self, *keys: str, of_wave: bool = True) -> bool:
        wave_id = self.wave.id if of_wave else None
        return not projects.open_activities(self.session, self.project.id, *keys, wave_id=wave_id)

    def faultless(self, content: Content, sender: Party, receiver: Party) -> bool:
        found = exchange.live(self.session, self.wave.id, content, sender, receiver, only_faultless=True)
        return bool(found)

    def forwarded(self) -> bool:
        """Flow II: every provider with agreement that has services here has sent them on."""
        sets = exchange.live(
            self.session, self.wave.id, Content.SERVICE, Party.TLA, Party.TKO, only_faultless=True
        )
        senders = {each.sender_id for each in sets}
        concerned = bulk.providers_of_wave(self.session, self.wave.id)
        owing = {each.id for each in self.of(Party.TLA)} & concerned
        return bool(owing) and owing <= senders

    def frozen(self) -> bool:
        words = {each.party_id for each in projects.freeze_words(self.session, self.wave)}
        asked_of = {each.id for each in self.of(*CONFIRMED_BY, Party.TLA)}
        return self.wave.freeze_first is not None and asked_of <= words

    def waves_closed(self) -> bool:
        waves = projects.waves(self.session, self.project.id)
        return bool(waves) and all(each.state is WaveState.CLOSED for each in waves)

    def cut_over_passed(self) -> bool:
        day = self.project.brytpunkt_on
        return day is not None and local_date(self.now) >= day


_ANSWERS: Final[dict[str, Callable[[_Facts], bool]]] = {
    "parties": _Facts.has_parties,
    "signed_on": lambda at: at.project.signed_on is not None,
    "started_on": lambda at: at.project.started_on is not None,
    "project_plan": lambda at: at.agreed(PLAN, Party.AKO, Party.TKO),
    "communication_plan": lambda at: at.agreed(COMMUNICATION, Party.NO, Party.TKO, Party.TLA),
    "contacts": lambda at: at.contacts((Party.NO, ""), (Party.AKO, ""), (Party.TKO, "")),
    "wave": lambda at: bool(projects.waves(at.session, at.project.id)),
    "brytpunkt": lambda at: at.project.brytpunkt_on is not None,
    "project_open": lambda at: at.project.state is ProjectState.MIGRATING,
    "access_data": lambda at: at.faultless(Content.ACCESS, Party.TKO, Party.TLA),
    "service_data": lambda at: at.faultless(Content.SERVICE, Party.AKO, Party.TKO),
    "forwarded": _Facts.forwarded,
    "changes": lambda at: at.done(*_STEP_6),
    "migration_data": lambda at: at.faultless(Content.MIGRATION, Party.TKO, Party.TLA),
    "cross_reference": lambda at: at.wave.cross_reference_at is not None,
    "informed": lambda at: at.done(*_STEP_7) and not at.wave.informed_again_needed,
    "freeze": _Facts.frozen,
    "day_after": lambda at: is_over(at.wave.technical_on, local_date(at.now)),
    "waves_closed": _Facts.waves_closed,
    "brytpunkt_passed": _Facts.cut_over_passed,
    "final_bills": lambda at: at.done(*_FINAL_BILLS, of_wave=False),
    "support_contacts": lambda at: at.contacts(*_SUPPORT.items()),
}


def project_lacks(session: Session, project: KoProject, event: ProjectEvent, now: datetime) -> list[Lack]:
    """What an event of the project still lacks."""
    facts = _Facts(session, project, now)
    return [lack(key) for key in asked(event, project.flow) if not _ANSWERS[key](facts)]


def wave_lacks(
    session: Session, project: KoProject, wave: KoWave, event: WaveEvent, now: datetime
) -> list[Lack]:
    """What an event of a wave still lacks: receipts by name, rows by number."""
    facts = _Facts(session, project, now, wave)
    found = []
    for key in asked(event, project.flow):
        if key == "receipts":
            who = missing_receipts(session, project, wave)
            found += [lack(key, who=", ".join(who))] if who else []
        elif key == "blockers":
            count = lists.open_blockers(session, wave.id)
            found += [lack(key, count=count)] if count else []
        elif not _ANSWERS[key](facts):
            found.append(lack(key))
    return found


def missing_receipts(session: Session, project: KoProject, wave: KoWave) -> list[str]:
    """Receipts that are not there for the lists as they now stand: `Connected AKO`, `Connected TL AB`."""
    given = {(each.kind, each.party_id, each.list_hash) for each in projects.receipts(session, wave.id)}
    parties = projects.parties(session, project.id)
    concerned = bulk.providers_of_wave(session, wave.id)
    whole = {kind: lists.fingerprint(session, wave.id, kind)[0] for kind in ListKind}
    missing = []
    for receipt in RECEIPTS[project.flow]:
        for part in parties:
            if part.party is not receipt.party or (receipt.each and part.id not in concerned):
                continue
            wanted = whole[receipt.kind]
            if receipt.each:
                wanted = lists.fingerprint(session, wave.id, receipt.kind, own=part.id)[0]
            if (receipt.kind.value, part.id, wanted) not in given:
                name = part.name if receipt.each else part.party.value
                missing.append(f"{receipt.kind} {name}")
    return missing
