"""What `vaxla porting dates` reads and says: the same explanation as API and pages."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kernel.language import Language
from portingsvc.api.dates import answer_of
from portingsvc.domain.possible_dates import Dates, Sorted, explain, sort_out


def dates_of_file(file: str, wanted: datetime | None, now: datetime | None) -> tuple[Dates, Sorted]:
    """Read `number;donor` lines and explain. Raises `NUMBERS_REFUSED`, `NOTHING_TO_PORT`."""
    text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    lines = [line.partition(";") for line in filter(None, map(str.strip, text.splitlines()))]
    found = sort_out((written.strip(), operator.strip() or "OTHER") for written, _, operator in lines)
    return explain(found.families, now or datetime.now(UTC), wanted), found


def as_json(dates: Dates, found: Sorted, language: Language) -> dict[str, Any]:
    """The answer of `POST /api/v1/porting-dates`."""
    return answer_of(dates, found.refused, language).model_dump(mode="json")


def as_lines(dates: Dates, found: Sorted, language: Language) -> list[str]:
    """The same for a person."""
    lines = [f"{number}: {', '.join(codes)}" for number, codes in found.refused.items()]
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
