"""Scenarios 8, 9, 12–14 of open-fibre section 5 on stored projects, and the rules around them."""

from __future__ import annotations

from datetime import date, time

import pytest

from infra.clock import current
from infra.db import unit_of_work
from infra.outbox import OutboxEvent
from kernel.errors import DomainError
from openfibre.operator_change.domain.freeze import Action
from openfibre.operator_change.domain.parties import Party, Segment
from openfibre.operator_change.domain.reconcile import ListKind, RowStatus
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.domain.states import DataSetState, ProjectEvent, WaveEvent, WaveState
from openfibre.operator_change.models import KoAccess, KoDataSet, KoDeadline, KoMessage
from openfibre.operator_change.queries import reconciliation as reconciliation_query
from openfibre.operator_change.queries.freeze import refuse_in_freeze
from openfibre.operator_change.queries.gates import wave_lacks
from openfibre.operator_change.repository import lists, projects
from openfibre.operator_change.usecases.correspond import announce_fees
from openfibre.operator_change.usecases.hand_lists import sign_receipt, waive_row
from openfibre.operator_change.usecases.set_wave import (
    add_wave,
    begin_process,
    confirm_freeze,
    move_wave,
    set_brytpunkt,
    set_freeze,
)
from openfibre.operator_change.usecases.watch_projects import watch_projects

from .conftest import MED, MED_2, PLANNER, UTAN, Change, migration_row, service_row

DOWN, UP = ListKind.DISCONNECTED, ListKind.CONNECTED
FREEZE = {"first": date(2027, 4, 26), "last": date(2027, 5, 5)}
EVERY_TL = (Party.TLA, Party.TLU)


def refused(change: Change, *args, **facts) -> str:
    with pytest.raises(DomainError) as refusal:
        change.do(*args, **facts)
    return refusal.value.code


def lay_up(change: Change, numbers: dict[int, str]) -> None:
    rows = [service_row(number, provider) for number, provider in numbers.items()]
    assert change.send("AKO", Content.SERVICE, rows, *EVERY_TL).state is DataSetState.ACCEPTED


def ask(change: Change, access_id: str, action: Action) -> str:
    with unit_of_work() as session:
        try:
            refuse_in_freeze(session, access_id, action, current(session))
        except DomainError as refusal:
            return refusal.code
    return "allowed"


def test_8_the_cut_over_has_a_default_and_its_own_watch(change: Change) -> None:
    assert (change.deadline("D6").raw, change.wave().technical_on) == (date(2027, 3, 1), date(2027, 5, 3))
    change.at(date(2027, 3, 2))
    change.do("TKO", begin_process, change.project_id, date(2027, 3, 2))
    late = change.deadline("D6")
    assert late.met_on is not None
    assert (late.met_on - late.raw).days == 1
    args = ("TKO", set_brytpunkt, change.project_id, date(2027, 5, 15))
    assert refused(change, *args) == "REASON_REQUIRED"
    project, remarks = change.do(*args, reason="avtalat")
    assert ([each.code for each in remarks], project.brytpunkt_reason) == (["NOT_MONTH_SHIFT"], "avtalat")
    assert change.deadline("D6").raw == date(2027, 2, 15)


@pytest.mark.parametrize(
    ("segment", "months", "raw", "due"),
    [
        (Segment.FORETAG, None, date(2027, 2, 1), date(2027, 2, 1)),
        (Segment.PRIVAT, None, date(2027, 4, 1), date(2027, 4, 1)),
        (Segment.FORETAG, 6, date(2026, 11, 1), date(2026, 10, 30)),
    ],
)
def test_9_fee_notices(change: Change, segment: Segment, months: int | None, raw: date, due: date) -> None:
    facts = {"segment": segment, "effective_on": date(2027, 6, 1), "notice_months": months}
    notice = change.do(MED, announce_fees, change.project_id, **facts)
    assert (notice.raw, notice.due, notice.party_id) == (raw, due, change.part(MED))


