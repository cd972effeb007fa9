"""Pages of port unblocking: for the network owner's staff and for service providers."""

from fastapi import APIRouter

router = APIRouter(include_in_schema=False)
