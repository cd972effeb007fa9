"""The donor behind the clearing house: what it answers to a request, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from kernel.workdays import add_workdays, is_workday
from simulators.gateway.codes import BLOCKING_CODES
from simulators.gateway.script import Decision, Rule

STOCKHOLM: Final = ZoneInfo("Europe/Stockholm")
LEAD_WORKDAYS: Final = 10
STOP_WORKDAYS: Final = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """A message the donor will send, and when."""

    kind: str
    due_at: datetime
    body: dict[str, Any]


def decide(rule: Rule, body: dict[str, Any], now: datetime, *, check_lead: bool) -> list[Answer]:
    """All that the donor will say about a request, the port itself included."""
    if rule.decision is Decision.SILENCE:
        return []
    answered = now + timedelta(minutes=rule.answer_after_minutes)
    said: list[Answer] = []
    if rule.decision is Decision.DELAY:
        due = answered + timedelta(minutes=rule.delay_minutes)
        said.append(
            Answer("answer_delayed", answered, {"answer_due_at": due.isoformat(), "reason_code": "MANUAL"})
        )
        answered = due
    parts = _parts(rule, body, now, check_lead=check_lead)
    port_at = datetime.fromisoformat(body["port_at"])
    confirmed = port_at + timedelta(days=1) if rule.decision is Decision.MISMATCH else port_at
    answer = {
        "blocking": all(part["blocking_codes"] for part in parts),
        "series": parts,
        "confirmed_port_at": confirmed.isoformat(),
    }
    said.append(Answer("answer", answered, answer))
    if rule.duplicate_answer:
        said.append(Answer("answer", answered, answer))
    return said


def performance(rule: Rule, body: dict[str, Any], answer: dict[str, Any]) -> Answer | None:
    """What happens at the port hour: the port, a failure, or nothing when all was refused."""
    accepted = [
        {"first": part["first"], "last": part["last"]}
        for part in answer["series"]
        if not part["blocking_codes"]
    ]
    if not accepted:
        return None
    due = datetime.fromisoformat(body["port_at"])
    if rule.decision is Decision.FAIL_AFTER_PIVOT:
        return Answer("error", due, {"code": "EXECUTION_FAILED", "text": "the donor's switch refused"})
    return Answer("performed", due, {"actual_at": due.isoformat(), "series": accepted})


def _parts(rule: Rule, body: dict[str, Any], now: datetime, *, check_lead: bool) -> list[dict[str, Any]]:
    first_possible = earliest(now)
    codes = list(rule.blocking_codes) if rule.decision is Decision.REJECT else []
    if rule.owner_id_expected and body["owner_id"] != rule.owner_id_expected:
        codes.append(BLOCKING_CODES["OWNER_ID_MISMATCH"])
    port_at = datetime.fromisoformat(body["port_at"]).astimezone(STOCKHOLM)
    too_early = port_at.date() < first_possible.date()
    off_hours = not is_workday(port_at.date()) or port_at.minute or port_at.second
    date_wrong = check_lead and (too_early or off_hours)
    if date_wrong:
        codes.append(BLOCKING_CODES["DATE_NOT_POSSIBLE"])
    parts: list[dict[str, Any]] = []
    for series in body["series"]:
        if rule.only_numbers and not date_wrong:
            parts += _split(series, set(rule.only_numbers), codes)
        else:
            parts.append({**series, "blocking_codes": codes})
    for part in parts:
        part["first_possible_date"] = first_possible.date().isoformat() if date_wrong else None
        part["note"] = None
    return parts


def _split(series: dict[str, str], refused: set[str], codes: list[str]) -> list[dict[str, Any]]:
    """Answer number by number, so that part of a series can be refused."""
    first, last = int(series["first"][1:]), int(series["last"][1:])
    numbers = [f"+{each}" for each in range(first, last + 1)]
    return [
        {"first": number, "last": number, "blocking_codes": codes if number in refused else []}
        for number in numbers
    ]


def earliest(now: datetime) -> datetime:
    """The first day the donor would port on for a request received now (it counts like everybody)."""
    local = now.astimezone(STOCKHOLM)
    counted = local.date()
    if not is_workday(counted) or local.hour >= 17:  # noqa: PLR2004  (the usual cut-off, 17:00)
        counted = add_workdays(counted, 1)
    day = add_workdays(counted, LEAD_WORKDAYS)
    return datetime(day.year, day.month, day.day, tzinfo=STOCKHOLM)


def may_stop(port_at: datetime, now: datetime) -> bool:
    """Whether a booked port can still be stopped: until two working days before."""
    deadline = add_workdays(port_at.astimezone(STOCKHOLM).date(), -STOP_WORKDAYS)
    return now.astimezone(STOCKHOLM).date() <= deadline
