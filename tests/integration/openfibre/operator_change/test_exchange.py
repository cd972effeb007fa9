"""Scenarios 2, 11, 15 and 16 of open-fibre section 5: data by its ways, checked, each provider its own rows."""

from __future__ import annotations

import gzip
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time

import pytest

from infra.db import unit_of_work
from infra.files import load_file
from kernel.errors import DomainError
from openfibre.operator_change.domain.columns import FIELDS, file_name, headings
from openfibre.operator_change.domain.parties import AgreementType, Party
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.domain.states import DataSetState
from openfibre.operator_change.gateways.write_table import write_xlsx
from openfibre.operator_change.models import KoAccess, KoDataSet, KoMessage, KoRow
from openfibre.operator_change.queries.gates import wave_lacks
from openfibre.operator_change.repository import bulk, projects
from openfibre.operator_change.usecases.open_project import NewParty, add_party
from openfibre.operator_change.usecases.publish_cross_reference import publish_cross_reference
from openfibre.operator_change.usecases.set_wave import set_brytpunkt
from openfibre.operator_change.usecases.watch_projects import is_late

from .conftest import (
    MED,
    MED_2,
    PLANNER,
    UTAN,
    Change,
    access_row,
    csv_of,
    migration_row,
    open_change,
    service_row,
)

ACCESS, SERVICE, MIGRATION = Content.ACCESS, Content.SERVICE, Content.MIGRATION
EVERY_TL = (Party.TLA, Party.TLU)


def codes(data_set: KoDataSet) -> set[tuple[int, str]]:
    return {(each["row"], each["code"]) for each in data_set.findings}


def refusal(change: Change, *args, **facts) -> DomainError:
    with pytest.raises(DomainError) as refused:
        change.send(*args, **facts)
    return refused.value


def test_2_a_company_row_moves_the_deadline_and_it_is_overdue(change: Change) -> None:
    rows = [access_row(1), access_row(2)]
    change.at(date(2027, 1, 20))
    change.send("AKO", ACCESS, rows, Party.TKO)
    assert (change.deadline("D2").raw, change.deadline("D2").due) == (date(2027, 3, 19), date(2027, 3, 19))
    change.at(date(2027, 2, 10))
    change.send("AKO", ACCESS, [*rows, access_row(3, segment="FORETAG")], Party.TKO)
    moved = change.deadline("D2")
    assert (moved.raw, moved.before, moved.reason) == (date(2027, 1, 3), date(2027, 3, 19), "MIX_CHANGED")
    with unit_of_work() as session:
        from infra.clock import current

        assert is_late(moved, current(session))
    assert change.wave().mixed


def test_11_flow_one_rejects_the_row_of_a_provider_without_agreement(change: Change) -> None:
    sent = change.send("AKO", SERVICE, [service_row(1), service_row(2, UTAN)], Party.TKO)
    assert (sent.state, sent.rows, sent.rejected) == (DataSetState.FAULTY, 1, 1)
    assert codes(sent) == {(3, "ROW_NOT_IN_FLOW")}
    assert [row.access_old for row in change.rows(KoRow)] == ["AC-1"]


def test_11_flow_two_goes_by_the_provider_and_the_gate_waits_for_each(change_two: Change) -> None:
    change = change_two
    refused = refusal(change, "AKO", SERVICE, [service_row(1)], Party.TKO)
    assert refused.code == "ROUTE_NOT_IN_FLOW"
    assert change.rows(KoDataSet) == []
    change.send("AKO", SERVICE, [service_row(1), service_row(2, MED_2), service_row(3, UTAN)], *EVERY_TL)
    assert lacking(change) == {"access_data", "forwarded"}
    assert change.send(MED, SERVICE, [service_row(1)], Party.TKO).state is DataSetState.ACCEPTED
    assert "forwarded" in lacking(change)
    change.send(MED_2, SERVICE, [service_row(2, MED_2)], Party.TKO)
    assert lacking(change) == {"access_data"}
    done = {each.party_id for each in change.todo("5.TLA.a") if each.done_at}
    assert done == {change.part(MED), change.part(MED_2)}


