"""The guards of an unblocking, G1 to G6 (2.3), as a table, and which step asks which of them.

A guard looks at facts and says yes or no. Which facts are true is a matter of the use cases; that nothing
forced is sent while one of them is false stands here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kernel.errors import DomainError, ErrorSpec
from openfibre.errors import NETWORK_FREEZE
from openfibre.port_unblocking.domain import errors
from openfibre.port_unblocking.domain.states import CaseEvent


@dataclass(frozen=True, slots=True)
class Facts:
    """What the guards look at. Each is false until somebody has said or shown it.

    `newly_moved_in` is asked and kept but opens and shuts nothing ("ofta nyinflyttad").
    """

    address_confirmed: bool = False
    apartment_confirmed: bool = False
    own_services: bool | None = None
    newly_moved_in: bool | None = None
    terminate_at_activation: bool = False
    forcible: bool = False
    portal_option: bool = False
    other_open_case: bool = False
    frozen_until: str = ""
    repeated_until: str = ""
    repeat_approved: bool = False
    is_displaced_provider: bool = False
    by_network_owner: bool = False
    has_snapshot: bool = False
    window_open: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """One condition, its number in the specification, and what is said when it does not hold."""

    code: str
    holds: Callable[[Facts], bool]
    refusal: ErrorSpec


G1: Final = Guard("G1", lambda f: f.address_confirmed and f.apartment_confirmed, errors.ADDRESS_NOT_CONFIRMED)
G2: Final = Guard("G2", lambda f: f.own_services is False, errors.OWN_SERVICES_NOT_RULED_OUT)
G3: Final = Guard("G3", lambda f: f.terminate_at_activation, errors.TERMINATION_NOT_DECIDED)
G4: Final = Guard("G4", lambda f: f.forcible or f.portal_option, errors.NOT_FORCIBLE)
G5_CASE: Final = Guard("G5", lambda f: not f.other_open_case, errors.ACCESS_HAS_OPEN_CASE)
G5_FREEZE: Final = Guard("G5", lambda f: not f.frozen_until, NETWORK_FREEZE)
REPEAT: Final = Guard(
    "REPEAT", lambda f: not f.repeated_until or f.repeat_approved, errors.REPEAT_NEEDS_APPROVAL
)
G6_WHO: Final = Guard(
    "G6", lambda f: f.is_displaced_provider or f.by_network_owner, errors.NOT_THE_DISPLACED_PROVIDER
)
G6_SNAPSHOT: Final = Guard("G6", lambda f: f.has_snapshot, errors.NO_SNAPSHOT)
G6_WINDOW: Final = Guard("G6", lambda f: f.window_open or f.by_network_owner, errors.WINDOW_CLOSED)

# G1–G3 are asked again when the order is sent: what has been unsaid since must not be forced through.
REQUIRED: Final[dict[CaseEvent, tuple[Guard, ...]]] = {
    CaseEvent.CLEAR: (G1, G2, G3),
    CaseEvent.SEND_FORCED: (G1, G2, G3, G4, G5_CASE, G5_FREEZE, REPEAT),
    CaseEvent.REACTIVATE: (G6_WHO, G6_SNAPSHOT, G6_WINDOW),
    CaseEvent.OVERRIDE: (G6_WHO, G6_SNAPSHOT, G6_WINDOW),
}


def first_closed(event: CaseEvent, facts: Facts) -> Guard | None:
    """The first guard of an event that does not hold; none when all do."""
    return next((guard for guard in REQUIRED.get(event, ()) if not guard.holds(facts)), None)


def refusal(guard: Guard, facts: Facts) -> DomainError:
    """What to raise for a guard that does not hold."""
    until = facts.frozen_until or facts.repeated_until
    return guard.refusal.error(guard=guard.code, until=until)


def ask(event: CaseEvent, facts: Facts) -> None:
    """Raise the refusal of the first guard that does not hold."""
    closed = first_closed(event, facts)
    if closed is not None:
        raise refusal(closed, facts)