def test_12_the_freeze_and_what_it_stops(change: Change) -> None:
    change.at(date(2027, 4, 12))
    lay_up(change, {1: MED})
    row = migration_row(1)
    assert change.send("TKO", Content.MIGRATION, [row], Party.TLA).state is DataSetState.ACCEPTED
    too_short = {"first": date(2027, 4, 26), "last": date(2027, 5, 2)}
    assert refused(change, "TKO", set_freeze, change.wave_id, **too_short) == "FREEZE_WRONG"
    too_soon = {"first": date(2027, 4, 12), "last": date(2027, 5, 5)}
    assert refused(change, "TKO", set_freeze, change.wave_id, **too_soon) == "FREEZE_WRONG"
    change.do("TKO", set_freeze, change.wave_id, **FREEZE)
    assert change.deadline("D3").met_on == date(2027, 4, 12)
    assert ask(change, "AC-1", Action.ORDER) == "allowed"
    change.at(date(2027, 4, 27))
    for access in ("AC-1", "NY-1"):
        assert ask(change, access, Action.ORDER) == "NETWORK_FREEZE"
    assert ask(change, "AC-1", Action.FORCED_ORDER) == "NETWORK_FREEZE"
    assert ask(change, "AC-1", Action.FAULT_TICKET) == "allowed"
    assert ask(change, "AC-1", Action.EMERGENCY_DISCONNECT) == "allowed"
    assert ask(change, "AC-99", Action.ORDER) == "allowed"
    with pytest.raises(DomainError) as locked:
        change.send("AKO", Content.SERVICE, [service_row(1)], *EVERY_TL)
    assert locked.value.code == "DATA_LOCKED"
    assert len(change.rows(KoDataSet)) == 2
    change.at(date(2027, 5, 6))
    assert ask(change, "AC-1", Action.ORDER) == "allowed"


def test_a_changed_freeze_needs_every_word_anew(change: Change) -> None:
    change.do("TKO", set_freeze, change.wave_id, **FREEZE)
    for who in ("AKO", "TKO", MED):
        change.do(who, confirm_freeze, change.wave_id)
        change.do(who, confirm_freeze, change.wave_id)
    assert "freeze" in lacks(change, WaveEvent.MIGRATE)
    change.do(MED_2, confirm_freeze, change.wave_id)
    assert "freeze" not in lacks(change, WaveEvent.MIGRATE)
    assert refused(change, UTAN, confirm_freeze, change.wave_id) == "NOT_YOUR_PART"
    change.do("AKO", set_freeze, change.wave_id, first=date(2027, 4, 28), last=date(2027, 5, 5))
    assert "freeze" in lacks(change, WaveEvent.MIGRATE)


def lacks(change: Change, event: WaveEvent) -> dict[str, str]:
    with unit_of_work() as session:
        project, wave = projects.wave(session, PLANNER, change.wave_id)
        found = wave_lacks(session, project, wave, event, current(session))
        return {each.key: each.text.en for each in found}


def test_13_connected_dates(change: Change) -> None:
    lay_up(change, {1: MED, 2: MED, 3: MED})
    days = ("2027-05-03", "2027-05-04", "2027-05-05")
    given = change.hand("TKO", UP, *((f"AC-{n}", "Bredband", d) for n, d in enumerate(days, start=1)))
    assert [(each["row"], each["code"]) for each in given.findings] == [(4, "CONNECT_DATE")]
    assert (given.rows, given.rejected) == (2, 1)
    up = {each.access_old: each.up_on for each in change.rows(KoAccess)}
    assert up == {"AC-1": date(2027, 5, 3), "AC-2": date(2027, 5, 4), "AC-3": None}
    change.do("TKO", move_wave, change.wave_id, date(2027, 4, 30), reason="tidigare")
    given = change.hand("TKO", UP, ("AC-1", "Bredband", "2027-05-01"))
    assert [(each["row"], each["code"]) for each in given.findings] == [(2, "CONNECT_ON_DAY_OFF")]
    assert given.rows == 1


def five_rows(change: Change) -> None:
    """A moved, an ended, a dark, a double, and one that should not have come up."""
    lay_up(change, {1: MED, 2: UTAN, 3: MED, 4: MED_2, 5: UTAN})
    change.at(date(2027, 5, 4))
    change.hand("AKO", DOWN, *((f"AC-{n}", "Bredband", "2027-05-03") for n in (1, 2, 3, 5)))
    change.hand("TKO", UP, *((f"AC-{n}", "Bredband", "2027-05-03") for n in (1, 4, 5)))


def test_14_reconciliation_of_five_rows(change: Change) -> None:
    five_rows(change)
    assert change.outcomes() == {
        "AC-1": RowStatus.MATCHED,
        "AC-2": RowStatus.ENDED,
        "AC-3": RowStatus.DARK,
        "AC-4": RowStatus.DOUBLE,
        "AC-5": RowStatus.UNEXPECTED_UP,
    }
    assert lacks(change, WaveEvent.CLOSE)["blockers"] == "3 rows to settle"