def lacking(change: Change) -> set[str]:
    from infra.clock import current
    from openfibre.operator_change.domain.states import WaveEvent

    with unit_of_work() as session:
        project, wave = projects.wave(session, PLANNER, change.wave_id)
        found = wave_lacks(session, project, wave, WaveEvent.SETTLE_DATA, current(session))
        return {each.key for each in found}


def test_a_provider_sends_its_own_rows_only(change_two: Change) -> None:
    sent = change_two.send(MED, SERVICE, [service_row(1), service_row(2, MED_2)], Party.TKO)
    assert codes(sent) == {(3, "ROW_NOT_OWN")}


def ready_for_cross_reference(change: Change) -> None:
    numbers = {1: MED, 2: MED_2, 3: UTAN}
    change.send("AKO", ACCESS, [access_row(n) for n in numbers], Party.TKO)
    change.send("AKO", SERVICE, [service_row(n, who) for n, who in numbers.items()], *EVERY_TL)
    change.send("AKO", SERVICE, [service_row(n, who) for n, who in numbers.items() if who != UTAN], Party.TKO)


def whole_list() -> list[dict[str, str]]:
    return [migration_row(1), migration_row(2, MED_2), migration_row(3, UTAN)]


def test_15_the_right_list_is_published_and_each_provider_sees_its_own(change: Change) -> None:
    ready_for_cross_reference(change)
    sent = change.send("TKO", MIGRATION, whole_list(), Party.TLA)
    assert (sent.state, sent.findings) == (DataSetState.ACCEPTED, [])
    change.do("TKO", publish_cross_reference, change.wave_id)
    with unit_of_work() as session:
        mine = list(bulk.rows_of(session, sent.id, wave_id=change.wave_id, own=[change.part(MED)]))
    fields = dict(zip(FIELDS, mine[0], strict=True))
    assert len(mine) == 1
    assert {k: fields[k] for k in ("access_old", "access_new", "street", "service_old", "service_new")} == {
        "access_old": "AC-1",
        "access_new": "NY-1",
        "street": "Exempelgatan",
        "service_old": "Bredband",
        "service_new": "Bredband 1000",
    }
    assert fields["tl_reference"] == "REF-1"
    new = {each.access_old: each.access_new for each in change.rows(KoAccess)}
    assert new == {"AC-1": "NY-1", "AC-2": "NY-2", "AC-3": None}


@pytest.mark.parametrize(
    ("changed", "row", "code"),
    [
        ({1: {"access_id_nytt": "NY-1"}}, 2, "NEW_ID_AT_TWO_ADDRESSES"),
        ({2: None}, 0, "OLD_ID_MISSING"),
        ({2: {"tjanst_ny": "Bredband 1000"}}, 4, "NEW_SERVICE_WITHOUT_AGREEMENT"),
        ({0: {"tl_referens": "REF-annan"}}, 2, "TL_REFERENCE_CHANGED"),
        ({0: {"gatunamn": "Annangatan"}}, 2, "ADDRESS_DIFFERS"),
        ({0: {"tjanst_gammal": "IPTV"}}, 2, "OLD_SERVICE_DIFFERS"),
        ({0: {"tjanst_ny": ""}}, 2, "NEW_SERVICE_MISSING"),
        ({0: {"access_id_nytt": ""}}, 2, "NEW_ID_MISSING"),
        ({0: {"access_id_gammalt": "AC-9"}}, 2, "OLD_ID_UNKNOWN"),
        ({0: {"anslutningsdatum": "2027-05-05"}}, 2, "CONNECT_DATE"),
        ({0: {"tl_avtal_tko": "N"}}, 2, "TL_AGREEMENT_DIFFERS"),
    ],
)
def test_15_what_a_cross_reference_may_not_hold(change: Change, changed, row: int, code: str) -> None:
    ready_for_cross_reference(change)
    rows = whole_list()
    for place, more in sorted(changed.items(), reverse=True):
        if more is None:
            del rows[place]
        else:
            rows[place] |= more
    sent = change.send("TKO", MIGRATION, rows, Party.TLA)
    assert (row, code) in codes(sent)
    assert sent.state is DataSetState.FAULTY
    with pytest.raises(DomainError) as refused:
        change.do("TKO", publish_cross_reference, change.wave_id)
    assert refused.value.code == "CROSS_REFERENCE_LACKS"


