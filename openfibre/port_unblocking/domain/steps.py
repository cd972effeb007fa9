"""The twenty steps of the process (seed 001), each with its actor, its words, and what in our books marks it.

`marks` are state changes (`machine.event`) that mean that the step has been taken; a step without any is
taken outside of Växla (a conversation) and is marked by the step that follows from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kernel.language import Text


class Party(StrEnum):
    """The five parties of seed 001, in its own abbreviations."""

    NK = "nk"
    NTL = "ntl"
    SO = "so"
    BTL = "btl"
    BK = "bk"


PARTIES: Final = {
    Party.NK: Text(sv="Ny konsument", en="New consumer"),
    Party.NTL: Text(sv="Ny tjänsteleverantör", en="New service provider"),
    Party.SO: Text(sv="Stadsnät/kommunikationsoperatör", en="Network/communication operator"),
    Party.BTL: Text(sv="Befintlig tjänsteleverantör", en="Existing service provider"),
    Party.BK: Text(sv="Befintlig konsument", en="Existing consumer"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `undo` marks the branch that is only walked when the disconnection is disputed."""

    number: int
    party: Party
    text: Text
    marks: tuple[str, ...]
    undo: bool = False


_C, _D = "port_unblocking.", "port_displacement."
OPENED: Final = "opened"
_CHECKED: Final = (_C + "find_free", _C + "find_blocked")
_VERIFIED: Final = (_C + "clear", _C + "decline", _C + "find_own_services", _C + "correct_access")
_ANSWERED: Final = (_D + "confirm", _D + "deem", _D + "dispute")


def _step(number: int, party: Party, sv: str, en: str, *marks: str, undo: bool = False) -> Step:
    return Step(number, party, Text(sv=sv, en=en), marks, undo)


STEPS: Final = (
    _step(1, Party.NK, "Vill beställa fasta tjänster", "Wants to order fixed services", OPENED),
    _step(2, Party.NTL, "Frågar om porten", "Asks about the port", OPENED),
    _step(3, Party.SO, "Svarar om porten", "Answers about the port", *_CHECKED),
    _step(4, Party.NTL, "Ser att aktiva tjänster blockerar", "Sees that active services block", *_CHECKED),
    _step(5, Party.NTL, "Stämmer av med konsumenten", "Checks with the consumer", *_VERIFIED),
    _step(6, Party.NTL, "Lägger in beställningen", "Enters the order", _C + "clear"),
    _step(7, Party.NTL, "Skickar forcerad beställning", "Sends a forced order", _C + "send_forced"),
    _step(
        8,
        Party.SO,
        "Avaktiverar blockerande tjänster",
        "Deactivates what blocks",
        _C + "activate",
        _C + "fail",
    ),
    _step(9, Party.SO, "Aktiverar de nya tjänsterna", "Activates the new services", _C + "activate"),
    _step(10, Party.SO, "Bekräftar aktiveringen", "Confirms the activation", _C + "activate"),
    _step(11, Party.SO, "Meddelar befintlig leverantör", "Tells the existing provider", _D + "told"),
    _step(12, Party.BTL, "Finner berörd konsument", "Finds the consumer concerned", _D + "contact"),
    _step(13, Party.BTL, "Kontaktar konsumenten", "Contacts the consumer", _D + "contact"),
    _step(14, Party.BK, "Bedömer: rätt eller misstag", "Judges: right or mistaken", *_ANSWERED),
    _step(15, Party.BTL, "Bekräftar urkopplingen", "Confirms the disconnection", _D + "confirm", _D + "deem"),
    _step(16, Party.BTL, "Begär återaktivering", "Asks for reactivation", _D + "dispute", undo=True),
    _step(
        17,
        Party.SO,
        "Avaktiverar de nya tjänsterna",
        "Deactivates the new services",
        _C + "restore",
        undo=True,
    ),
    _step(
        18,
        Party.SO,
        "Återställer porten som den var",
        "Restores the port as it was",
        _C + "restore",
        undo=True,
    ),
    _step(19, Party.SO, "Meddelar ny leverantör", "Tells the new provider", _C + "restore", undo=True),
    _step(20, Party.NTL, "Informerar sin konsument", "Informs its consumer", _C + "inform", undo=True),
)
# What the new provider may see: nothing that the existing side does, nor that somebody was told (11).
SHOWN_TO_NEW: Final = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 18, 19, 20})
SHOWN_TO_DISPLACED: Final = frozenset({8, 11, 12, 13, 14, 15, 16, 17, 18})
