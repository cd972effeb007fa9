"""What a scripted donor will say to a request, a wish to cancel and a wish for another time, and when.

The messages have the form of `docs/gateway-protocol.md`, so the product reads them as it reads a real donor's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from kernel.numbers import expand
from portingsvc.domain.donors import donor
from portingsvc.domain.schedule import stop_deadline
from portingsvc.domain.scripted_donors import (
    ANSWER_AFTER,
    DELAYED_ANSWER_AFTER,
    Play,
    Script,
    script_of,
)

REJECTED: Final = "rejected"
ACCEPTED: Final = "accepted"
CANCELLED: Final = "cancelled"
_OTHER_DATE: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a donor, and when it comes."""

    kind: str
    due_at: datetime
    body: dict[str, Any]


def answers(body: dict[str, Any], now: datetime) -> list[Said]:
    """All that a donor says to a request that came `now`, the port itself included; nothing when it is silent."""
    script = script_of(_first(body))
    if script.play is Play.SILENCE:
        return []
    said, answered = [], now + ANSWER_AFTER
    if script.play is Play.DELAY:
        later = answered + DELAYED_ANSWER_AFTER
        late = {"answer_due_at": later.isoformat(), "reason_code": "MANUAL"}
        said.append(Said("answer_delayed", answered, late))
        answered = later
    parts = _parts(script, body)
    port_at = datetime.fromisoformat(body["port_at"])
    if script.play is Play.OTHER_DATE:
        port_at += _OTHER_DATE
    accepted = [part for part in parts if not part["blocking_codes"]]
    answer = {"blocking": not accepted, "series": parts, "confirmed_port_at": port_at.isoformat()}
    said.append(Said("answer", answered, answer))
    if accepted:
        said.append(_performance(script, accepted, port_at))
    return said


def grants_cancel(body: dict[str, Any], stands: str, now: datetime) -> Said:
    """The donor's answer to a wish to cancel."""
    script = script_of(_first(body))
    granted = (
        stands not in (REJECTED, CANCELLED)
        and script.play is not Play.REFUSE_CANCEL
        and now <= stop_deadline(donor(body["donor"]), datetime.fromisoformat(body["port_at"]))
    )
    reason = "" if granted else "too late to stop, or refused by the donor"
    return Said("cancel", now, {"accepted": granted, "reason": reason})


def grants_change(body: dict[str, Any], stands: str, port_at: datetime, now: datetime) -> Said:
    """The donor's answer to a wish for another time: the new one, or the old one kept."""
    old = datetime.fromisoformat(body["port_at"])
    granted = (
        stands == ACCEPTED
        and script_of(_first(body)).play is not Play.REFUSE_CHANGE
        and now <= stop_deadline(donor(body["donor"]), old)
    )
    kept = port_at if granted else old
    return Said("change", now, {"accepted": granted, "confirmed_port_at": kept.isoformat()})


def _first(body: dict[str, Any]) -> str:
    return str(body["series"][0]["first"])


def _parts(script: Script, body: dict[str, Any]) -> list[dict[str, Any]]:
    """The answer by series; number by number where some are refused and some not."""
    refused = script.play is Play.REJECT or (script.play is Play.REJECT_ONCE and body["attempt"] == 1)
    codes = [script.blocking_code] if refused else []
    if script.play is not Play.PARTIAL:
        return [_part(each["first"], each["last"], codes) for each in body["series"]]
    numbers = [number for each in body["series"] for number in expand(each["first"], each["last"])]
    return [_part(n, n, [script.blocking_code] if at % 2 else []) for at, n in enumerate(numbers)]


def _part(first: str, last: str, codes: list[str]) -> dict[str, Any]:
    return {"first": first, "last": last, "blocking_codes": codes, "first_possible_date": None, "note": None}


def _performance(script: Script, accepted: list[dict[str, Any]], port_at: datetime) -> Said:
    if script.play is Play.FAIL_AFTER_PIVOT:
        return Said("error", port_at, {"code": "EXECUTION_FAILED", "text": "the donor's switch refused"})
    series = [{"first": part["first"], "last": part["last"]} for part in accepted]
    return Said("performed", port_at, {"actual_at": port_at.isoformat(), "series": series})
