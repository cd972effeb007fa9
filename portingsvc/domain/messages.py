"""The messages of a port, in the gateways' words and in the Swedish process's (B1/B2, K, L, Z; SNPAC ordering).

What each L message means is not public in full, so the completion stands as one row; a host operator's own table
would replace this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kernel.language import Text


@dataclass(frozen=True, slots=True)
class MessageKind:
    """One kind of message: our name, the Swedish message it stands for, who sends it, and what it says."""

    kind: str
    swedish: str
    sender: str
    text: Text


MESSAGES: Final = {
    each.kind: each
    for each in (
        MessageKind("request", "B1", "recipient", Text(sv="begäran om flytt", en="request to port")),
        MessageKind("answer", "B2, K1/K2", "donor", Text(sv="svar på begäran", en="answer to the request")),
        MessageKind("answer_delayed", "–", "donor", Text(sv="svarar senare", en="answers later")),
        MessageKind("performed", "L2–L4, K3", "donor", Text(sv="flytten är gjord", en="the port is done")),
        MessageKind("cancel", "–", "donor", Text(sv="svar om att avbryta", en="answer about cancelling")),
        MessageKind("change", "–", "donor", Text(sv="svar om ny tid", en="answer about a new time")),
        MessageKind("error", "Z1", "donor", Text(sv="fel", en="error")),
    )
}
