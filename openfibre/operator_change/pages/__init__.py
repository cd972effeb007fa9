"""The pages of a change of operator: each party its to-do list, the lead the whole."""

from infra.routing import Router
from openfibre.operator_change.pages import data, letters, project, projects, waves

router = Router(include_in_schema=False)
for part in (projects, project, waves, data, letters):
    router.include_router(part.router, prefix="/ko-byte")
router.include_router(data.links)
