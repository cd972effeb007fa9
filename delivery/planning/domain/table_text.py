"""The plan's table as text: every phase, activity, owner, what it waits for, when it is due, when it applies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.domain.roles import ROLES
from delivery.domain.activities import Activity, Anchor, Due, Kind
from delivery.domain.options import OPTIONS
from delivery.domain.phase_words import WORDS
from delivery.domain.phases import ACTIVITIES, PHASE_TITLES
from delivery.domain.plan import Laid
from kernel.language import Language, Text

HEADINGS: Final = (
    Text(sv="fas", en="phase"),
    Text(sv="aktivitet", en="activity"),
    Text(sv="resultat", en="result"),
    Text(sv="vem", en="whose"),
    Text(sv="slag", en="kind"),
    Text(sv="väntar på", en="waits for"),
    Text(sv="senast", en="due"),
    Text(sv="grind", en="gate"),
    Text(sv="gäller", en="applies"),
)
KINDS: Final = {
    Kind.INPUT: Text(sv="fylls i", en="input"),
    Kind.CONFIRM: Text(sv="bekräftas", en="confirm"),
    Kind.WAIT: Text(sv="inväntas", en="wait"),
    Kind.AUTOMATIC: Text(sv="av sig självt", en="automatic"),
}
_ANCHORS: Final = {
    Anchor.OPENED: Text(sv="ärendet öppnades", en="the case was opened"),
    Anchor.COMPLETE_DATA: Text(sv="komplett kunddata", en="complete data"),
    Anchor.GO_LIVE: Text(sv="driftstart", en="go-live"),
}
_ALWAYS: Final = Text(sv="alltid", en="always")
_WITH: Final = Text(sv="med {options}", en="with {options}")
_YES: Final = Text(sv="ja", en="yes")
_ON: Final = Text(sv="på dagen för {anchor}", en="on the day of {anchor}")
_BEFORE: Final = Text(sv="{days} arbetsdagar före {anchor}", en="{days} working days before {anchor}")
_AFTER: Final = Text(sv="{days} arbetsdagar efter {anchor}", en="{days} working days after {anchor}")
_TAKES: Final = Text(
    sv="minst {days} arbetsdagar efter det den väntar på",
    en="at least {days} working days after what it waits for",
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table in words; `due_on` when the plan is laid out on a go-live day."""

    phase: str
    key: str
    result: str
    owner: str
    kind: str
    waits_for: tuple[str, ...]
    rule: str
    gate: bool
    applies: str
    conditional: bool
    due_on: date | None = None


def rule_in_words(row: Activity, language: Language) -> str:
    """When an activity is due, as people say it."""
    said = _due(row.due, language)
    return f"{said}; {_TAKES.format(language, days=row.takes)}" if row.takes else said


def _due(due: Due, language: Language) -> str:
    anchor = _ANCHORS[due.anchor].in_(language)
    if not due.days:
        return _ON.format(language, anchor=anchor)
    return (_BEFORE if due.days < 0 else _AFTER).format(language, days=abs(due.days), anchor=anchor)


def applies_in_words(row: Activity, language: Language) -> str:
    """With which options an activity is in the plan."""
    if not row.only_with:
        return _ALWAYS.in_(language)
    options = sorted(OPTIONS[each].in_(language) for each in row.only_with)
    return _WITH.format(language, options=", ".join(options))


def table(language: Language, laid: Iterable[Laid] | None = None) -> list[TableRow]:
    """Every row there is; or those of a plan that is laid out, with their days."""
    rows = (
        [(row, None) for row in ACTIVITIES]
        if laid is None
        else [(each.activity, each.due_on) for each in laid]
    )
    return [
        TableRow(
            phase=PHASE_TITLES[row.phase].in_(language),
            key=row.key,
            result=WORDS[row.key].staff.in_(language),
            owner=ROLES[row.owner].title.in_(language),
            kind=KINDS[row.kind].in_(language),
            waits_for=row.after,
            rule=rule_in_words(row, language),
            gate=row.gate,
            applies=applies_in_words(row, language),
            conditional=bool(row.only_with),
            due_on=due_on,
        )
        for row, due_on in rows
    ]


def markdown(language: Language, laid: Iterable[Laid] | None = None) -> str:
    """The table as Markdown."""
    lines = [
        "| " + " | ".join(each.in_(language) for each in HEADINGS) + " |",
        "|" + "---|" * len(HEADINGS),
    ]
    for row in table(language, laid):
        due = f"{row.due_on}, {row.rule}" if row.due_on else row.rule
        gate = _YES.in_(language) if row.gate else ""
        waits = ", ".join(row.waits_for) or "–"
        cells = (row.phase, row.key, row.result, row.owner, row.kind, waits, due, gate, row.applies)
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)
