"""Where a case stands, as it is kept between changes and read into a list."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, Final

from accounts.domain.roles import Role
from delivery.domain.facts import CaseFacts, NumberCounts, SimFacts
from delivery.domain.lead_time import missing_links
from delivery.domain.next_action import NextAction, next_action
from delivery.domain.queues import Queue, work_queue
from delivery.domain.risks import risks
from kernel.language import Text

# The clock hours at which the passing of time changes a standing: a new day, and the donors' cut-off, after
# which a request counts as tomorrow's and the headroom shrinks.
_TURNS: Final = (time(0), time(17))


@dataclass(frozen=True, slots=True)
class WantedSims:
    """What a case wants of the stock: cards and profiles still to give, and how many are wanted now."""

    cards: int = 0
    profiles: int = 0
    now: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What follows from a case's facts and is shown in lists."""

    queue: Queue
    sort_on: date
    action: NextAction
    risks: tuple[Text, ...]
    numbers: NumberCounts
    is_preliminary: bool
    wanted_sims: WantedSims

    @property
    def is_at_risk(self) -> bool:
        return bool(self.risks)


def standing_of(facts: CaseFacts) -> Standing:
    """Work it out."""
    action = next_action(facts)
    return Standing(
        queue=work_queue(facts, action),
        sort_on=action.due_on or facts.go_live_on,
        action=action,
        risks=risks(facts),
        numbers=facts.porting.numbers,
        is_preliminary=bool(missing_links(facts)),
        wanted_sims=_wanted(facts.sims),
    )


def _wanted(sims: SimFacts) -> WantedSims:
    return WantedSims(sims.coming_cards, sims.coming_profiles, sims.short)


def valid_until(now: datetime, zone: tzinfo) -> datetime:
    """The next instant at which a standing may change though nobody does anything."""
    here = now.astimezone(zone)
    days = (here.date(), here.date() + timedelta(days=1))
    turns = (datetime.combine(day, at, zone) for day in days for at in _TURNS)
    return min(turn for turn in turns if turn > here)


def packed(standing: Standing) -> dict[str, Any]:
    """What is kept of it as a document; `queue` and `sort_on` have columns of their own."""
    action = standing.action
    return {
        "key": action.key,
        "text": _both(action.text),
        "owner": action.owner.value if action.owner else None,
        "due_on": action.due_on.isoformat() if action.due_on else None,
        "is_wait": action.is_wait,
        "is_urgent": action.is_urgent,
        "risks": [_both(risk) for risk in standing.risks],
        "numbers": asdict(standing.numbers),
        "is_preliminary": standing.is_preliminary,
        "sims": asdict(standing.wanted_sims),
    }


def unpacked(queue: str, sort_on: date, line: dict[str, Any]) -> Standing:
    """A standing as it was kept."""
    found = tuple(_text(each) for each in line["risks"])
    action = NextAction(
        key=line["key"],
        text=_text(line["text"]),
        owner=Role(line["owner"]) if line["owner"] else None,
        due_on=date.fromisoformat(line["due_on"]) if line["due_on"] else None,
        risk=found[0] if found else None,
        is_wait=line["is_wait"],
        is_urgent=line["is_urgent"],
    )
    numbers = NumberCounts(**line["numbers"])
    sims = WantedSims(**line.get("sims", {}))  # a standing of before they were kept has none
    return Standing(Queue(queue), sort_on, action, found, numbers, line["is_preliminary"], sims)


def _both(text: Text) -> list[str]:
    return [text.sv, text.en]


def _text(both: list[str]) -> Text:
    return Text(sv=both[0], en=both[1])
