"""The planner's pages: much at a glance, one next action a case."""

from delivery.pages import (
    actions,
    answers,
    board,
    bulk,
    calendar_feed,
    case,
    changes,
    cockpit,
    contact_ways,
    delays,
    go_live,
    money,
    notices,
    order,
    people,
    plan,
    porting,
    queues,
    sim_desk,
    sims,
    start,
    talk,
    training,
)
from infra.routing import Router

PARTS = (
    queues,
    board,
    sim_desk,
    bulk,
    notices,
    delays,
    talk,
    contact_ways,
    people,
    talk,
    order,
    money,
    plan,
    cockpit,
    answers,
    case,
    actions,
    porting,
    sims,
    start,
    go_live,
    training,
    changes,
)

router = Router(include_in_schema=False)
for part in PARTS:
    router.include_router(part.router, prefix="/planner")
router.include_router(calendar_feed.router)
