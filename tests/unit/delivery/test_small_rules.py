"""Samples, stock files, addresses, who has which number today, and every event in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.domain.donor_groups import ListedNumber, ListedSeries, Range, group_by_donor
from delivery.domain.labels import LABELS
from delivery.domain.preparation import QUESTIONS, missing_answers
from delivery.domain.sampling import LARGEST, SMALLEST, draw, sample_size
from delivery.domain.sims import address_faults, read_stock
from delivery.domain.states import MACHINES as CASE_MACHINES
from delivery.meetings.domain.training import TRAINING
from kernel.statemachine import Machine
from portingsvc.domain.states import MACHINES as PORTING_MACHINES

MACHINES = (*CASE_MACHINES, TRAINING)
MOBILES = [f"+467017406{n:02d}" for n in range(5, 100)]
GOOD, ALSO_GOOD = "8946200000000000004", "8946200000000000012"


# A test on the machines themselves: an event that a table names and the timeline cannot tell is a fault.
@pytest.mark.parametrize("machine", [*MACHINES, *PORTING_MACHINES], ids=lambda machine: machine.name)
def test_every_event_of_every_machine_has_words(machine: Machine) -> None:
    named = {f"{machine.name}.{step.event}" for step in machine.table}
    assert named - set(LABELS) == set()


def test_no_words_are_kept_for_an_event_that_does_not_exist() -> None:
    named = {f"{m.name}.{step.event}" for m in (*MACHINES, *PORTING_MACHINES) for step in m.table}
    assert set(LABELS) - named == set()


@pytest.mark.parametrize(
    ("of", "size"), [(0, 0), (2, 2), (3, 3), (29, 3), (31, 4), (60, 6), (200, 20), (9000, 20)]
)
def test_the_sample_is_one_in_ten_from_three_to_twenty(of: int, size: int) -> None:
    assert sample_size(of) == size


def test_the_same_seed_draws_the_same_sample_whatever_the_order() -> None:
    drawn = draw(MOBILES, "a seed")
    assert draw(reversed(MOBILES), "a seed") == drawn
    assert draw([*MOBILES, *MOBILES], "a seed") == drawn, "a number listed twice is no likelier"
    assert draw(MOBILES, "another") != drawn


@given(st.sets(st.sampled_from(MOBILES)), st.text())
def test_a_sample_lies_within_what_it_is_drawn_from(numbers: set[str], seed: str) -> None:
    drawn = draw(numbers, seed)
    assert set(drawn) <= numbers
    assert len(drawn) == len(set(drawn)) == sample_size(len(numbers))
    assert len(drawn) <= LARGEST
    assert len(drawn) >= min(SMALLEST, len(numbers))


def known(text: str) -> str | None:
    return {"Telia": "TELIA", "Tre": "TRE", "Telenor": "TELENOR"}.get(text)


SERIES = ListedSeries("+46846500400", "+46846500499", "Telia")


def test_a_number_inside_a_listed_series_goes_with_the_series_whatever_stands_beside_it() -> None:
    found = group_by_donor([SERIES], [ListedNumber("+46846500412", "Tre")], known)
    assert found.by_donor == {"TELIA": (Range("+46846500400", "+46846500499"),)}


def test_single_numbers_are_grouped_by_their_own_operator_each_once() -> None:
    numbers = [
        ListedNumber(MOBILES[0], "Tre"),
        ListedNumber(MOBILES[1], "Telenor"),
        ListedNumber(MOBILES[0], "Tre"),
    ]
    found = group_by_donor([SERIES], numbers, known)
    assert list(found.by_donor) == ["TELENOR", "TELIA", "TRE"]
    assert found.by_donor["TRE"] == (Range(MOBILES[0], MOBILES[0]),)
    assert sum(each.count for each in found.ranges) == 102


@pytest.mark.parametrize("operator", ["", "Televerket"])
def test_a_number_without_a_known_operator_is_unclear_unless_one_is_chosen(operator: str) -> None:
    numbers = [ListedNumber(MOBILES[0], operator)]
    assert group_by_donor([], numbers, known).unclear == (MOBILES[0],)
    chosen = group_by_donor([], numbers, known, "TELIA")
    assert chosen.unclear == ()
    assert chosen.by_donor == {"TELIA": (Range(MOBILES[0], MOBILES[0]),)}


def test_a_shorter_number_is_not_in_a_series_of_longer_ones() -> None:
    found = group_by_donor([SERIES], [ListedNumber("+4684650041", "Tre")], known)
    assert found.by_donor["TRE"] == (Range("+4684650041", "+4684650041"),)


@given(st.lists(st.tuples(st.sampled_from(MOBILES), st.sampled_from(["Telia", "Tre", "", "x"]))))
def test_every_number_ends_up_in_exactly_one_place_for_an_operator(listed: list[tuple[str, str]]) -> None:
    found = group_by_donor([SERIES], [ListedNumber(*each) for each in listed], known, "TELENOR")
    placed = {each.first for each in found.ranges if each.count == 1}
    assert placed == {number for number, _ in listed}
    assert all(len(ranges) == len(set(ranges)) for ranges in found.by_donor.values())


def test_a_stock_file_is_read_in_either_separator_and_any_column_order() -> None:
    rows, wrong = read_stock(f"kind;ICCID;PIN;PUK\nSIM;{GOOD};1234;12345678\n")
    assert not wrong
    assert (rows[0].iccid, rows[0].pin) == (GOOD, "1234")
    rows, wrong = read_stock("iccid,kind,pin,puk,activation\n8946 2000 0000 0000 004,esim,,,LPA:1$x$y\n")
    assert not wrong
    assert (rows[0].iccid, rows[0].kind) == (GOOD, "eSIM")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (f"{GOOD[:-1]}5;SIM;1234;12345678;", "inget kortnummer"),
        (";SIM;1234;12345678;", "inget kortnummer"),
        (f"{GOOD};klipp;1234;12345678;", "SIM eller eSIM"),
        (f"{GOOD};SIM;;12345678;", "PIN och PUK"),
        (f"{GOOD};eSIM;;;", "aktiveringskoden"),
    ],
)
def test_a_wrong_row_of_a_stock_file_is_named_with_its_fault(line: str, words: str) -> None:
    _, wrong = read_stock(f"iccid;kind;pin;puk;activation\n{line}\n")
    assert [number for number, _ in wrong] == [2]
    assert words in wrong[0][1].sv


def test_an_iccid_twice_in_a_file_is_a_fault_of_the_later_row() -> None:
    card = f"{GOOD};SIM;1234;12345678;"
    _, wrong = read_stock(f"iccid;kind;pin;puk;activation\n{card}\n{ALSO_GOOD};SIM;1;1;\n{card}\n")
    assert [number for number, _ in wrong] == [4]


@pytest.mark.parametrize("junk", ["", "\n", "iccid;kind", ";;;\n;;;;;;", "\x00", '"', 'iccid;kind\n"open'])
def test_junk_for_a_stock_file_never_raises(junk: str) -> None:
    read_stock(junk)


@pytest.mark.parametrize(
    ("address", "faults"),
    [
        ({"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"}, []),
        ({"street": "Exempelgatan 1", "postcode": "11122", "town": "Stockholm"}, []),
        ({"street": "Exempelgatan 1", "town": "Stockholm"}, ["postcode"]),
        ({"street": "Exempelgatan 1", "postcode": "1112", "town": "Stockholm"}, ["postcode"]),
        ({"street": " ", "postcode": "SE-111", "town": ""}, ["street", "town", "postcode"]),
        ({}, ["street", "postcode", "town"]),
    ],
)
def test_a_parcel_needs_street_postcode_and_town(address: dict[str, str], faults: list[str]) -> None:
    assert address_faults(address) == faults


def test_every_question_wants_a_yes() -> None:
    yes = {each.key: True for each in QUESTIONS}
    assert missing_answers(yes) == ()
    assert [each.key for each in missing_answers(yes | {"no_debts": False})] == ["no_debts"]
    assert len(missing_answers({})) == len(QUESTIONS) == 6
