"""The process table, printed: ten steps down, six actors across, as plain text or Markdown."""

from __future__ import annotations

from kernel.language import Language
from openfibre.operator_change.domain.activities import rows
from openfibre.operator_change.domain.parties import Flow, Party


def table(flow: Flow, language: Language) -> list[list[str]]:
    """The cells as words, the heading first. An actor without a part in a step has an empty cell."""
    lines = [["", *(party.value for party in Party)]]
    for step, cells in rows(flow):
        head = f"{step.number}. {step.name.in_(language)} ({step.when.in_(language)})"
        words = ["; ".join(f"{each.id} {each.text(flow).in_(language)}" for each in cell) for cell in cells]
        lines.append([head, *words])
    return lines


def markdown(flow: Flow, language: Language) -> str:
    """The table in Markdown."""
    head, *body = ("| " + " | ".join(line) + " |" for line in table(flow, language))
    ruler = "|" + "---|" * (len(Party) + 1)
    return "\n".join([head, ruler, *body])
