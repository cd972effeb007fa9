"""What a move ends at the present operator, and what the customer must end there itself (NP-09, seed 002).

The port ends the subscription of each number that moves, and nothing else. The rest is a checklist for each
present operator: some of it before the numbers move, some once they have.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from delivery.ending.domain.errors import STEP_UNKNOWN
from kernel.language import Text


class When(StrEnum):
    """On which side of the move a step belongs."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Step:
    """Something to see to at the old operator, and what happens if not. `{donor}` is its name."""

    key: str
    when: When
    text: Text
    why: Text


STAYS: Final = (
    Text(sv="Bredband och fasta förbindelser", en="Broadband and fixed connections"),
    Text(
        sv="Datakort och SIM i larm, hissar och fordon",
        en="Data cards, and SIM cards in alarms, lifts and vehicles",
    ),
    Text(
        sv="Den gamla växeln med tillägg, support och inspelning", en="The old switchboard with its add-ons"
    ),
    Text(sv="Hyrda telefoner, routrar och annan utrustning", en="Rented telephones, routers and equipment"),
    Text(
        sv="Nummer som inte flyttas, också de som ingen använder",
        en="Numbers that do not move, also those that nobody uses",
    ),
)
STEPS: Final = (
    Step(
        "list_services",
        When.BEFORE,
        Text(
            sv="Be {donor} om en lista på allt ni har där", en="Ask {donor} for a list of all you have there"
        ),
        Text(
            sv="Det som ingen kommer ihåg fortsätter att kosta.",
            en="What nobody remembers goes on costing.",
        ),
    ),
    Step(
        "keep_or_end",
        When.BEFORE,
        Text(
            sv="Bestäm vad som ska vara kvar: bredband, datakort, larm, nummer som inte flyttas",
            en="Decide what shall stay: broadband, data cards, alarms, numbers that do not move",
        ),
        Text(
            sv="Ett larm eller en hiss kan ringa genom ett nummer som ingen tänker på.",
            en="An alarm or a lift may call by a number that nobody thinks of.",
        ),
    ),
    Step(
        "give_notice",
        When.BEFORE,
        Text(
            sv="Säg upp det övriga till en dag efter flytten, skriftligt",
            en="Give notice of the rest to a day after the move, in writing",
        ),
        Text(
            sv="En uppsägningstid på tre månader är vanlig. Upphör ett nummer före flytten kan det vara svårt "
            "att få tillbaka.",
            en="Three months of notice are usual. A number that ceases before the move can be hard to get back.",
        ),
    ),
    Step(
        "forwarding",
        When.BEFORE,
        Text(
            sv="Skriv upp vidarekopplingar och hänvisningar i den gamla växeln",
            en="Write down forwardings and announcements in the old switchboard",
        ),
        Text(sv="De följer inte med numren.", en="They do not follow the numbers."),
    ),
    Step(
        "equipment",
        When.AFTER,
        Text(
            sv="Lämna tillbaka hyrd utrustning och spara kvittot",
            en="Return rented equipment and keep the receipt",
        ),
        Text(sv="Annars löper hyran vidare.", en="Otherwise the rent goes on."),
    ),
    Step(
        "final_invoice",
        When.AFTER,
        Text(
            sv="Kontrollera slutfakturan: abonnemangen ska sluta den dag numren flyttades",
            en="Check the final invoice: the subscriptions end on the day the numbers moved",
        ),
        Text(
            sv="Det är lättast att få rättat medan flytten är färsk.",
            en="It is easiest to have corrected while the move is fresh.",
        ),
    ),
    Step(
        "payments",
        When.AFTER,
        Text(
            sv="Avsluta autogiro och e-faktura när inget mer ska betalas",
            en="End direct debit and e-invoice once nothing more is to be paid",
        ),
        Text(
            sv="Annars betalas en felaktig faktura av sig själv.", en="Otherwise a wrong invoice pays itself."
        ),
    ),
)
_BY_KEY: Final = {step.key: step for step in STEPS}


def step_of(key: str) -> Step:
    """The step of a key. Raises `STEP_UNKNOWN`."""
    if key not in _BY_KEY:
        raise STEP_UNKNOWN.error("step", value=key[:40])
    return _BY_KEY[key]
