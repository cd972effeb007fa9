"""What others read of the porting service."""

from portingsvc.queries.case_porting import (
    CasePorting,
    OrderWhole,
    PortingDay,
    named,
    names_in,
    order_whole,
    porting_day,
    porting_of_case,
)
from portingsvc.queries.dates import dates_of_case
from portingsvc.queries.due import next_due
from portingsvc.queries.families import FamilyRow, family_rows, refused_of_family
from portingsvc.queries.fees import CustomerFee, all_prices, fees_of_customers
from portingsvc.queries.mandate_resources import MandateFilter, MandateRow, mandate_rows
from portingsvc.queries.mandates import bankid_order, mandate_line, mandates_of_case
from portingsvc.queries.number_list import ListedNumber, number_page, number_tally, numbers_beginning
from portingsvc.queries.orders import (
    fees_of_case,
    numbers_of_case,
    order_line,
    orders_of_case,
    repair_line,
    repairs_of_case,
)
from portingsvc.queries.ported import NumberRow, number_rows
from portingsvc.queries.quotes import STATES, QuoteRow, quote_lines, quote_rows
from portingsvc.queries.resources import OrderRow, order_rows
from portingsvc.queries.summaries import confirmed_numbers, is_confirmed, summaries
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
from portingsvc.queries.under_way import (
    BookedPort,
    PortTime,
    booked_ports,
    numbers_under_way,
    port_times,
)
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
    "STATES",
    "AttemptLine",
    "BookedPort",
    "CasePorting",
    "CustomerFee",
    "EscalationLine",
    "FamilyRow",
    "FeeLine",
    "ListedNumber",
    "MandateFilter",
    "MandateLine",
    "MandateRow",
    "MessageLine",
    "NumberLine",
    "NumberRow",
    "OrderLine",
    "OrderRow",
    "OrderWhole",
    "PortTime",
    "PortingDay",
    "PortingSummary",
    "QuoteRow",
    "RepairLine",
    "WishLine",
    "all_prices",
    "bankid_order",
    "booked_ports",
    "confirmed_numbers",
    "dates_of_case",
    "escalations_of_case",
    "family_rows",
    "fees_of_case",
    "fees_of_customers",
    "is_confirmed",
    "mandate_line",
    "mandate_rows",
    "mandates_of_case",
    "messages_of_order",
    "named",
    "names_in",
    "next_due",
    "number_page",
    "number_rows",
    "number_tally",
    "numbers_beginning",
    "numbers_of_case",
    "numbers_under_way",
    "order_line",
    "order_rows",
    "order_whole",
    "orders_of_case",
    "port_times",
    "porting_day",
    "porting_of_case",
    "quote_lines",
    "quote_rows",
    "refused_of_family",
    "repair_line",
    "repairs_of_case",
    "statement_lines",
    "summaries",
    "wish_line",
    "wishes_of_order",
]
