"""Where calls go: proposals without fault, and each way of losing a call named at its step."""

from __future__ import annotations

import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delivery.questionnaire.domain.call_flow import FlowFault, Step, faults_of, propose, step_of
from delivery.questionnaire.domain.flow_picture import BOX_HEIGHT, BOX_WIDTH, draw
from delivery.questionnaire.domain.shape import Values

NUMBER = "08-465 004 99"


def flow(**steps: Values) -> list[Step]:
    return [step_of(key, {"name": key.title(), **values}) for key, values in steps.items()]


def faults(steps: list[Step]) -> list[tuple[FlowFault, str]]:
    return [(each.fault, each.step) for each in faults_of(steps)]


WHOLE = {
    "menu": {"kind": "menu", "number": NUMBER, "key_1": "queue", "key_9": "menu", "no_choice": "box"},
    "queue": {"kind": "queue", "group": "g", "wait": "5", "overflow": "box"},
    "box": {"kind": "voicemail", "mailbox": "a@exempel.se"},
}


def test_a_whole_flow_has_no_fault_and_a_menu_may_lead_back_by_the_callers_choice() -> None:
    assert faults(flow(**WHOLE)) == []


def test_a_proposal_of_groups_is_whole() -> None:
    made = propose(
        [("g-a", "Växel", NUMBER), ("g-b", "Support", ""), ("g-c", "Order", "08-465 004 98")], "a@exempel.se"
    )
    assert len(made) == 5
    assert faults([step_of(key, values) for key, values in made]) == []
    assert propose([("g-b", "Support", "")], "") == []


def test_a_dead_end_is_named_with_its_way() -> None:
    steps = flow(**{**WHOLE, "queue": {"kind": "queue", "group": "g", "wait": "5"}})
    (found,) = faults_of(steps)
    assert (found.fault, found.step) == (FlowFault.DEAD_END, "queue")
    assert "Queue" in found.text.sv
    assert "full" in found.text.en


def test_a_step_without_kind_is_a_dead_end() -> None:
    assert (FlowFault.DEAD_END, "menu") in faults(flow(menu={"number": NUMBER}))


def test_a_way_to_what_is_gone_is_told() -> None:
    steps = flow(**{**WHOLE, "queue": {"kind": "queue", "overflow": "removed"}})
    assert (FlowFault.GONE, "queue") in faults(steps)


def test_a_loop_without_the_callers_doing_is_told_once_with_its_way() -> None:
    steps = flow(
        a={"kind": "queue", "number": NUMBER, "overflow": "b"},
        b={"kind": "person", "user": "u", "no_answer": "a"},
    )
    (found,) = faults_of(steps)
    assert found.fault is FlowFault.LOOP
    assert "A → B → A" in found.text.sv


def test_what_nothing_leads_to_and_a_flow_without_beginning_are_told() -> None:
    lone = {**WHOLE, "lone": {"kind": "message"}}
    assert faults(flow(**lone)) == [(FlowFault.UNREACHED, "lone")]
    assert FlowFault.NO_BEGINNING in {fault for fault, _ in faults(flow(box=WHOLE["box"]))}


def test_ways_of_another_kind_are_not_followed() -> None:
    (step,) = flow(a={"kind": "queue", "overflow": "b", "open": "c", "key_1": "d"})
    assert [way.to for way in step.ways] == ["b"]


keys = st.sampled_from(["a", "b", "c", "d", "gone"])
steps_of_any_kind = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d"]),
    st.fixed_dictionaries(
        {"kind": st.sampled_from(["hours", "menu", "queue", "person", "voicemail", "message", ""])},
        optional={
            "number": st.just(NUMBER),
            **dict.fromkeys(("open", "closed", "key_1", "no_choice", "overflow", "no_answer"), keys),
        },
    ),
    max_size=4,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps_of_any_kind)
def test_any_flow_is_drawn_with_every_step_once_and_no_box_over_another(
    given_steps: dict[str, Values],
) -> None:
    steps = flow(**given_steps)
    picture = draw(steps)
    faults_of(steps)
    if picture is None:
        assert not steps
        return
    assert sorted(box.step.key for box in picture.boxes) == sorted(given_steps)
    for one, other in itertools.combinations(picture.boxes, 2):
        assert abs(one.x - other.x) >= BOX_WIDTH or abs(one.y - other.y) >= BOX_HEIGHT
    for box in picture.boxes:
        assert 0 <= box.x <= picture.width - BOX_WIDTH
        assert 0 <= box.y <= picture.height - BOX_HEIGHT
