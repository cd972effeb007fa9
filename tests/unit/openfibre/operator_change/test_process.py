"""Scenarios 10–14: flows, table, routes, freeze, reconciliation; agreement types and duties."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from kernel.errors import DomainError
from openfibre.operator_change.domain.activities import ACTIVITIES, STEPS, activities, cell
from openfibre.operator_change.domain.freeze import Action, Window, sales_stopped
from openfibre.operator_change.domain.parties import (
    AgreementType,
    Flow,
    Party,
    choose_flow,
    may_change_flow,
)
from openfibre.operator_change.domain.reconcile import (
    BLOCKING,
    OUTCOMES,
    RECEIPTS,
    ListKind,
    Receipt,
    RowStatus,
    bills,
    is_over,
    reconcile,
)
from openfibre.operator_change.domain.responsibility import (
    DataKind,
    duties,
    responsible,
    wants_outlet_ids,
)
from openfibre.operator_change.domain.routes import Content, rejects_row_of, route
from openfibre.operator_change.domain.table_text import markdown, table


@pytest.mark.parametrize(
    ("terms", "signed", "flow"),
    [(True, False, Flow.I), (False, True, Flow.I), (True, True, Flow.I), (False, False, Flow.II)],
)
def test_10_the_flow_follows_from_terms_or_agreement(terms: bool, signed: bool, flow: Flow) -> None:
    assert choose_flow(has_migration_terms=terms, migration_agreement_signed=signed) is flow


def test_10_fifty_three_activities_in_one_fifty_four_in_two() -> None:
    assert (len(activities(Flow.I)), len(activities(Flow.II))) == (53, 54)
    only_in_two = {each.id for each in activities(Flow.II)} - {each.id for each in activities(Flow.I)}
    assert only_in_two == {"5.TLA.a"}
    assert len({each.id for each in ACTIVITIES}) == 54


def test_a_flow_is_not_changed_once_data_moves() -> None:
    assert may_change_flow(data_transfer_begun=False, service_data_sent=False)
    assert not may_change_flow(data_transfer_begun=True, service_data_sent=False)
    assert not may_change_flow(data_transfer_begun=False, service_data_sent=True)


@pytest.mark.parametrize("flow", Flow)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_table_prints_itself(flow: Flow, language) -> None:
    lines = table(flow, language)
    assert lines[0] == ["", "NO", "AKO", "TKO", "TLA", "TLU", "SK"]
    assert len(lines) == 1 + len(STEPS) == 11
    printed = markdown(flow, language)
    assert all(each.id in printed for each in activities(flow))
    assert [line[-1] for line in lines[1:] if line[-1]] == [lines[8][-1]]  # SK acts in step 8 only


def test_words_differ_where_the_flows_differ() -> None:
    differing = {each.id for each in activities(Flow.I) if each.text(Flow.I) != each.text(Flow.II)}
    assert differing == {"5.AKO.b", "8.AKO.c", "9.AKO.b", "9.TKO.b"}
    assert cell(Flow.I, 5, Party.TLA) == ()
    assert [each.id for each in cell(Flow.II, 5, Party.TLA)] == ["5.TLA.a"]


def test_every_step_says_who_acts() -> None:
    assert {each.step for each in ACTIVITIES} == set(range(1, 11))
    assert [number for number, step in STEPS.items() if step.of_wave] == [5, 6, 7, 8, 9]


def sent(flow: Flow, sender: Party, *receivers: Party):
    return route(flow, Content.SERVICE, sender, frozenset(receivers))


def test_11_in_flow_one_a_row_without_agreement_never_reaches_the_new_operator() -> None:
    way = sent(Flow.I, Party.AKO, Party.TKO)
    assert rejects_row_of(way, Party.TLU)
    assert not rejects_row_of(way, Party.TLA)
    to_each = sent(Flow.I, Party.AKO, Party.TLA, Party.TLU)
    assert not rejects_row_of(to_each, Party.TLU)


def test_11_in_flow_two_service_data_goes_by_the_provider() -> None:
    with pytest.raises(DomainError) as refused:
        sent(Flow.II, Party.AKO, Party.TKO)
    assert refused.value.code == "ROUTE_NOT_IN_FLOW"
    assert "tjanstedata AKO→TLA" in refused.value.facts["allowed"]
    assert sent(Flow.II, Party.AKO, Party.TLA).only is None
    assert sent(Flow.II, Party.TLA, Party.TKO).only is Flow.II
    with pytest.raises(DomainError):
        sent(Flow.I, Party.TLA, Party.TKO)


def test_12_the_freeze_stops_orders_and_lets_faults_through() -> None:
    window = Window(date(2027, 4, 26), date(2027, 5, 5))
    inside = date(2027, 4, 27)
    refused = {action for action in Action if window.refuses(action, inside)}
    assert refused == {Action.ORDER, Action.CHANGE, Action.FORCED_ORDER, Action.DATA_UPLOAD}
    assert not window.refuses(Action.ORDER, date(2027, 4, 25))
    assert window.refuses(Action.ORDER, date(2027, 5, 5))
    assert not window.refuses(Action.ORDER, date(2027, 5, 6))
    assert sales_stopped(Party.TLA, window, inside)
    assert not sales_stopped(Party.TLA, window, date(2027, 5, 6))
    assert sales_stopped(Party.TLU, window, date(2028, 1, 1))


def test_14_five_rows_three_blockers() -> None:
    rows = [(True, True, True), (True, False, False), (True, False, True)]
    rows += [(False, True, True), (True, True, False)]
    found = [reconcile(down=d, up=u, has_agreement=a, over=True) for d, u, a in rows]
    assert found == [
        RowStatus.MATCHED,
        RowStatus.ENDED,
        RowStatus.DARK,
        RowStatus.DOUBLE,
        RowStatus.UNEXPECTED_UP,
    ]
    assert sum(1 for each in found if each in BLOCKING) == 3


def test_14_what_no_list_names_waits_until_the_day_after() -> None:
    waiting = {"down": False, "up": False, "has_agreement": True}
    assert reconcile(**waiting, over=False) is RowStatus.PENDING
    assert reconcile(**waiting, over=True) is RowStatus.NOT_MIGRATED
    assert not is_over(date(2027, 5, 3), date(2027, 5, 4))
    assert is_over(date(2027, 5, 3), date(2027, 5, 5))
    assert set(OUTCOMES) == set(itertools.product((True, False), repeat=3))


def test_14_only_flow_one_needs_the_outgoing_operators_word_for_up() -> None:
    up_by_ako = Receipt(ListKind.CONNECTED, Party.AKO)
    assert up_by_ako in RECEIPTS[Flow.I]
    assert up_by_ako not in RECEIPTS[Flow.II]
    assert Receipt(ListKind.DISCONNECTED, Party.TKO) not in RECEIPTS[Flow.II]
    assert [each.party for each in RECEIPTS[Flow.II] if each.each] == [Party.TLA]


def test_the_cut_over_decides_who_bills_whenever_it_was_migrated() -> None:
    cut_over = date(2027, 6, 1)
    assert bills(date(2027, 5, 31), cut_over) is Party.AKO
    assert bills(cut_over, cut_over) is Party.TKO


def test_responsibility_by_agreement_type() -> None:
    one, two = AgreementType.TYPE_1, AgreementType.TYPE_2
    assert responsible(DataKind.NETWORK_BEFORE, one).note is not None
    assert responsible(DataKind.NETWORK_BEFORE, two).note is None
    assert responsible(DataKind.CROSS_REFERENCE, two).parties == (Party.TKO,)
    assert responsible(DataKind.CUSTOMER, one).parties == (Party.TLA, Party.TLU)
    assert responsible(DataKind.PROPERTY_NETWORK, one, built_by_operator=True).parties == (Party.AKO,)
    assert responsible(DataKind.PROPERTY_NETWORK, two, built_by_operator=True).parties == (Party.NO,)
    assert (wants_outlet_ids(one), wants_outlet_ids(two)) == (True, False)
    assert all(responsible(kind, each).parties for kind in DataKind for each in AgreementType)


def test_standing_duties_differ_by_flow() -> None:
    only_one = {each.words.en for each in duties(Party.TLA, Flow.I)}
    only_two = {each.words.en for each in duties(Party.TLA, Flow.II)}
    assert only_one == {"Inform customers of services and terms"}
    assert only_two == {"Forward service data"}
    assert len(duties(Party.AKO, Flow.I)) == len(duties(Party.AKO, Flow.II)) == 5
