"""What is refused about who answers for what."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

NOT_A_PLANNER = spec(
    "NOT_A_PLANNER",
    ErrorKind.INVALID,
    sv="Välj en leveransplanerare. Bara de kan ta över ett ärende.",
    en="Choose a delivery planner. Only they can take over a case.",
)
PLANS_IT_ALREADY = spec(
    "PLANS_IT_ALREADY",
    ErrorKind.CONFLICT,
    sv="{name} har redan ärendet. Inget har ändrats.",
    en="{name} has the case already. Nothing was changed.",
)
ABSENCE_WRONG = spec(
    "ABSENCE_WRONG",
    ErrorKind.INVALID,
    sv="Sista dagen kan inte ligga före den första, och inte före i dag.",
    en="The last day cannot lie before the first, nor before today.",
)
COVER_WRONG = spec(
    "COVER_WRONG",
    ErrorKind.INVALID,
    sv="Välj någon annan med samma roll som är på plats: {roles_sv}.",
    en="Choose somebody else with the same role who is there: {roles_en}.",
)
CASE_ENDED = spec(
    "CASE_ENDED",
    ErrorKind.CONFLICT,
    sv="Ärendet är avslutat, så det ändras inte.",
    en="The case has ended, so it is not changed.",
)
