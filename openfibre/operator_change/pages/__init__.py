"""The pages of a change of operator: each party its to-do list, the lead the whole."""

from fastapi import APIRouter

from openfibre.operator_change.pages import data, letters, project, projects, waves

router = APIRouter(include_in_schema=False)
for part in (projects, project, waves, data, letters):
    router.include_router(part.router, prefix="/ko-byte")
router.include_router(data.links)