def test_one_to_many_needs_a_reason(change: Change) -> None:
    change.send("AKO", ACCESS, [access_row(1)], Party.TKO)
    services = [service_row(1), service_row(1, tjanst_gammal="IPTV")]
    change.send("AKO", SERVICE, services, *EVERY_TL)
    change.send("AKO", SERVICE, services, Party.TKO)
    split = [migration_row(1), migration_row(1, tjanst_gammal="IPTV", access_id_nytt="NY-1b")]
    sent = change.send("TKO", MIGRATION, split, Party.TLA)
    assert codes(sent) >= {(2, "NOT_ONE_TO_ONE"), (3, "NOT_ONE_TO_ONE")}
    with_reason = [row | {"undantag": "egen port för IPTV"} for row in split]
    assert change.send("TKO", MIGRATION, with_reason, Party.TLA).state is DataSetState.ACCEPTED


def test_16_option_81_is_asked_for_when_the_provider_runs_dhcp(change: Change) -> None:
    new = NewParty(Party.TLA, "DHCP Exempel AB", "559999-9579", "Disa", "disa@exempel.se", dhcp_at_tko=True)
    change.do("TKO", add_party, change.project_id, new)
    row = migration_row(1, "DHCP Exempel AB")
    assert codes(change.send("TKO", MIGRATION, [row], Party.TLA)) == {(2, "OPTION_81_MISSING")}
    given = change.send("TKO", MIGRATION, [row | {"option_81": "cpe-1.exempel.se"}], Party.TLA)
    assert given.state is DataSetState.ACCEPTED
    assert change.send("TKO", MIGRATION, [migration_row(1)], Party.TLA).state is DataSetState.ACCEPTED


@pytest.mark.parametrize("value", ["19121212-1212", "tove@exempel.se", "070-174 06 05", "191212121212"])
def test_16_personal_data_is_refused_and_nothing_of_the_file_is_kept(change: Change, value: str) -> None:
    sent = change.send("AKO", SERVICE, [service_row(1), service_row(2, tl_referens=value)], *EVERY_TL)
    assert (sent.state, sent.rows, sent.file_id) == (DataSetState.REFUSED, 0, None)
    assert codes(sent) == {(3, "PERSONAL_DATA")}
    assert change.rows(KoRow) == []
    assert value not in str(sent.findings)


def test_a_column_of_customers_is_refused_in_the_plain_profile(change: Change) -> None:
    data = csv_of(SERVICE, [service_row(1, kund_namn="Tove")], sensitive=True)
    sent = change.send("AKO", SERVICE, [], *EVERY_TL, data=data)
    assert sent.state is DataSetState.REFUSED
    assert (1, "PERSONAL_DATA") in codes(sent)


def test_duplicates_are_found_on_the_later_row(change: Change) -> None:
    rows = [access_row(1), access_row(1, switch_port="9"), access_row(2, switch_port="0/1")]
    sent = change.send("AKO", ACCESS, rows, Party.TKO)
    assert codes(sent) == {(3, "ACCESS_DUPLICATE"), (4, "PORT_DUPLICATE")}
    assert (sent.rows, sent.rejected) == (1, 2)


def test_swapped_columns_are_told_row_by_row(change: Change) -> None:
    swapped = [access_row(n, postnummer="Stockholm", postort="11122") for n in (1, 2, 3)]
    sent = change.send("AKO", ACCESS, swapped, Party.TKO)
    assert Counter(each["code"] for each in sent.findings) == {"POSTCODE_INVALID": 3}
    assert sent.state is DataSetState.REFUSED


def test_headings_that_lack_or_come_twice(change: Change) -> None:
    sent = change.send("AKO", ACCESS, [], Party.TKO, data=b"access_id_gammalt;postort;postort\nAC-1;A;B\n")
    assert {(1, "HEADER_MISSING"), (1, "HEADER_TWICE")} <= codes(sent)
    assert sent.rows == 0


