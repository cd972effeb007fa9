"""Projects: flows and agreements that change, steps that wait, what each use case keeps and refuses (KO-01)."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import col

from infra.outbox import OutboxEvent
from infra.transitions import StateHistory
from kernel.errors import DomainError
from openfibre.operator_change.domain.parties import Flow, Party
from openfibre.operator_change.domain.reconcile import ListKind
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.domain.states import ProjectEvent, ProjectState, WaveEvent, WaveState
from openfibre.operator_change.models import KoActivity, KoContact, KoMessage, KoProject
from openfibre.operator_change.queries.board import project_view
from openfibre.operator_change.queries.reconciliation import reconciliation
from openfibre.operator_change.usecases.complete_activity import complete_activity, waive_activity
from openfibre.operator_change.usecases.correspond import erase_contact, name_contact
from openfibre.operator_change.usecases.open_project import (
    NewParty,
    add_party,
    change_agreement,
    change_flow,
)
from openfibre.operator_change.usecases.set_wave import add_wave
from openfibre.operator_change.usecases.watch_projects import watch_projects

from .conftest import MED, MED_2, PEOPLE, UTAN, Change, new_parties, open_change, service_row

EVERY_TL = (Party.TLA, Party.TLU)


def refused(change: Change, *args, **facts) -> str:
    with pytest.raises(DomainError) as refusal:
        change.do(*args, **facts)
    return refusal.value.code


def project(change: Change) -> KoProject:
    return change.rows(KoProject, KoProject.id == change.project_id)[0]


def keys(change: Change, who: str) -> list[str]:
    rows = change.rows(KoActivity, KoActivity.party_id == change.part(who))
    return sorted(each.activity for each in rows)


@pytest.mark.parametrize(
    ("terms", "signed", "flow"), [(True, False, Flow.I), (False, True, Flow.I), (False, False, Flow.II)]
)
def test_10_a_project_runs_in_the_flow_that_follows(
    clean: str, terms: bool, signed: bool, flow: Flow
) -> None:
    change = open_change(terms=terms, migration_agreement_signed=signed)
    assert project(change).flow is flow
    laid = {each.activity for each in change.rows(KoActivity)}
    assert len(laid) == (53 if flow is Flow.I else 54)
    assert ("5.TLA.a" in laid) is (flow is Flow.II)


def test_the_flow_may_change_until_data_moves(change_two: Change) -> None:
    change = change_two
    change.do("TKO", change_flow, change.project_id, migration_agreement_signed=True)
    assert project(change).flow is Flow.I
    assert "5.TLA.a" not in keys(change, MED)
    change.do("NO", change_flow, change.project_id, migration_agreement_signed=False)
    assert keys(change, MED).count("5.TLA.a") == 1
    change.send("AKO", Content.SERVICE, [service_row(1)], *EVERY_TL)
    args = ("TKO", change_flow, change.project_id)
    assert refused(change, *args, migration_agreement_signed=True) == "FLOW_SETTLED"


def test_a_provider_that_signs_gets_the_list_of_one_that_has(change: Change) -> None:
    part = change.part(UTAN)
    assert "8.TLU.b" in keys(change, UTAN)
    change.do("TKO", change_agreement, change.project_id, part, has_agreement=True)
    assert "9.TLA.b" in keys(change, UTAN)
    assert not [key for key in keys(change, UTAN) if ".TLU." in key]
    told = change.rows(KoMessage, KoMessage.code == "agreement")
    assert [each.party_id for each in told] == [change.part("AKO")]
    assert (
        refused(change, "AKO", change_agreement, change.project_id, part, has_agreement=False)
        == "NOT_YOUR_PART"
    )


def test_steps_wait_for_what_they_ask_and_the_history_says_who_went_on_regardless(change: Change) -> None:
    assert project(change).state is ProjectState.PREP
    with pytest.raises(DomainError) as refusal:
        change.step(ProjectEvent.SIGN)
    assert refusal.value.facts["lacking"] == ["signed_on"]
    assert "avtalsdatum" in refusal.value.detail("sv")
    assert "the date of the agreement" in refusal.value.detail("en")
    change.step(ProjectEvent.SIGN, day=date(2027, 1, 4))
    assert {each.due_on for each in change.todo("2.NO.a")} == {date(2027, 1, 12)}
    change.step(ProjectEvent.START, day=date(2027, 1, 11))
    with pytest.raises(DomainError):
        change.step(ProjectEvent.AGREE_PLAN, regardless=True)
    change.step(ProjectEvent.AGREE_PLAN, regardless=True, reason="planen finns på papper")
    kept = change.rows(StateHistory, col(StateHistory.event) == "agree_plan")[0]
    assert kept.reason == "planen finns på papper"
    assert kept.facts["regardless_of"] == ["project_plan", "communication_plan", "contacts"]
    assert refused(change, MED, act, ProjectEvent.MIGRATE) == "NOT_YOUR_PART"


def act(session, actor, event, *, cause):
    from sqlmodel import select

    from openfibre.operator_change.usecases.advance import advance_project

    return advance_project(session, actor, session.exec(select(KoProject)).one().id, event, cause=cause)


def test_a_wave_closes_only_with_receipts_and_settled_rows(change: Change) -> None:
    change.send("AKO", Content.SERVICE, [service_row(1)], *EVERY_TL)
    for event in list(WaveEvent)[:-1]:
        change.wave_step(event, regardless=True, reason="övning")
    with pytest.raises(DomainError) as refusal:
        change.wave_step(WaveEvent.CLOSE)
    assert refusal.value.facts["lacking"] == ["receipts", "blockers"]
    assert change.wave().state is WaveState.HANDOVER
    change.wave_step(WaveEvent.CLOSE, regardless=True, reason="övning")
    with pytest.raises(DomainError) as closed:
        change.send("AKO", Content.SERVICE, [service_row(1)], *EVERY_TL)
    assert closed.value.code == "WAVE_CLOSED"


def test_activities_are_their_partys_own(change: Change) -> None:
    mine = next(each for each in change.todo("8.AKO.a"))
    assert refused(change, "TKO", complete_activity, change.project_id, mine.id) == "NOT_YOUR_PART"
    assert refused(change, MED, complete_activity, change.project_id, mine.id) == "NOT_FOUND"
    change.do("AKO", complete_activity, change.project_id, mine.id)
    change.do("AKO", complete_activity, change.project_id, mine.id)
    assert change.todo("8.AKO.a")[0].done_by.startswith("Kontakt")
    other = change.todo("8.AKO.c")[0]
    assert refused(change, "AKO", waive_activity, change.project_id, other.id) == "REASON_REQUIRED"
    change.do("TKO", waive_activity, change.project_id, other.id, reason="TL kopplar ned själva")
    assert change.todo("8.AKO.c")[0].waived_reason == "TL kopplar ned själva"


def test_information_by_all_meets_the_deadline_on_the_last_day(change: Change) -> None:
    change.at(date(2027, 4, 1))
    for key in ("7.NO.a", "7.TKO.a", "7.TLA.a", "7.TLU.a"):
        for row in change.todo(key):
            assert change.deadline("D4").met_on is None
            change.do("planner", complete_activity, change.project_id, row.id)
    assert change.deadline("D4").met_on == date(2027, 4, 1)


def test_parties_are_entered_once_and_with_real_numbers(change: Change) -> None:
    again = next(each for each in new_parties() if each.name == MED)
    assert refused(change, "TKO", add_party, change.project_id, again) == "PROVIDER_TWICE"
    second = NewParty(Party.AKO, "Annan KO", "559999-9579", "Kim", "kim@exempel.se")
    assert refused(change, "TKO", add_party, change.project_id, second) == "PROVIDER_TWICE"
    odd = NewParty(Party.TLA, "Udda AB", "559999-9570", "Kim", "kim@exempel.se")
    assert refused(change, "TKO", add_party, change.project_id, odd) == "NOT_AN_ORG_NUMBER"
    mail = NewParty(Party.TLA, "Udda AB", "559999-9579", "Kim", "ingen adress")
    assert refused(change, "TKO", add_party, change.project_id, mail) == "EMAIL_NOT_USABLE"


def test_an_organisation_may_have_two_parts(clean: str) -> None:
    name, number, _ = PEOPLE[Party.NO]
    parties = tuple(
        NewParty(Party.AKO, name, number, "Adam", "adam@exempel.se") if each.party is Party.AKO else each
        for each in new_parties()
    )
    change = open_change(parties=parties)
    with_both = change.actors["AKO"]
    view = change.do(with_both, lambda s, a, cause: project_view(s, a, change.project_id, now=cause.now))
    assert {part.party for part in view.seat.mine} == {Party.NO, Party.AKO}


def test_each_wave_has_its_own_dates(change: Change) -> None:
    change.do("TKO", add_wave, change.project_id, name="Norr", technical_on=date(2027, 9, 6))
    view = change.do("TKO", lambda s, a, cause: project_view(s, a, change.project_id, now=cause.now))
    d3 = {each.wave_number: each.raw for each in view.deadlines if each.rule == "D3"}
    assert d3 == {1: date(2027, 4, 12), 2: date(2027, 8, 16)}
    assert view.brytpunkt_on == date(2027, 10, 1)
    assert len(change.todo("8.AKO.b")) == 2


def test_the_incoming_operator_is_not_told_of_services_without_agreement(change: Change) -> None:
    change.send("AKO", Content.SERVICE, [service_row(1), service_row(2, UTAN)], *EVERY_TL)

    def shown(who: str) -> set[str]:
        waves = change.do(who, lambda s, a, cause: reconciliation(s, a, change.project_id, now=cause.now))
        return {row.access_old for row in waves[0].rows}

    assert shown("AKO") == {"AC-1", "AC-2"}
    assert shown("TKO") == {"AC-1"}
    assert shown(UTAN) == {"AC-2"}
    change.hand("TKO", ListKind.CONNECTED, ("AC-2", "Bredband", "2027-05-03"))
    assert shown("TKO") == {"AC-1", "AC-2"}, "what it has itself connected"


def test_an_agreement_that_falls_and_comes_again_keeps_what_was_done(change: Change) -> None:
    part = change.part(MED)
    mine = next(each for each in change.todo("2.TLA.a") if each.party_id == part)
    change.do(MED, complete_activity, change.project_id, mine.id)
    change.do("TKO", change_agreement, change.project_id, part, has_agreement=False)
    assert {each.party_id for each in change.todo("2.TLU.a")} >= {part}
    change.do("TKO", change_agreement, change.project_id, part, has_agreement=True)
    again = [each for each in change.todo("2.TLA.a") if each.party_id == part]
    assert [each.done_by for each in again] == [change.actors[MED].name]
    assert len([each for each in change.todo("7.TLA.a") if each.party_id == part]) == 1
    assert [each for each in change.todo("2.TLU.a") if each.party_id == part] == []


def test_a_contact_person_is_erased_by_its_own_party_also_when_all_is_over(change: Change) -> None:
    facts = {
        "kind": "1_line",
        "name": "Sven Exempelsson",
        "email": "sven@exempel.se",
        "phone": "08-465 00 401",
    }
    contact = change.do(MED, name_contact, change.project_id, **facts)
    for other in ("TKO", MED_2):
        assert refused(change, other, erase_contact, change.project_id, contact.id) == "NOT_YOUR_PART"
    change.step(ProjectEvent.CANCEL)
    change.do(MED, erase_contact, change.project_id, contact.id)
    assert change.rows(KoContact) == []
    (erased,) = change.rows(OutboxEvent, OutboxEvent.kind == "ko_contact.erased")
    assert "Sven" not in str(erased.payload)


def test_contact_persons_go_ninety_days_after_the_end(change: Change) -> None:
    change.at(date(2027, 1, 18))
    change.do(MED, name_contact, change.project_id, kind="1_line", name="Sven Exempelsson")
    change.step(ProjectEvent.CANCEL)
    change.at(date(2027, 4, 18))
    watch_projects()
    assert len(change.rows(KoContact)) == 1, "89 days and some hours"
    change.at(date(2027, 4, 19))
    watch_projects()
    assert change.rows(KoContact) == []
