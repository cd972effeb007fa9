"""What both processes of open fibre refuse."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

NETWORK_FREEZE = spec(
    "NETWORK_FREEZE",
    ErrorKind.CONFLICT,
    sv="Nätet är fryst till och med {until}. Inget har skickats. Försök igen efter nätfrysen.",
    en="The network is frozen to the end of {until}. Nothing was sent. Try again after the freeze.",
)
