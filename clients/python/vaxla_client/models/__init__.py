""" Contains all the data models used in inputs/outputs """

from .access_token import AccessToken
from .action import Action
from .address import Address
from .advance import Advance
from .attempt import Attempt
from .availability_in import AvailabilityIn
from .body_get_token import BodyGetToken
from .cancel_wish import CancelWish
from .cancellation import Cancellation
from .case import Case
from .case_number import CaseNumber
from .case_numbers import CaseNumbers
from .case_order import CaseOrder
from .case_page import CasePage
from .case_state import CaseState
from .change import Change
from .change_page import ChangePage
from .change_wish import ChangeWish
from .changes import Changes
from .characteristics import Characteristics
from .checked_item import CheckedItem
from .checked_number import CheckedNumber
from .checked_numbers import CheckedNumbers
from .comment import Comment
from .comment_page import CommentPage
from .contact import Contact
from .contact_in import ContactIn
from .contact_in_consumer_language import ContactInConsumerLanguage
from .contact_language import ContactLanguage
from .contact_ways import ContactWays
from .contact_ways_page import ContactWaysPage
from .customer import Customer
from .dates_answer import DatesAnswer
from .dates_asked import DatesAsked
from .deadline_out import DeadlineOut
from .delivery import Delivery
from .delivery_kind import DeliveryKind
from .delivery_log_item import DeliveryLogItem
from .delivery_page import DeliveryPage
from .delivery_state import DeliveryState
from .displacement import Displacement
from .displacement_new_subscription_ids import DisplacementNewSubscriptionIds
from .displacement_services_item import DisplacementServicesItem
from .displacement_state import DisplacementState
from .dispute import Dispute
from .dispute_in import DisputeIn
from .donor_script import DonorScript
from .donor_scripts import DonorScripts
from .equipment import Equipment
from .event import Event
from .event_actor import EventActor
from .event_data import EventData
from .event_page import EventPage
from .event_previous import EventPrevious
from .event_subject import EventSubject
from .family import Family
from .family_answer import FamilyAnswer
from .family_item import FamilyItem
from .family_numbers import FamilyNumbers
from .family_order import FamilyOrder
from .family_orders import FamilyOrders
from .family_page import FamilyPage
from .fault import Fault
from .field_problem import FieldProblem
from .flow import Flow
from .freeze_answer import FreezeAnswer
from .freeze_question import FreezeQuestion
from .invoice_head import InvoiceHead
from .invoice_kind import InvoiceKind
from .invoice_page import InvoicePage
from .kept_order import KeptOrder
from .line import Line
from .list_your_unblockings_and_displaced_services_role import ListYourUnblockingsAndDisplacedServicesRole
from .new_comment import NewComment
from .new_contact_ways import NewContactWays
from .new_subscription import NewSubscription
from .next_step import NextStep
from .number_state import NumberState
from .number_to_move import NumberToMove
from .numbers_to_check import NumbersToCheck
from .obstacle import Obstacle
from .order import Order
from .order_numbers import OrderNumbers
from .order_page import OrderPage
from .order_state import OrderState
from .page import Page
from .party import Party
from .played_order import PlayedOrder
from .played_orders import PlayedOrders
from .played_port import PlayedPort
from .porting_customer import PortingCustomer
from .price_line import PriceLine
from .price_list import PriceList
from .problem import Problem
from .project_state import ProjectState
from .queued import Queued
from .range_ import Range
from .read_key_set_response_read_key_set import ReadKeySetResponseReadKeySet
from .read_key_set_response_read_key_set_additional_property_item import ReadKeySetResponseReadKeySetAdditionalPropertyItem
from .refused_item import RefusedItem
from .refused_number import RefusedNumber
from .refused_page import RefusedPage
from .sandbox_clock import SandboxClock
from .series import Series
from .standing import Standing
from .step import Step
from .submission import Submission
from .submission_result import SubmissionResult
from .subscription import Subscription
from .subscription_page import SubscriptionPage
from .subscription_state import SubscriptionState
from .subscription_with_secret import SubscriptionWithSecret
from .type_line import TypeLine
from .type_line_json_schema import TypeLineJsonSchema
from .type_page import TypePage
from .unblocking import Unblocking
from .unblocking_in import UnblockingIn
from .validation import Validation
from .verification_in import VerificationIn
from .wanted_service_in import WantedServiceIn
from .wanted_time import WantedTime
from .wave import Wave
from .wave_state import WaveState
from .whole_change import WholeChange
from .whole_invoice import WholeInvoice
from .wish import Wish
from .wish_kind import WishKind
from .wish_page import WishPage
from .words import Words

