"""Each rule: what it takes, how it tidies, and what it refuses with which code."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from delivery.domain.preparation import missing_answers
from delivery.questionnaire.domain import opening_hours, rules
from delivery.questionnaire.domain.judging import judge, overlaid
from delivery.questionnaire.domain.money import INVOICING, invoicing_result, training_result
from delivery.questionnaire.domain.operators import OPERATORS, readiness
from delivery.questionnaire.domain.technical import NETWORK
from kernel.errors import DomainError

GOOD = [
    (rules.email, "Faktura@Exempel.SE", "faktura@exempel.se"),
    (rules.phone, "08-46500400", "08-465 004 00"),
    (rules.series, "08-465 004 00–19", "08-465 004 00–19"),
    (rules.postcode, "SE-11122", "111 22"),
    (rules.owner_id, "559999-9009", "559999-9009"),
    (rules.peppol_id, "0007: 559999-9009", "0007:5599999009"),
    (rules.peppol_id, "0088:7300010000001", "0088:7300010000001"),
    (rules.count, "1 200", "1200"),
    (rules.day, "2027-03-01", "2027-03-01"),
    (rules.extension, "200", "200"),
    (rules.addresses, "192.0.2.10\n2001:db8::/48", "192.0.2.10\n2001:db8::/48"),
    (opening_hours.hours, "8-17", "08.00–17.00"),
    (opening_hours.hours, "kl. 8.30–12, 13:00–16.30", "08.30–12.00, 13.00–16.30"),
    (opening_hours.hours, "Stängt", "stängt"),
    (opening_hours.hours, "dygnet runt", "00.00–24.00"),
    (opening_hours.weekdays, "8–17", "08.00–17.00"),
    (opening_hours.weekdays, "mån-tor 08-16, fre 08-15", "mån–tors 08.00–16.00, fre 08.00–15.00"),
]
BAD = [
    (rules.email, "faktura", "ANSWER_EMAIL"),
    (rules.phone, "12", "ANSWER_PHONE"),
    (rules.series, "serie", "ANSWER_SERIES"),
    (rules.postcode, "1112", "ANSWER_POSTCODE"),
    (rules.owner_id, "559999-9008", "ANSWER_OWNER_ID"),
    (rules.peppol_id, "0007:5599999008", "ANSWER_PEPPOL"),
    (rules.peppol_id, "0088:7300010000002", "ANSWER_PEPPOL"),
    (rules.peppol_id, "559999-9009", "ANSWER_PEPPOL"),
    (rules.count, "några", "ANSWER_COUNT"),
    (rules.day, "1 mars", "ANSWER_DATE"),
    (rules.extension, "1", "ANSWER_EXTENSION"),
    (rules.addresses, "192.0.2.300", "ANSWER_NETWORK"),
    (opening_hours.hours, "17-8", "ANSWER_HOURS"),
    (opening_hours.hours, "8-12, 11-17", "ANSWER_HOURS"),
    (opening_hours.hours, "8-17.75", "ANSWER_HOURS"),
    (opening_hours.weekdays, "blå 8-17", "ANSWER_HOURS"),
]


@pytest.mark.parametrize(("rule", "written", "tidy"), GOOD)
def test_what_is_right_is_tidied_and_stays_so(rule: Callable[[str], str], written: str, tidy: str) -> None:
    assert rule(written) == tidy
    assert rule(tidy) == tidy


@pytest.mark.parametrize(("rule", "written", "code"), BAD)
def test_what_is_wrong_is_told_with_its_code_in_both_languages(
    rule: Callable[[str], str], written: str, code: str
) -> None:
    with pytest.raises(DomainError) as refused:
        rule(written)
    assert refused.value.code == code
    for language in ("sv", "en"):
        assert "{" not in refused.value.detail(language)


def test_a_week_reads_back_as_it_is_written() -> None:
    week = {0: "08.00–12.00, 13.00–17.00", 1: "stängt", 5: "10.00–14.00", 6: "stängt"}
    assert opening_hours.read_week(opening_hours.in_words(week)) == week
    assert opening_hours.read_week("Mon-Fri 08:00-17:00")[4] == "08.00–17.00"
    assert opening_hours.read_week("8-17") == dict.fromkeys(range(5), "08.00–17.00")


def test_only_what_applies_is_asked_and_judged() -> None:
    values = overlaid(INVOICING, {}, {"method": "peppol", "email": "nonsense"})
    found = judge(INVOICING, values)
    assert "email" not in {each.key for each in found.asked}
    assert found.missing == ("peppol_id",)
    assert not found.faults
    assert found.seconds_left == 20


def test_a_checklist_is_done_when_every_box_is_ticked() -> None:
    some = judge(NETWORK, {"checked": ["out", "alg"], "managed": "no"})
    assert some.faults["checked"].code == "TICKS_MISSING"
    every = [key for key, _ in NETWORK.questions[0].choices]
    assert judge(NETWORK, {"checked": every, "managed": "no"}).left == 0


def test_what_is_no_longer_offered_is_told() -> None:
    assert judge(INVOICING, {"period": "year"}).faults["period"].code == "ANSWER_NOT_OFFERED"


def test_invoicing_reads_the_recipient_of_the_method_chosen() -> None:
    given = {"method": "peppol", "peppol_id": "0007:5599999009", "email": "a@exempel.se", "period": "month"}
    assert invoicing_result(given)["recipient"] == "0007:5599999009"
    assert invoicing_result(given)["period"] == "month"


def test_no_training_is_nobody_whatever_was_written_before() -> None:
    assert training_result({"wanted": "no", "users": "20"})["users"] == 0
    assert training_result({"wanted": "yes", "users": "20"})["users"] == 20


def test_an_operator_answered_well_is_prepared_and_each_doubt_is_not() -> None:
    good = {
        "bound": "no",
        "unassigned": "none",
        "debts": "no",
        "prepaid": "none",
        "contacted": "yes",
        "ends": "no",
    }
    assert not missing_answers(readiness(good))
    for key, doubt in (
        ("bound", "yes"),
        ("unassigned", "inactive"),
        ("debts", "yes"),
        ("prepaid", "not_registered"),
        ("contacted", "no"),
        ("ends", "yes"),
    ):
        assert doubt in {each for each, _ in OPERATORS.question(key).choices}
        assert len(missing_answers(readiness({**good, key: doubt}))) == 1
