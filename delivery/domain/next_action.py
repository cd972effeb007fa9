"""One next action per case: what, whose, until when, and what is at risk (DL-12).

The rules stand in order of urgency; the first that applies is the next action. When none does, the case's
own activities are asked, the earliest due first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.domain.roles import Role
from delivery.domain import action_words as words
from delivery.domain import phases
from delivery.domain.facts import CaseFacts
from delivery.domain.phase_words import WORDS
from delivery.domain.plan import in_reach, lacking
from delivery.domain.risks import fill, risks
from delivery.domain.states import PHASES, CaseState, DataState
from kernel.language import Text
from kernel.workdays import add_workdays, is_past

_PLAN, _TEK, _TEL = Role.LEVERANSPLANERARE, Role.TEKNISK_LEVERANSLEDARE, Role.TELEFONIANSVARIG
CUSTOMER_ROLES: Final = (_TEL, Role.IT_ANSVARIG, Role.FAKTURAANSVARIG, Role.FIRMATECKNARE)
_DRIFT, _HYPER = CaseState.DRIFTSATTNING, CaseState.HYPERCARE
_ENDED: Final = (CaseState.HANDED_OVER, CaseState.CANCELLED)


@dataclass(frozen=True, slots=True)
class NextAction:
    """What happens next in a case. `is_wait` says that nobody has to do anything until something comes."""

    key: str
    text: Text
    owner: Role | None
    due_on: date | None
    risk: Text | None = None
    is_wait: bool = False
    is_urgent: bool = False

    def is_overdue(self, today: date) -> bool:
        return self.due_on is not None and is_past(self.due_on, today)


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition, and the action it calls for."""

    key: str
    applies: Callable[[CaseFacts], bool]
    text: Text
    owner: Role | None
    due_on: Callable[[CaseFacts], date | None]
    is_wait: bool = False
    is_urgent: bool = False


def _today(facts: CaseFacts) -> date:
    return facts.today


def _go_live(facts: CaseFacts) -> date:
    return facts.go_live_on


def _repair_day(facts: CaseFacts) -> date | None:
    return facts.porting.repairs_due_on


def _answer_day(facts: CaseFacts) -> date | None:
    """A customer who asks for a change hears by the end of the next working day: its cost grows by the day."""
    return add_workdays(facts.changes_asked_on, 1) if facts.changes_asked_on else None


def _due_of(key: str) -> Callable[[CaseFacts], date | None]:
    return lambda facts: next((row.due_on for row in facts.placed if row.key == key), None)


def _gate_open(facts: CaseFacts) -> bool:
    if facts.state is _DRIFT and facts.today < facts.go_live_on:
        return False
    return facts.state in PHASES and not lacking(facts.placed, facts.state)


def _gate_due(facts: CaseFacts) -> date | None:
    """A gate should open when the last result it hangs on was due."""
    if facts.state is _DRIFT:
        return facts.go_live_on
    days = [
        r.due_on for r in facts.placed if r.activity.phase == facts.state and r.activity.gate and r.due_on
    ]
    return max(days, default=None)


def _in_preparation(state: DataState) -> Callable[[CaseFacts], bool]:
    return lambda f: f.state is CaseState.FORBEREDELSER and f.complete_on is None and f.data_state is state