__all__ = (
    "AccessToken",
    "Action",
    "Address",
    "Advance",
    "Attempt",
    "AvailabilityIn",
    "BodyGetToken",
    "Cancellation",
    "CancelWish",
    "Case",
    "CaseNumber",
    "CaseNumbers",
    "CaseOrder",
    "CasePage",
    "CaseState",
    "Change",
    "ChangePage",
    "Changes",
    "ChangeWish",
    "Characteristics",
    "CheckedItem",
    "CheckedNumber",
    "CheckedNumbers",
    "Comment",
    "CommentPage",
    "Contact",
    "ContactIn",
    "ContactInConsumerLanguage",
    "ContactLanguage",
    "ContactWays",
    "ContactWaysPage",
    "Customer",
    "DatesAnswer",
    "DatesAsked",
    "DeadlineOut",
    "Delivery",
    "DeliveryKind",
    "DeliveryLogItem",
    "DeliveryPage",
    "DeliveryState",
    "Displacement",
    "DisplacementNewSubscriptionIds",
    "DisplacementServicesItem",
    "DisplacementState",
    "Dispute",
    "DisputeIn",
    "DonorScript",
    "DonorScripts",
    "Equipment",
    "Event",
    "EventActor",
    "EventData",
    "EventPage",
    "EventPrevious",
    "EventSubject",
    "Family",
    "FamilyAnswer",
    "FamilyItem",
    "FamilyNumbers",
    "FamilyOrder",
    "FamilyOrders",
    "FamilyPage",
    "Fault",
    "FieldProblem",
    "Flow",
    "FreezeAnswer",
    "FreezeQuestion",
    "InvoiceHead",
    "InvoiceKind",
    "InvoicePage",
    "KeptOrder",
    "Line",
    "ListYourUnblockingsAndDisplacedServicesRole",
    "NewComment",
    "NewContactWays",
    "NewSubscription",
    "NextStep",
    "NumberState",
    "NumbersToCheck",
    "NumberToMove",
    "Obstacle",
    "Order",
    "OrderNumbers",
    "OrderPage",
    "OrderState",
    "Page",
    "Party",
    "PlayedOrder",
    "PlayedOrders",
    "PlayedPort",
    "PortingCustomer",
    "PriceLine",
    "PriceList",
    "Problem",
    "ProjectState",
    "Queued",
    "Range",
    "ReadKeySetResponseReadKeySet",
    "ReadKeySetResponseReadKeySetAdditionalPropertyItem",
    "RefusedItem",
    "RefusedNumber",
    "RefusedPage",
    "SandboxClock",
    "Series",
    "Standing",
    "Step",
    "Submission",
    "SubmissionResult",
    "Subscription",
    "SubscriptionPage",
    "SubscriptionState",
    "SubscriptionWithSecret",
    "TypeLine",
    "TypeLineJsonSchema",
    "TypePage",
    "Unblocking",
    "UnblockingIn",
    "Validation",
    "VerificationIn",
    "WantedServiceIn",
    "WantedTime",
    "Wave",
    "WaveState",
    "WholeChange",
    "WholeInvoice",
    "Wish",
    "WishKind",
    "WishPage",
    "Words",
)