def test_outlets_are_remarked_in_type_one_only(clean: str) -> None:
    change = open_change(agreement=AgreementType.TYPE_1)
    sent = change.send("AKO", ACCESS, [access_row(1)], Party.TKO)
    assert (sent.state, codes(sent)) == (DataSetState.ACCEPTED, {(2, "OUTLET_MISSING")})


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("data.csv", b"a;b", "SCHEMA_VERSION_UNKNOWN"),
        ("ko-accessdata-v2.csv", b"a;b", "SCHEMA_VERSION_UNKNOWN"),
        ("ko-accessdata-v1.csv", b"\xff\xfe\x00", "TABLE_UNREADABLE"),
        ("ko-accessdata-v1.csv", b"a\0b", "TABLE_UNREADABLE"),
        ("ko-accessdata-v1.csv", b" ", "TABLE_UNREADABLE"),
        ("ko-accessdata-v1.xlsx", b"PK\x03\x04 no workbook", "TABLE_UNREADABLE"),
    ],
)
def test_files_that_cannot_be_read_change_nothing(change: Change, name: str, data: bytes, code: str) -> None:
    assert refusal(change, "AKO", ACCESS, [], Party.TKO, name=name, data=data).code == code
    assert change.rows(KoDataSet) == []


def test_a_workbook_is_read_as_the_same_table(change: Change) -> None:
    names = headings(ACCESS)
    rows = [access_row(n, lagenhetsnummer="0001") for n in (1, 2)]
    data = write_xlsx(names, [[row.get(name, "") for name in names] for row in rows])
    sent = change.send("AKO", ACCESS, [], Party.TKO, name=file_name(ACCESS, "xlsx"), data=data)
    assert (sent.state, sent.rows) == (DataSetState.ACCEPTED, 2)
    assert {row.apartment for row in change.rows(KoRow)} == {"0001"}
    with unit_of_work() as session:
        assert gzip.decompress(load_file(session, sent.file_id).content) == data


def test_a_newer_file_takes_the_place_of_the_older(change: Change) -> None:
    first = change.send("AKO", ACCESS, [access_row(1), access_row(2)], Party.TKO)
    change.send("AKO", ACCESS, [access_row(1)], Party.TKO)
    assert change.rows(KoDataSet, KoDataSet.id == first.id)[0].state is DataSetState.SUPERSEDED
    assert len(change.rows(KoRow)) == 1


def test_those_are_told_whom_the_data_is_for(change: Change) -> None:
    change.send("AKO", SERVICE, [service_row(1), service_row(3, UTAN)], *EVERY_TL)
    told = {each.party_id for each in change.rows(KoMessage, KoMessage.code == "data_came")}
    assert told == {change.part(MED), change.part(UTAN)}


def test_a_stranger_and_a_provider_are_refused_alike_and_differently(change: Change) -> None:
    assert refusal(change, MED, ACCESS, [access_row(1)], Party.TKO).code == "ROUTE_NOT_IN_FLOW"
    from accounts.domain.actor import Actor, ActorKind
    from kernel.ids import new_id

    change.actors["stranger"] = Actor(ActorKind.PARTNER, "Ingen", None, new_id())
    change.actors["customer"] = Actor(ActorKind.CUSTOMER, "Ingen", None, change.actors["AKO"].organisation_id)
    assert refusal(change, "stranger", ACCESS, [access_row(1)], Party.TKO).code == "NOT_FOUND"
    assert refusal(change, "customer", ACCESS, [access_row(1)], Party.TKO).code == "NOT_FOUND"


def test_a_faulty_file_never_undoes_a_faultless_one(change: Change) -> None:
    good = change.send("TKO", MIGRATION, [migration_row(1)], Party.TLA)
    met = change.deadline("D3").met_on
    assert met is not None
    again = change.send("TKO", MIGRATION, [migration_row(1), migration_row(2, postnummer="x")], Party.TLA)
    assert (again.state, again.rows) == (DataSetState.REFUSED, 0)
    assert codes(again) == {(3, "POSTCODE_INVALID")}
    assert change.rows(KoDataSet, KoDataSet.id == good.id)[0].state is DataSetState.ACCEPTED
    assert change.deadline("D3").met_on == met
    assert [row.access_old for row in change.rows(KoRow)] == ["AC-1"]