RECEIPTS_ONE = [("AKO", DOWN), ("TKO", DOWN), ("TKO", UP), ("AKO", UP), (MED, UP), (MED_2, UP)]


def test_14_receipts_of_flow_one(change: Change) -> None:
    five_rows(change)
    assert refused(change, UTAN, sign_receipt, change.wave_id, UP) == "NOT_YOUR_PART"
    for who, kind in RECEIPTS_ONE:
        assert "receipts" in lacks(change, WaveEvent.CLOSE)
        change.do(who, sign_receipt, change.wave_id, kind)
    assert "receipts" not in lacks(change, WaveEvent.CLOSE)
    # Another list: what was signed is no more what stands.
    change.hand("AKO", DOWN, *((f"AC-{n}", "Bredband", "2027-05-03") for n in (1, 2, 3, 4, 5)))
    assert lacks(change, WaveEvent.CLOSE)["receipts"] == "receipts: Disconnected AKO, Disconnected TKO"


def test_14_receipts_of_flow_two_do_without_the_outgoing_operators_word_for_up(change_two: Change) -> None:
    change = change_two
    five_rows(change)
    assert refused(change, "AKO", sign_receipt, change.wave_id, UP) == "NOT_YOUR_PART"
    for who, kind in (("AKO", DOWN), ("TKO", UP), (MED, UP), (MED_2, UP)):
        change.do(who, sign_receipt, change.wave_id, kind)
    assert "receipts" not in lacks(change, WaveEvent.CLOSE)


def test_a_blocker_is_settled_or_waived_with_a_reason(change: Change) -> None:
    five_rows(change)
    rows = {each.access_old: each.id for each in change.rows(KoAccess)}
    assert refused(change, "TKO", waive_row, change.wave_id, rows["AC-3"]) == "REASON_REQUIRED"
    assert refused(change, "TKO", waive_row, change.wave_id, rows["AC-1"], reason="x") == "NOT_A_BLOCKER"
    assert refused(change, MED, waive_row, change.wave_id, rows["AC-3"], reason="x") == "NOT_YOUR_PART"
    for access in ("AC-3", "AC-4", "AC-5"):
        change.do("TKO", waive_row, change.wave_id, rows[access], reason="flyttad för hand")
    assert "blockers" not in lacks(change, WaveEvent.CLOSE)
    # What changes afterwards is open again.
    change.hand("AKO", DOWN, ("AC-1", "Bredband", "2027-05-03"))
    assert change.outcomes()["AC-3"] is RowStatus.PENDING
    assert "blockers" in lacks(change, WaveEvent.CLOSE)


def test_what_no_list_names_is_not_migrated_after_the_day(change: Change) -> None:
    lay_up(change, {1: MED})
    with unit_of_work() as session:
        lists.reconcile_wave(session, change.wave_id, over=True)
    assert change.outcomes() == {"AC-1": RowStatus.NOT_MIGRATED}


def test_lists_belong_to_their_owners_and_name_what_is_there(change: Change) -> None:
    lay_up(change, {1: MED})
    with pytest.raises(DomainError) as refusal:
        change.hand("TKO", DOWN, ("AC-1", "Bredband", "2027-05-03"))
    assert refusal.value.code == "NOT_YOUR_PART"
    given = change.hand(
        "AKO",
        DOWN,
        ("AC-1", "Bredband", "2027-05-03"),
        ("AC-1", "Bredband", "2027-05-03"),
        ("AC-7", "Bredband", "2027-05-03"),
        ("AC-1", "", "2027-05-03"),
        ("AC-1", "Bredband", "3 maj"),
    )
    found = {(each["row"], each["code"]) for each in given.findings}
    assert found == {
        (3, "LISTED_TWICE"),
        (4, "NOT_IN_WAVE"),
        (5, "REQUIRED_MISSING"),
        (6, "DAY_INVALID"),
    }
    assert given.rows == 1


def test_a_passed_deadline_is_told_once(change: Change) -> None:
    change.at(date(2027, 4, 13), time(8))
    for _ in range(2):
        watch_projects()
    late = {each.facts["rule"] for each in change.rows(KoMessage, KoMessage.code == "deadline_late")}
    assert late == {"D1end", "D2", "D3", "D4", "D6"}
    assert len(change.rows(OutboxEvent, OutboxEvent.kind == "ko_deadline.late")) == 5
    change.do("TKO", move_wave, change.wave_id, date(2027, 9, 6), reason="senarelagd")
    moved = change.rows(KoDeadline, KoDeadline.rule == "D3")[0]
    assert (moved.raw, moved.before, moved.reason) == (date(2027, 8, 16), date(2027, 4, 12), "DATE_CHANGED")
    assert moved.told_late_at is None


