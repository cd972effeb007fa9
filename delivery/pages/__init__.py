"""The planner's pages: much at a glance, one next action a case."""

from fastapi import APIRouter

from delivery.pages import actions, case, go_live, porting, queues, sims, start

router = APIRouter(include_in_schema=False)
for part in (queues, case, actions, porting, sims, start, go_live):
    router.include_router(part.router, prefix="/planner")