def test_two_files_at_once_become_one_that_holds_and_one_replaced(change: Change) -> None:
    rows = [access_row(n) for n in range(1, 200)]
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(change.send, "AKO", ACCESS, rows, Party.TKO) for _ in range(2)]:
            done.result()
    states = sorted(each.state for each in change.rows(KoDataSet))
    assert states == [DataSetState.ACCEPTED, DataSetState.SUPERSEDED]
    assert len(change.rows(KoRow)) == 199


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"brytpunkt": "2027-07-01"}, "CUT_OVER_DIFFERS"),
        ({"brytpunkt": "2027-05-15"}, "CUT_OVER_DIFFERS"),
        ({"teknisk_migrering": "2027-06-03"}, "TECHNICAL_DIFFERS"),
        (
            {"faktureringsperiod_fran": "2027-05-31", "faktureringsperiod_till": "2027-05-01"},
            "PERIOD_BACKWARDS",
        ),
    ],
)
def test_a_file_with_the_wrong_month_shift_or_another_wave_s_date(change: Change, changed, code: str) -> None:
    change.do("TKO", set_brytpunkt, change.project_id, date(2027, 6, 1))
    right = {
        "brytpunkt": "2027-06-01",
        "teknisk_migrering": "2027-05-03",
        "faktureringsperiod_fran": "2027-05-01",
        "faktureringsperiod_till": "2027-05-31",
    }
    rows = [service_row(1, **right), service_row(2, **(right | changed))]
    sent = change.send("AKO", SERVICE, rows, *EVERY_TL)
    assert (sent.state, codes(sent)) == (DataSetState.FAULTY, {(3, code)})
    assert [row.access_old for row in change.rows(KoRow)] == ["AC-1"]


def test_off_a_month_shift_is_remarked_while_none_is_agreed(change: Change) -> None:
    rows = [service_row(1, brytpunkt="2027-06-01"), service_row(2, brytpunkt="2027-05-15")]
    sent = change.send("AKO", SERVICE, rows, *EVERY_TL)
    assert (sent.state, codes(sent)) == (DataSetState.ACCEPTED, {(3, "NOT_MONTH_SHIFT")})


def test_swapped_ids_and_swapped_dates_are_told(change: Change) -> None:
    ready_for_cross_reference(change)
    row = migration_row(1)
    row["access_id_gammalt"], row["access_id_nytt"] = row["access_id_nytt"], row["access_id_gammalt"]
    sent = change.send("TKO", MIGRATION, [row, *whole_list()[1:]], Party.TLA)
    assert {(2, "OLD_ID_UNKNOWN"), (0, "OLD_ID_MISSING")} <= codes(sent)


def test_1_delivered_at_the_last_minute_and_one_minute_later(change: Change) -> None:
    companies = [access_row(1, segment="FORETAG")]
    change.at(date(2027, 1, 3), time(23, 59))
    change.send("AKO", ACCESS, companies, Party.TKO)
    change.send("AKO", SERVICE, [service_row(1)], *EVERY_TL)
    ready = [access_row(1, segment="FORETAG", access_id_nytt="NY-1")]
    assert change.send("TKO", ACCESS, ready, Party.TLA).state is DataSetState.ACCEPTED
    assert (change.deadline("D2").raw, change.deadline("D2").met_on) == (date(2027, 1, 3), date(2027, 1, 3))
    # A correction afterwards does not undo that it was in time.
    change.at(date(2027, 1, 4), time(0, 0))
    assert change.send("TKO", ACCESS, ready, Party.TLA).state is DataSetState.ACCEPTED
    assert change.deadline("D2").met_on == date(2027, 1, 3)


def test_1_what_first_comes_a_minute_late_is_a_day_late(change: Change) -> None:
    change.at(date(2027, 1, 4), time(0, 0))
    ready = [access_row(1, segment="FORETAG", access_id_nytt="NY-1")]
    change.send("TKO", ACCESS, ready, Party.TLA)
    late = change.deadline("D2")
    assert late.met_on is not None
    assert (late.met_on - late.raw).days == 1
    change.at(date(2027, 1, 8))
    change.send("TKO", ACCESS, ready, Party.TLA)
    assert change.deadline("D2").met_on == date(2027, 1, 4)