def test_the_steps_of_a_wave_wait_for_the_day(change: Change) -> None:
    assert refused(change, "TKO", wave_event, WaveEvent.HAND_OVER) == "ILLEGAL_TRANSITION"
    assert refused(change, "TKO", wave_event, WaveEvent.OPEN_DATA) == "STEP_NOT_OPEN"
    assert refused(change, MED, wave_event, WaveEvent.OPEN_DATA) == "NOT_YOUR_PART"
    change.wave_step(WaveEvent.OPEN_DATA, regardless=True, reason="brådskar")
    assert change.wave().state is WaveState.DATA


def wave_event(session, actor, event, *, cause):
    from sqlmodel import select

    from openfibre.operator_change.models import KoWave
    from openfibre.operator_change.usecases.advance import advance_wave

    wave = session.exec(select(KoWave)).one()
    return advance_wave(session, actor, wave.id, event, cause=cause)


def test_who_is_dark_when_the_day_ends_is_told_though_nobody_hands_in_a_list(change: Change) -> None:
    five_rows(change)
    for state in (WaveEvent.OPEN_DATA, WaveEvent.SETTLE_DATA, WaveEvent.INFORM, WaveEvent.MIGRATE):
        change.wave_step(state, regardless=True, reason="övning")

    def told() -> dict[str, dict[str, int]]:
        found = change.rows(KoMessage, KoMessage.code == "wave_blocked")
        names = {change.part(name): name for name in ("NO", "AKO", "TKO", MED, MED_2, UTAN)}
        return {names[each.party_id]: each.facts["found"] for each in found}

    watch_projects()
    assert told() == {}, "the day after is not over"
    change.at(date(2027, 5, 5), time(0, 1))
    for _ in range(2):
        watch_projects()
    all_three = {"DARK": 1, "DOUBLE": 1, "UNEXPECTED_UP": 1}
    expected = {"NO": all_three, "AKO": all_three, "TKO": all_three, MED: {"DARK": 1}, MED_2: {"DOUBLE": 1}}
    assert told() == expected
    assert len(change.rows(KoMessage, KoMessage.code == "wave_blocked")) == 5, "once"
    events = change.rows(OutboxEvent, OutboxEvent.kind == "operator_change_wave.blocked")
    assert [each.payload for each in events] == [all_three]
    dark = next(each for each in change.rows(KoAccess) if each.outcome is RowStatus.DARK)
    change.do("TKO", waive_row, change.wave_id, dark.id, reason="flyttad för hand")
    watch_projects()
    newest = max(change.rows(KoMessage, KoMessage.code == "wave_blocked"), key=lambda each: each.id)
    assert "DARK" not in newest.facts["found"]


def test_a_cancelled_project_freezes_nothing_and_takes_no_more(change: Change) -> None:
    lay_up(change, {1: MED})
    change.do("TKO", set_freeze, change.wave_id, **FREEZE)
    change.at(date(2027, 4, 27))
    assert ask(change, "AC-1", Action.ORDER) == "NETWORK_FREEZE"
    change.step(ProjectEvent.CANCEL)
    assert ask(change, "AC-1", Action.ORDER) == "allowed"
    new_wave = {"name": "Norr", "technical_on": date(2027, 9, 6)}
    assert refused(change, "TKO", add_wave, change.project_id, **new_wave) == "PROJECT_OVER"
    assert refused(change, "TKO", confirm_freeze, change.wave_id) == "PROJECT_OVER"
    with pytest.raises(DomainError) as over:
        change.send("AKO", Content.SERVICE, [service_row(1)], *EVERY_TL)
    assert over.value.code in ("PROJECT_OVER", "DATA_LOCKED")


def test_waived_rows_do_not_hide_those_that_nobody_has_seen_to(change: Change, monkeypatch) -> None:
    five_rows(change)
    monkeypatch.setattr(reconciliation_query, "_SHOWN", 1)
    seen = []
    for _ in range(3):
        with unit_of_work() as session:
            (wave,) = reconciliation_query.reconciliation(
                session, change.actors["AKO"], change.project_id, now=current(session)
            )
        (row,) = wave.rows
        assert wave.more_rows == 2
        assert row.waived_reason == ""
        seen.append(row.access_old)
        change.do("AKO", waive_row, change.wave_id, row.id, reason="flyttad för hand")
    assert sorted(seen) == ["AC-3", "AC-4", "AC-5"]
