"""Pages of port unblocking: for service providers on both sides, and for the network owner's staff."""

from infra.routing import Router
from openfibre.port_unblocking.pages import cases, owner

router = Router(include_in_schema=False)
router.include_router(cases.router, prefix="/fibre/unblockings")
router.include_router(cases.at_case, prefix="/fibre/unblockings")
router.include_router(owner.at_case, prefix="/fibre/unblockings")
router.include_router(owner.networks, prefix="/fibre/networks")
