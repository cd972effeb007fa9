"""The planner's pages: much at a glance, one next action a case."""

from fastapi import APIRouter

from delivery.pages import (
    actions,
    board,
    bulk,
    calendar_feed,
    case,
    delays,
    go_live,
    notices,
    order,
    porting,
    queues,
    sims,
    start,
    talk,
    training,
)

router = APIRouter(include_in_schema=False)
for part in (
    queues,
    board,
    bulk,
    notices,
    delays,
    talk,
    order,
    case,
    actions,
    porting,
    sims,
    start,
    go_live,
    training,
):
    router.include_router(part.router, prefix="/planner")
router.include_router(calendar_feed.router)
