"""What others read of the porting service."""

from portingsvc.queries.dates import dates_of_case
from portingsvc.queries.families import FamilyRow, family_rows, refused_of_family
from portingsvc.queries.fees import CustomerFee, fees_of_customers
from portingsvc.queries.mandates import bankid_order, mandate_line, mandates_of_case
from portingsvc.queries.orders import (
    fees_of_case,
    numbers_of_case,
    order_line,
    orders_of_case,
    repair_line,
    repairs_of_case,
)
from portingsvc.queries.resources import OrderRow, order_rows
from portingsvc.queries.summaries import cases_with_number, confirmed_numbers, summaries
from portingsvc.queries.troubles import (
    EscalationLine,
    MessageLine,
    WishLine,
    escalations_of_case,
    messages_of_order,
    statement_lines,
    wish_line,
    wishes_of_order,
)
from portingsvc.queries.under_way import BookedPort, booked_ports, numbers_under_way
from portingsvc.queries.views import (
    AttemptLine,
    FeeLine,
    MandateLine,
    NumberLine,
    OrderLine,
    PortingSummary,
    RepairLine,
)

__all__ = [
    "AttemptLine",
    "BookedPort",
    "CustomerFee",
    "EscalationLine",
    "FamilyRow",
    "FeeLine",
    "MandateLine",
    "MessageLine",
    "NumberLine",
    "OrderLine",
    "OrderRow",
    "PortingSummary",
    "RepairLine",
    "WishLine",
    "bankid_order",
    "booked_ports",
    "cases_with_number",
    "confirmed_numbers",
    "dates_of_case",
    "escalations_of_case",
    "family_rows",
    "fees_of_case",
    "fees_of_customers",
    "mandate_line",
    "mandates_of_case",
    "messages_of_order",
    "numbers_of_case",
    "numbers_under_way",
    "order_line",
    "order_rows",
    "orders_of_case",
    "refused_of_family",
    "repair_line",
    "repairs_of_case",
    "statement_lines",
    "summaries",
    "wish_line",
    "wishes_of_order",
]
