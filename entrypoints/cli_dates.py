"""What `vaxla porting dates` reads and says: the same explanation as API and pages."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kernel.language import Language
from kernel.numbers import check_number
from portingsvc.api.dates import answer_of
from portingsvc.domain.donors import donor, donor_of
from portingsvc.domain.errors import NOTHING_TO_PORT, NUMBERS_REFUSED
from portingsvc.domain.possible_dates import Dates, Family, explain


def dates_of_file(file: str, wanted: datetime | None, now: datetime | None) -> Dates:
    """Read `number;donor` lines and explain. Raises `NUMBERS_REFUSED`, `DONOR_UNKNOWN`, `NOTHING_TO_PORT`."""
    text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    counts: Counter[tuple[str, str]] = Counter()
    refused: dict[str, list[str]] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        written, _, operator = line.partition(";")
        found = check_number(written)
        if not found.ok:
            refused[written] = [str(code) for code in found.codes]
            continue
        name = operator.strip() or "OTHER"
        counts[donor(donor_of(name) or name).code, str(found.type)] += found.count
    if refused:
        listed = ", ".join(list(refused)[:5])
        raise NUMBERS_REFUSED.error("numbers", count=len(refused), listed=listed)
    if not counts:
        raise NOTHING_TO_PORT.error("numbers")
    families = [Family(code, number_type, count) for (code, number_type), count in counts.items()]
    return explain(families, now or datetime.now(UTC), wanted)


def as_json(dates: Dates, language: Language) -> dict[str, Any]:
    """The answer of `POST /api/v1/porting-dates`."""
    return answer_of(dates, language).model_dump(mode="json")


def as_lines(dates: Dates, language: Language) -> list[str]:
    """The same for a person."""
    lines = []
    for each in dates.families:
        lines.append(f"{each.donor_name}, {each.family.number_type}, {each.family.count}: {each.earliest}")
        lines += [f"  {step.in_(language)}" for step in each.explanation]
        if each.wanted is not None:
            why = each.wanted.why_not
            lines.append(f"  {each.wanted.port_at:%Y-%m-%d %H:%M}: {why.in_(language) if why else 'ok'}")
            lines.append(
                f"  headroom {each.wanted.headroom}, stop {each.wanted.stop_deadline:%Y-%m-%d %H:%M}"
            )
    return [*lines, f"{dates.earliest_for_all}: {', '.join(map(str, dates.possible_for_all))}"]
