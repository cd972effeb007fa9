"""A call flow as a graph: where a call goes from each step, a proposal, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from delivery.questionnaire.domain.groups import BY_CALLER, CONTINUES, FLOW
from delivery.questionnaire.domain.shape import Value, Values
from kernel.language import Text


class FlowFault(StrEnum):
    """What may be wrong with a step."""

    DEAD_END = "dead_end"
    GONE = "gone"
    LOOP = "loop"
    UNREACHED = "unreached"
    NO_BEGINNING = "no_beginning"


FLOW_FAULTS: Final = {
    FlowFault.DEAD_END: Text(
        sv="Återvändsgränd: «{step}» säger inte vart samtalet går ({how}). Välj ett steg dit.",
        en="Dead end: “{step}” does not say where the call goes ({how}). Choose a step for it.",
    ),
    FlowFault.GONE: Text(
        sv="«{step}» leder till ett steg som är borttaget ({how}). Välj ett annat.",
        en="“{step}” leads to a step that has been removed ({how}). Choose another.",
    ),
    FlowFault.LOOP: Text(
        sv="Rundgång: {how}. Samtalet kommer aldrig fram. Låt något av stegen leda till en röstbrevlåda.",
        en="Loop: {how}. The call never arrives. Let one of the steps lead to a voicemail.",
    ),
    FlowFault.UNREACHED: Text(
        sv="Inget leder till «{step}». Skriv vilket nummer som leder dit, eller välj det i ett annat steg.",
        en="Nothing leads to “{step}”. Say which number leads there, or choose it in another step.",
    ),
    FlowFault.NO_BEGINNING: Text(
        sv="Inget steg har ett nummer utifrån. Skriv vilket nummer som leder till det första steget.",
        en="No step has a number from outside. Say which number leads to the first step.",
    ),
}


@dataclass(frozen=True, slots=True)
class Way:
    """One way on from a step: by which answer, and to which step."""

    by: str
    to: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `number` is set where calls come in from outside; `needs` lists the ways it must have."""

    key: str
    name: str
    kind: str
    number: str
    about: str
    ways: tuple[Way, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A fault, at which step, and how."""

    fault: FlowFault
    step: str
    text: Text


def step_of(key: str, values: Values, about: str = "") -> Step:
    """A step from its answers; ways that do not belong to its kind are left out."""
    asked = [each for each in FLOW.asked(values) if each.key in CONTINUES]
    ways = tuple(Way(each.key, str(values[each.key])) for each in asked if values.get(each.key))
    needs = tuple(each.key for each in asked if each.required)
    name = str(values.get("name") or values.get("kind") or "…")
    return Step(key, name, str(values.get("kind", "")), str(values.get("number", "")), about, ways, needs)


def way_words(by: str) -> Text:
    """What a way is called: the question that names it."""
    question = FLOW.question(by)
    if question is None:
        raise KeyError(by)
    return question.text


def faults_of(steps: Sequence[Step]) -> list[Found]:
    """Everything that would lose a call, in the order of the steps."""
    if not steps:
        return []
    known = {step.key: step for step in steps}
    found = [each for step in steps for each in _ends(step, known)]
    if not any(step.number for step in steps):
        found.append(_found(FlowFault.NO_BEGINNING, steps[0]))
    else:
        reached = _reached(known)
        found += [_found(FlowFault.UNREACHED, step) for step in steps if step.key not in reached]
    return found + _loops(known)


def _found(fault: FlowFault, step: Step, how: Text | str = "") -> Found:
    words = FLOW_FAULTS[fault]
    sv, en = (how.sv, how.en) if isinstance(how, Text) else (how, how)
    return Found(
        fault,
        step.key,
        Text(sv=words.sv.format(step=step.name, how=sv), en=words.en.format(step=step.name, how=en)),
    )


def _ends(step: Step, known: Mapping[str, Step]) -> Iterable[Found]:
    given = {way.by for way in step.ways}
    for by in step.needs:
        if by not in given:
            yield _found(FlowFault.DEAD_END, step, way_words(by))
    if not step.kind:
        yield _found(FlowFault.DEAD_END, step, Text(sv="inget är valt", en="nothing is chosen"))
    for way in step.ways:
        if way.to not in known:
            yield _found(FlowFault.GONE, step, way_words(way.by))


def _reached(known: Mapping[str, Step]) -> set[str]:
    """Every step that some call from outside can come to."""
    left = [step.key for step in known.values() if step.number]
    reached: set[str] = set()
    while left:
        key = left.pop()
        if key in known and key not in reached:
            reached.add(key)
            left += [way.to for way in known[key].ways]
    return reached


def _loops(known: Mapping[str, Step]) -> list[Found]:
    """Circles in which a call goes round without its caller doing anything; each is told once."""
    onward = {
        key: [way.to for way in step.ways if way.by not in BY_CALLER and way.to in known]
        for key, step in known.items()
    }
    found: list[Found] = []
    told: set[frozenset[str]] = set()
    for key in known:
        circle = _circle(key, onward)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            names = " → ".join(known[each].name for each in (*circle, key))
            found.append(_found(FlowFault.LOOP, known[key], names))
    return found


def _circle(start: str, onward: Mapping[str, list[str]]) -> list[str]:
    """The shortest way from a step back to itself; empty when there is none."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for following in onward[way[-1]]:
            if following == start:
                return way
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []


def propose(groups: Sequence[tuple[str, str, str]], mailbox: str) -> list[tuple[str, dict[str, Value]]]:
    """A flow for each group that has a number: open, queue, voicemail; closed, voicemail.

    `groups` are item, name and number. Whoever has no such group gets no proposal.
    """
    made: list[tuple[str, dict[str, Value]]] = []
    for item, name, number in groups:
        if not number:
            continue
        asked, queue = f"tid-{item}"[:80], f"ko-{item}"[:80]
        made += [
            (
                asked,
                {
                    "name": f"{name}: öppet?",
                    "kind": "hours",
                    "number": number,
                    "hours_of": item,
                    "open": queue,
                    "closed": _MAILBOX,
                },
            ),
            (queue, {"name": name, "kind": "queue", "group": item, "wait": "5", "overflow": _MAILBOX}),
        ]
    if made:
        made.append((_MAILBOX, {"name": "Röstbrevlåda", "kind": "voicemail", "mailbox": mailbox}))
    return made


_MAILBOX: Final = "rostbrevlada"
