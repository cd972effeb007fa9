"""What pages, API and stories read of deliveries. Every reader takes the actor: what is not theirs is not there."""

from delivery.queries.billing import BilledUser, DeliveredCase, delivered_cases
from delivery.queries.case_view import case_view, customer_view, staff
from delivery.queries.cases import case_line, list_cases
from delivery.queries.preview import preview
from delivery.queries.timeline import timeline

__all__ = [
    "BilledUser",
    "DeliveredCase",
    "case_line",
    "case_view",
    "customer_view",
    "delivered_cases",
    "list_cases",
    "preview",
    "staff",
    "timeline",
]
