""" Contains all the data models used in inputs/outputs """

from .access_token import AccessToken
from .address import Address
from .attempt import Attempt
from .body_get_token import BodyGetToken
from .cancellation import Cancellation
from .case import Case
from .case_number import CaseNumber
from .case_numbers import CaseNumbers
from .case_order import CaseOrder
from .case_page import CasePage
from .changes import Changes
from .contact import Contact
from .contact_language import ContactLanguage
from .customer import Customer
from .delivery import Delivery
from .delivery_kind import DeliveryKind
from .delivery_log_item import DeliveryLogItem
from .delivery_page import DeliveryPage
from .delivery_state import DeliveryState
from .event import Event
from .event_actor import EventActor
from .event_data import EventData
from .event_page import EventPage
from .event_previous import EventPrevious
from .event_subject import EventSubject
from .field_problem import FieldProblem
from .new_subscription import NewSubscription
from .next_step import NextStep
from .number_state import NumberState
from .order import Order
from .order_numbers import OrderNumbers
from .order_page import OrderPage
from .order_state import OrderState
from .problem import Problem
from .queued import Queued
from .range_ import Range
from .read_key_set_response_read_key_set import ReadKeySetResponseReadKeySet
from .read_key_set_response_read_key_set_additional_property_item import ReadKeySetResponseReadKeySetAdditionalPropertyItem
from .subscription import Subscription
from .subscription_page import SubscriptionPage
from .subscription_state import SubscriptionState
from .subscription_with_secret import SubscriptionWithSecret
from .type_line import TypeLine
from .type_line_json_schema import TypeLineJsonSchema
from .type_page import TypePage
from .words import Words

__all__ = (
    "AccessToken",
    "Address",
    "Attempt",
    "BodyGetToken",
    "Cancellation",
    "Case",
    "CaseNumber",
    "CaseNumbers",
    "CaseOrder",
    "CasePage",
    "Changes",
    "Contact",
    "ContactLanguage",
    "Customer",
    "Delivery",
    "DeliveryKind",
    "DeliveryLogItem",
    "DeliveryPage",
    "DeliveryState",
    "Event",
    "EventActor",
    "EventData",
    "EventPage",
    "EventPrevious",
    "EventSubject",
    "FieldProblem",
    "NewSubscription",
    "NextStep",
    "NumberState",
    "Order",
    "OrderNumbers",
    "OrderPage",
    "OrderState",
    "Problem",
    "Queued",
    "Range",
    "ReadKeySetResponseReadKeySet",
    "ReadKeySetResponseReadKeySetAdditionalPropertyItem",
    "Subscription",
    "SubscriptionPage",
    "SubscriptionState",
    "SubscriptionWithSecret",
    "TypeLine",
    "TypeLineJsonSchema",
    "TypePage",
    "Words",
)