RULES: Final = (
    Rule("nothing", lambda f: f.state in _ENDED, words.NOTHING, None, lambda _: None, is_wait=True),
    Rule("mend_faults", lambda f: f.go_live.faults_open > 0, words.FAULTS, _TEK, _today, is_urgent=True),
    Rule(
        "answer_change",
        lambda f: f.state is _HYPER and f.changes_asked > 0,
        words.CHANGES,
        _PLAN,
        _answer_day,
    ),
    Rule(
        "hand_over",
        lambda f: f.state is _HYPER and f.hand_over_on is not None and f.hand_over_on <= f.today,
        words.HAND_OVER,
        _PLAN,
        lambda f: f.hand_over_on,
    ),
    Rule(
        "hypercare",
        lambda f: f.state is _HYPER,
        words.HYPERCARE,
        _TEK,
        lambda f: f.hand_over_on,
        is_wait=True,
    ),
    Rule("parked", lambda f: f.porting.parked > 0, words.PARKED, _PLAN, _today, is_urgent=True),
    Rule(
        "contact_customer",
        lambda f: f.porting.repairs_not_contacted > 0,
        words.CONTACT,
        _PLAN,
        _repair_day,
        is_urgent=True,
    ),
    Rule("retry", lambda f: f.porting.repairs > 0, words.RETRY, _PLAN, _repair_day, is_urgent=True),
    Rule("stock_sims", lambda f: f.sims.short > 0, words.STOCK, _PLAN, _today, is_urgent=True),
    Rule("answer_change", lambda f: f.changes_asked > 0, words.CHANGES, _PLAN, _answer_day),
    Rule("open_gate", _gate_open, words.GATE, _PLAN, _gate_due),
    Rule("mend_data", _in_preparation(DataState.FAULTY), words.MEND, _TEL, _due_of(phases.CUSTOMER_DATA)),
    Rule("sign_data", _in_preparation(DataState.CLEAN), words.SIGN, _TEL, _due_of(phases.CUSTOMER_DATA)),
    Rule("pack_sims", lambda f: f.sims.to_pack > 0, words.PACK, _PLAN, _due_of(phases.SIM_DELIVERED)),
    Rule("dispatch", lambda f: f.sims.packed > 0, words.DISPATCH, _PLAN, _due_of(phases.SIM_DELIVERED)),
    Rule(
        "test_calls",
        lambda f: f.state is _DRIFT and f.today >= f.go_live_on and f.porting.numbers.outstanding == 0,
        words.TEST_CALLS,
        _TEK,
        _go_live,
    ),
)
# Asked when no activity is in reach: what the case then waits for.
WAITS: Final = (
    Rule(
        "donors_answer",
        lambda f: f.porting.numbers.pending > 0,
        words.DONORS,
        _PLAN,
        _due_of(phases.PORTING_CONFIRMED),
        is_wait=True,
    ),
    Rule("receive_sims", lambda f: f.sims.on_way > 0, words.RECEIVE, _TEL, _due_of(phases.SIM_DELIVERED)),
    Rule("port_day", lambda _: True, words.PORT_DAY, None, _go_live, is_wait=True),
)


def next_action(facts: CaseFacts) -> NextAction:
    """The one thing that moves the case on now."""
    risk = next(iter(risks(facts)), None)
    rule = next((rule for rule in RULES if rule.applies(facts)), None)
    if rule is None:
        reachable = in_reach(facts.placed, facts.state)
        if reachable:
            first = min(reachable, key=lambda row: (row.due_on or date.max, row.owner in CUSTOMER_ROLES))
            side = WORDS[first.key]
            text = side.customer if first.owner in CUSTOMER_ROLES else side.staff
            return NextAction(first.key, text, first.owner, first.due_on, risk)
        rule = next(rule for rule in WAITS if rule.applies(facts))
    return NextAction(
        rule.key, _told(rule.text, facts), rule.owner, rule.due_on(facts), risk, rule.is_wait, rule.is_urgent
    )


def _told(text: Text, facts: CaseFacts) -> Text:
    """The rule's text with the case's own figures."""
    return fill(
        text,
        faults=facts.go_live.faults_open,
        parked=facts.porting.parked,
        rejected=facts.porting.numbers.rejected,
        repairs=facts.porting.repairs,
        pending=facts.porting.numbers.pending,
        to_call=facts.go_live.to_call,
        short=facts.sims.short,
        to_pack=facts.sims.to_pack,
        packed=facts.sims.packed,
        on_way=facts.sims.on_way,
        changes=facts.changes_asked,
        next_phase_sv=_following(facts.state).sv,
        next_phase_en=_following(facts.state).en,
    )


def _following(state: CaseState) -> Text:
    order = (*PHASES, CaseState.HYPERCARE)
    following = order[order.index(state) + 1] if state in PHASES else state
    return phases.PHASE_TITLES[following]
