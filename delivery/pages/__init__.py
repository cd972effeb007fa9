"""The planner's pages: much at a glance, one next action a case."""

from fastapi import APIRouter

from delivery.pages import (
    actions,
    calendar_feed,
    case,
    changes,
    delays,
    go_live,
    money,
    notices,
    order,
    porting,
    queues,
    sims,
    start,
    training,
)

router = APIRouter(include_in_schema=False)
PARTS = (
    queues,
    notices,
    delays,
    order,
    money,
    case,
    actions,
    porting,
    sims,
    start,
    go_live,
    training,
    changes,
)
for part in PARTS:
    router.include_router(part.router, prefix="/planner")
router.include_router(calendar_feed.router)
