"""A call flow as its page shows it: the picture, the same in words, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from delivery.questionnaire.domain.call_flow import Found, Step, faults_of, step_of, way_words
from delivery.questionnaire.domain.flow_picture import BOX_HEIGHT, BOX_WIDTH, Picture, draw
from delivery.questionnaire.queries.views import SectionView
from kernel.language import Text


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step in words: what it does, and where each way leads."""

    step: Step
    kind: Text | None
    ways: tuple[tuple[Text, str], ...]


@dataclass(frozen=True, slots=True)
class FlowView:
    """All of it. `box` is the size of a step in the picture."""

    picture: Picture | None
    lines: tuple[StepLine, ...]
    faults: tuple[Found, ...]
    box: tuple[int, int] = (BOX_WIDTH, BOX_HEIGHT)


def flow_view(seen: SectionView) -> FlowView:
    """The flow of a case from the answers as they stand."""
    kinds = {
        item.item: next((each.shown for each in item.answers if each.question.key == "kind"), None)
        for item in seen.items
    }
    steps = [step_of(item.item, item.values) for item in seen.items]
    names = {step.key: step.name for step in steps}
    lines = tuple(
        StepLine(
            step,
            kinds[step.key],
            tuple((way_words(way.by), names.get(way.to, "?")) for way in step.ways),
        )
        for step in steps
    )
    return FlowView(draw(steps), lines, tuple(faults_of(steps)))
