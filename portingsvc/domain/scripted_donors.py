"""What a sandbox's donors do, chosen by the last two digits of an order's first number (PA-03).

One table: the answers, the API and the documentation are made from it. The reject codes are those of
`rejections`, so `01` in a number is `01` at the gateway.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from kernel.language import Text
from portingsvc.domain.rejections import REASONS

# How long a scripted donor thinks before it answers.
ANSWER_AFTER: Final = timedelta(minutes=30)
DELAYED_ANSWER_AFTER: Final = timedelta(days=2)
_UNKNOWN_CODE: Final = "77"
_ENDING_DIGITS: Final = 2


class Play(StrEnum):
    """What a scripted donor does."""

    ACCEPT = "accept"
    REJECT = "reject"
    REJECT_ONCE = "reject_once"
    DELAY = "delay"
    SILENCE = "silence"
    PARTIAL = "partial"
    REFUSE_CANCEL = "refuse_cancel"
    REFUSE_CHANGE = "refuse_change"
    FAIL_AFTER_PIVOT = "fail_after_pivot"
    OTHER_DATE = "other_date"


@dataclass(frozen=True, slots=True)
class Script:
    """One ending and what it brings. `blocking_code` is the gateway's, empty where nothing is refused."""

    ending: str
    play: Play
    text: Text
    blocking_code: str = ""
    reason: str = ""


ACCEPT: Final = Script(
    "",
    Play.ACCEPT,
    Text(
        sv="Varje annan slutsiffra: ja efter 30 minuter, flytt i rätt timme.",
        en="Any other ending: a yes after 30 minutes, the port at its hour.",
    ),
)
_REJECTIONS: Final = tuple(
    Script(
        reason.blocking_code,
        Play.REJECT,
        Text(sv=f"Nej: {reason.text.sv}", en=f"No: {reason.text.en}"),
        reason.blocking_code,
        reason.code,
    )
    for reason in REASONS.values()
)
_OWNER, _NOT_FOUND = REASONS["OWNER_ID_MISMATCH"], REASONS["NUMBER_NOT_FOUND"]
SCRIPTS: Final = (
    ACCEPT,
    *_REJECTIONS,
    Script(
        "20",
        Play.DELAY,
        Text(
            sv="Efter 30 minuter besked att svaret dröjer; två dygn senare ja.",
            en="After 30 minutes word that the answer will be late; two days later a yes.",
        ),
    ),
    Script("21", Play.SILENCE, Text(sv="Inget svar alls.", en="No answer at all.")),
    Script(
        "22",
        Play.PARTIAL,
        Text(
            sv="Delvis: vartannat nummer nekas (02), det första och varje annat accepteras.",
            en="Partial: every second number is refused (02), the first and the others are accepted.",
        ),
        _NOT_FOUND.blocking_code,
        _NOT_FOUND.code,
    ),
    Script(
        "23",
        Play.REFUSE_CANCEL,
        Text(sv="Ja, men nekar avbeställning.", en="A yes, but a wish to cancel is refused."),
    ),
    Script(
        "24",
        Play.FAIL_AFTER_PIVOT,
        Text(
            sv="Ja, men flytten misslyckas i sin timme, då den inte kan stoppas längre.",
            en="A yes, but the port fails at its hour, when it cannot be stopped any more.",
        ),
    ),
    Script(
        "25",
        Play.OTHER_DATE,
        Text(
            sv="Ja, men till dagen efter den ni bad om.", en="A yes, but for the day after the one asked for."
        ),
    ),
    Script(
        "26",
        Play.REJECT_ONCE,
        Text(
            sv="Nej (01) på första försöket, ja på nästa.",
            en="No (01) to the first attempt, yes to the next.",
        ),
        _OWNER.blocking_code,
        _OWNER.code,
    ),
    Script(
        "27", Play.REFUSE_CHANGE, Text(sv="Ja, men nekar ny tid.", en="A yes, but another time is refused.")
    ),
    Script(
        _UNKNOWN_CODE,
        Play.REJECT,
        Text(sv="Nej med en kod som ingen känner (77).", en="No, with a code that nobody knows (77)."),
        _UNKNOWN_CODE,
        "UNKNOWN",
    ),
)
_BY_ENDING: Final = {script.ending: script for script in SCRIPTS}


def script_of(first: str) -> Script:
    """The row for an order by its first number, E.164."""
    return _BY_ENDING.get(first[-_ENDING_DIGITS:], ACCEPT)
