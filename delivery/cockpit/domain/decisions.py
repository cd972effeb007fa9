"""Decisions of the go-live day: go or no-go before the last stop, and afterwards what helps forward (DL-13, NP-07)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from delivery.domain.facts import CaseFacts
from delivery.domain.plan import lacking
from delivery.domain.states import CaseState
from kernel.language import Text


class DecisionKind(StrEnum):
    """What was decided."""

    GO = "go"
    NO_GO = "no_go"
    ROLL_FORWARD = "roll_forward"
    NOTE = "note"


DECISIONS: Final = {
    DecisionKind.GO: Text(sv="Vi kör", en="Go"),
    DecisionKind.NO_GO: Text(sv="Vi stoppar", en="No-go"),
    DecisionKind.ROLL_FORWARD: Text(sv="Åtgärd framåt", en="Action forward"),
    DecisionKind.NOTE: Text(sv="Anteckning", en="Note"),
}


class RollForward(StrEnum):
    """What can be done once a port can no longer be stopped."""

    REACTIVATE = "reactivate"
    RETRY = "retry"
    FORWARD = "forward"
    CHASE = "chase"
    REPLACE_SIM = "replace_sim"
    PORT_BACK = "port_back"


@dataclass(frozen=True, slots=True)
class Action:
    """An action in words: what is done, when it helps, and the tab of the case on which it is done, if any."""

    text: Text
    when: Text
    tab: str = ""


ACTIONS: Final = {
    RollForward.CHASE: Action(
        Text(sv="Ring operatören om flytten", en="Telephone the operator about the port"),
        Text(
            sv="Timmen har gått och numret har inte flyttat.",
            en="The hour has passed and the number has not moved.",
        ),
        "numbers",
    ),
    RollForward.REACTIVATE: Action(
        Text(
            sv="Be operatören ta numret i drift igen", en="Ask the operator to put the number back in service"
        ),
        Text(sv="Flytten misslyckades och numret är dött.", en="The port failed and the number is dead."),
        "numbers",
    ),
    RollForward.RETRY: Action(
        Text(sv="Rätta och begär flytten igen", en="Correct and ask for the port again"),
        Text(
            sv="Operatören sa nej, och felet går att rätta.",
            en="The operator said no, and the fault can be mended.",
        ),
        "numbers",
    ),
    RollForward.FORWARD: Action(
        Text(sv="Vidarekoppla till ett nummer som fungerar", en="Forward to a number that works"),
        Text(
            sv="Någon måste kunna svara medan felet avhjälps.",
            en="Somebody must be able to answer while the fault is mended.",
        ),
    ),
    RollForward.REPLACE_SIM: Action(
        Text(sv="Ge användaren ett annat SIM", en="Give the user another SIM"),
        Text(
            sv="Numret har flyttat men kortet fungerar inte.",
            en="The number has moved but the card does not work.",
        ),
        "sims",
    ),
    RollForward.PORT_BACK: Action(
        Text(sv="Portera tillbaka, överenskommet med operatören", en="Port back, agreed with the operator"),
        Text(
            sv="Inget annat hjälper, och kunden vill det.",
            en="Nothing else helps, and the customer wants it.",
        ),
        "numbers",
    ),
}


@dataclass(frozen=True, slots=True)
class Readiness:
    """What the checks read beside the case's facts: numbers whose users have neither SIM nor waiver."""

    facts: CaseFacts
    sims_missing: int


@dataclass(frozen=True, slots=True)
class Check:
    """Something that must be so before it is *go*."""

    key: str
    text: Text
    holds: Callable[[Readiness], bool]


def _settled(key: str) -> Callable[[Readiness], bool]:
    return lambda r: all(row.is_settled for row in r.facts.placed if row.key == key)


CHECKS: Final = (
    Check(
        "numbers_confirmed",
        Text(sv="alla nummer är bekräftade av operatörerna", en="every number is confirmed by the operators"),
        lambda r: r.facts.porting.numbers.pending + r.facts.porting.numbers.rejected == 0,
    ),
    Check(
        "work_done",
        Text(
            sv="abonnemang, växel, nätverk och utbildning är klara",
            en="subscriptions, switchboard, network and training are done",
        ),
        lambda r: not lacking(r.facts.placed, CaseState.GENOMFORANDE),
    ),
    Check(
        "sims_in_hand",
        Text(sv="alla som ska ha SIM har det i hand", en="everybody who shall have a SIM has it in hand"),
        lambda r: r.sims_missing == 0,
    ),
    Check(
        "users_told",
        Text(sv="användarna har fått sitt startmejl", en="the users have got their start mail"),
        lambda r: r.facts.start_mails_sent,
    ),
    Check(
        "app_accounts",
        Text(
            sv="kunden har bekräftat användarnas konton", en="the customer has confirmed the users' accounts"
        ),
        _settled("app_accounts"),
    ),
)


def unmet(readiness: Readiness) -> tuple[Check, ...]:
    """The checks that do not hold."""
    return tuple(check for check in CHECKS if not check.holds(readiness))
