"""One change of operator and the hands of everybody in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypeVar
from uuid import UUID

import pytest
from sqlmodel import Session, select

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from infra.clock import STOCKHOLM, current, set_virtual
from infra.db import unit_of_work
from infra.transitions import Cause
from openfibre.operator_change.domain.columns import file_name, headings
from openfibre.operator_change.domain.parties import AgreementType, Party
from openfibre.operator_change.domain.reconcile import ListKind, RowStatus
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.domain.states import ProjectEvent, WaveEvent
from openfibre.operator_change.gateways.write_table import write_csv
from openfibre.operator_change.models import KoAccess, KoActivity, KoDataSet, KoDeadline, KoParty, KoWave
from openfibre.operator_change.usecases.advance import advance_project, advance_wave
from openfibre.operator_change.usecases.hand_lists import hand_list
from openfibre.operator_change.usecases.open_project import NewParty, NewProject, open_project
from openfibre.operator_change.usecases.set_wave import add_wave
from openfibre.operator_change.usecases.upload_data import Parcel, upload_data

T = TypeVar("T")
TECHNICAL_ON = date(2027, 5, 3)
STADSNAT, GAMLA_KO, NYA_KO = "Exempelstads nät AB", "Gamla Exempel-KO AB", "Nya Exempel-KO AB"
MED, MED_2, UTAN = "Bredband Exempel AB", "Tele Exempel AB", "Utan Exempel AB"
PEOPLE = {
    Party.NO: (STADSNAT, "559999-9512", "nora@exempel.se"),
    Party.AKO: (GAMLA_KO, "559999-9520", "adam@exempel.se"),
    Party.TKO: (NYA_KO, "559999-9538", "tilda@exempel.se"),
}
PROVIDERS = {
    MED: (Party.TLA, "559999-9546", "meja@exempel.se"),
    MED_2: (Party.TLA, "559999-9553", "tage@exempel.se"),
    UTAN: (Party.TLU, "559999-9561", "ulla@exempel.se"),
}
PLANNER = Actor(ActorKind.PLANNER, "Pia Planerare", roles=frozenset({Role.LEVERANSPLANERARE}))
Row = dict[str, str]


def access_row(number: int, **more: str) -> Row:
    return {
        "access_id_gammalt": f"AC-{number}",
        "switch_id": f"SW{number // 48}",
        "switch_port": f"0/{number % 48}",
        "gatunamn": "Exempelgatan",
        "gatunummer": str(number),
        "postnummer": "11122",
        "postort": "Stockholm",
        "segment": "PRIVAT",
        **more,
    }


def service_row(number: int, provider: str = MED, **more: str) -> Row:
    return {
        "access_id_gammalt": f"AC-{number}",
        "tl_namn": provider,
        "tl_referens": f"REF-{number}",
        "tjanst_gammal": "Bredband",
        **more,
    }


def migration_row(number: int, provider: str = MED, **more: str) -> Row:
    moved = {"access_id_nytt": f"NY-{number}", "tjanst_ny": "Bredband 1000"} if provider != UTAN else {}
    return {**access_row(number), **service_row(number, provider), **moved, **more}


def csv_of(content: Content, rows: list[Row], *, sensitive: bool = False) -> bytes:
    names = headings(content, sensitive=sensitive)
    return write_csv(names, [[row.get(name, "") for name in names] for row in rows])


@dataclass
class Change:
    """A project, one wave, and who may do what."""

    project_id: UUID
    wave_id: UUID = field(init=False)
    actors: dict[str, Actor] = field(default_factory=dict)

    def do(self, who: str | Actor, action: Callable[..., T], *args: Any, reason: str = "", **facts: Any) -> T:
        actor = who if isinstance(who, Actor) else self.actors[who]
        with unit_of_work() as session:
            cause = Cause(actor.kind.value, actor.name, current(session), actor.person_id, reason)
            return action(session, actor, *args, cause=cause, **facts)

    def at(self, day: date, clock: time = time(9)) -> None:
        with unit_of_work() as session:
            set_virtual(session, datetime.combine(day, clock, STOCKHOLM))

    def rows(self, model: type[T], *where: Any) -> list[T]:
        with unit_of_work() as session:
            return list(session.exec(select(model).where(*where)).all())  # type: ignore[arg-type]

    def part(self, name: str) -> UUID:
        found = self.rows(KoParty, KoParty.project_id == self.project_id)
        return next(each.id for each in found if name in (each.name, each.party.value))

    def send(
        self, who: str, content: Content, rows: list[Row], *to: Party, name: str = "", data: bytes = b""
    ) -> KoDataSet:
        parcel = Parcel(
            content, frozenset(to), name or file_name(content, "csv"), data or csv_of(content, rows)
        )
        return self.do(who, upload_data, self.wave_id, parcel)

    def hand(self, who: str, kind: ListKind, *rows: tuple[str, str, str]) -> Any:
        content = write_csv(["access_id_gammalt", "tjanst_gammal", "datum"], rows)
        return self.do(who, hand_list, self.wave_id, kind, filename="lista.csv", data=content)

    def deadline(self, rule: str) -> KoDeadline:
        return self.rows(KoDeadline, KoDeadline.rule == rule, KoDeadline.project_id == self.project_id)[0]

    def wave(self) -> KoWave:
        return self.rows(KoWave, KoWave.id == self.wave_id)[0]

    def outcomes(self) -> dict[str, RowStatus]:
        return {each.access_old: each.outcome for each in self.rows(KoAccess)}

    def todo(self, key: str) -> list[KoActivity]:
        return self.rows(KoActivity, KoActivity.activity == key)

    def step(self, event: ProjectEvent, who: str | Actor = "TKO", **facts: Any) -> Any:
        return self.do(who, advance_project, self.project_id, event, **facts)

    def wave_step(self, event: WaveEvent, who: str | Actor = "TKO", **facts: Any) -> Any:
        return self.do(who, advance_wave, self.wave_id, event, **facts)


def new_parties() -> tuple[NewParty, ...]:
    single = [NewParty(p, name, number, f"Kontakt {p}", mail) for p, (name, number, mail) in PEOPLE.items()]
    several = [
        NewParty(p, name, number, f"Kontakt {name}", mail) for name, (p, number, mail) in PROVIDERS.items()
    ]
    return (*single, *several)


def open_change(*, terms: bool = True, technical_on: date = TECHNICAL_ON, **facts: Any) -> Change:
    new = NewProject(
        **{
            "name": "Exempelstad",
            "agreement": AgreementType.TYPE_2,
            "has_migration_terms": terms,
            "migration_agreement_signed": False,
            "parties": new_parties(),
            **facts,
        }
    )
    change = Change(UUID(int=0))
    project = change.do(PLANNER, open_project, new)
    change.project_id = project.id
    change.actors["planner"] = PLANNER
    with unit_of_work() as session:
        for each in _parties(session, project.id):
            actor = Actor(ActorKind.PARTNER, f"Kontakt {each.name}", None, each.organisation_id)
            change.actors[each.name] = actor
            if each.party in PEOPLE:
                change.actors[each.party.value] = actor
    change.wave_id = change.do("TKO", add_wave, project.id, name="Centrum", technical_on=technical_on).id
    return change


def _parties(session: Session, project_id: UUID) -> list[KoParty]:
    return list(session.exec(select(KoParty).where(KoParty.project_id == project_id)).all())


@pytest.fixture
def change(clean: str) -> Change:
    assert clean
    return open_change()


@pytest.fixture
def change_two(clean: str) -> Change:
    assert clean
    return open_change(terms=False)
