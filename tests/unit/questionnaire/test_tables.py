"""The table of sections and questions is whole: every row says what a person needs to answer it."""

from __future__ import annotations

from delivery.domain.options import Option
from delivery.questionnaire.domain.sections import BY_KEY, asked_of
from delivery.questionnaire.domain.shape import Kind
from infra.texts import catalogue


def test_keys_are_unique_and_fit_their_columns() -> None:
    keys = [section.key for section in BY_KEY.values()]
    assert len(set(keys)) == len(keys)
    for section in BY_KEY.values():
        questions = [each.key for each in section.questions]
        assert len(set(questions)) == len(questions), section.key
        assert len(section.key) <= 30
        assert all(len(key) <= 40 for key in questions)


def test_every_question_says_why_in_both_languages_and_takes_time() -> None:
    for section in BY_KEY.values():
        for question in section.questions:
            assert question.why.sv != question.why.en or question.why.sv.isdigit()
            assert question.seconds > 0
            assert question.text.sv


def test_what_is_chosen_from_has_something_to_choose() -> None:
    for section in BY_KEY.values():
        for question in section.questions:
            if question.kind in (Kind.CHOICE, Kind.SEVERAL):
                assert question.choices or question.offered


def test_a_condition_names_an_earlier_question_and_answers_it_can_have() -> None:
    for section in BY_KEY.values():
        met: dict[str, set[str]] = {}
        for question in section.questions:
            if question.when:
                assert question.when.answers <= met[question.when.question], (section.key, question.key)
            met[question.key] = {key for key, _ in question.choices}


def test_repeating_sections_can_be_named_and_added_to() -> None:
    for section in BY_KEY.values():
        if section.repeats:
            assert section.named_by
            assert all(section.question(each) for each in section.named_by.split())
            assert section.add


def test_what_is_usual_passes_its_own_rule() -> None:
    for section in BY_KEY.values():
        for question in section.questions:
            if question.usual and question.rule:
                assert question.rule(str(question.usual)) == question.usual
            if question.usual and question.choices:
                assert question.usual in {key for key, _ in question.choices}


def test_technical_sections_are_asked_only_where_something_needs_them() -> None:
    plain = {each.key for each in asked_of(frozenset())}
    assert not {"network", "integrations"} & plain
    assert "network" in {each.key for each in asked_of(frozenset({Option.SOFTPHONE}))}
    assert {"network", "integrations"} <= {each.key for each in asked_of(frozenset({Option.INTEGRATIONS}))}


def test_every_way_of_a_flow_has_a_short_word_for_the_picture() -> None:
    from delivery.questionnaire.domain.groups import CONTINUES

    assert {f"questions.way_{by}" for by in CONTINUES} <= set(catalogue())
