"""What the customer has answered in the questionnaire: all of it, what is left, who answered when."""

from __future__ import annotations

from starlette.responses import Response

from accounts.domain.roles import ROLES
from delivery.pages.desk import DATA, DeskDep
from delivery.questionnaire.queries.at_once import read_whole
from delivery.questionnaire.queries.history import MOST_SHOWN, history
from infra.routing import Router
from kernel.errors import NOT_FOUND

router = Router(prefix="/cases/{case_id}/answers")


@router.get("")
def answers(desk: DeskDep) -> Response:
    """Every part with its answers; first what is left, and whose it is."""
    whole = read_whole(desk.session, desk.actor, desk.case_id)
    parts = whole.asked.views()
    return desk.show_below(
        "planner/answers.html",
        tab=DATA,
        parts=parts,
        left=[each for each in parts if not each.is_done],
        signed=whole.signed,
        people=whole.asked.basis.people,
        roles=ROLES,
    )


@router.get("/{section}")
def past(desk: DeskDep, section: str) -> Response:
    """Every answer that was given in a part, also those that were replaced."""
    views = read_whole(desk.session, desk.actor, desk.case_id).asked.views()
    seen = next((each for each in views if each.section.key == section), None)
    if seen is None:
        raise NOT_FOUND.error()
    lines = history(desk.session, desk.case_id, seen)
    return desk.show_below("planner/answer_history.html", tab=DATA, seen=seen, lines=lines, most=MOST_SHOWN)
