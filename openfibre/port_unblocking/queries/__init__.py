"""What others may read of port unblocking."""

from openfibre.port_unblocking.queries.cases import (
    case_id_of,
    displacements,
    one,
    owner_view,
    unblockings,
)
from openfibre.port_unblocking.queries.networks import (
    networks,
    not_yet_providers,
    own_answer_days,
    providers,
)
from openfibre.port_unblocking.queries.views import DisplacedView, NewView, OwnerView, StepLine

__all__ = [
    "DisplacedView",
    "NewView",
    "OwnerView",
    "StepLine",
    "case_id_of",
    "displacements",
    "networks",
    "not_yet_providers",
    "one",
    "own_answer_days",
    "owner_view",
    "providers",
    "unblockings",
]
