"""What pages, API and stories read of deliveries. Every reader takes the actor: what is not theirs is not there."""

from delivery.queries.billing import BilledUser, DeliveredCase, delivered_cases
from delivery.queries.case_page import CaseFilter, case_page
from delivery.queries.case_view import case_view, customer_view, staff
from delivery.queries.cases import case_line, list_cases
from delivery.queries.comments import CommentLine, comment_line, comments_of_case
from delivery.queries.preview import preview
from delivery.queries.timeline import timeline

__all__ = [
    "BilledUser",
    "CaseFilter",
    "CommentLine",
    "DeliveredCase",
    "case_line",
    "case_page",
    "case_view",
    "comment_line",
    "comments_of_case",
    "customer_view",
    "delivered_cases",
    "list_cases",
    "preview",
    "staff",
    "timeline",
]
