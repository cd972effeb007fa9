""" Contains all the data models used in inputs/outputs """

from .acceptance import Acceptance
from .access_token import AccessToken
from .action import Action
from .address import Address
from .advance import Advance
from .asked import Asked
from .asking import Asking
from .attempt import Attempt
from .availability_in import AvailabilityIn
from .body_file_a_mandate_signed_on_paper import BodyFileAMandateSignedOnPaper
from .body_get_token import BodyGetToken
from .body_leave_a_document_with_a_case import BodyLeaveADocumentWithACase
from .body_upload_a_workbook_or_a_table import BodyUploadAWorkbookOrATable
from .cancel_wish import CancelWish
from .cancellation import Cancellation
from .case import Case
from .case_document import CaseDocument
from .case_document_page import CaseDocumentPage
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
from .chosen_case import ChosenCase
from .chosen_case_document import ChosenCaseDocument
from .chosen_case_document_page import ChosenCaseDocumentPage
from .chosen_case_numbers import ChosenCaseNumbers
from .chosen_case_page import ChosenCasePage
from .chosen_change import ChosenChange
from .chosen_change_page import ChosenChangePage
from .chosen_comment import ChosenComment
from .chosen_comment_page import ChosenCommentPage
from .chosen_contact_ways import ChosenContactWays
from .chosen_contact_ways_page import ChosenContactWaysPage
from .chosen_customer_data import ChosenCustomerData
from .chosen_data_change import ChosenDataChange
from .chosen_data_change_change import ChosenDataChangeChange
from .chosen_data_change_kind import ChosenDataChangeKind
from .chosen_data_difference import ChosenDataDifference
from .chosen_data_import import ChosenDataImport
from .chosen_data_issue import ChosenDataIssue
from .chosen_data_issue_page import ChosenDataIssuePage
from .chosen_data_version import ChosenDataVersion
from .chosen_data_version_page import ChosenDataVersionPage
from .chosen_delivery import ChosenDelivery
from .chosen_delivery_log_item import ChosenDeliveryLogItem
from .chosen_delivery_page import ChosenDeliveryPage
from .chosen_displacement import ChosenDisplacement
from .chosen_displacement_new_subscription_ids import ChosenDisplacementNewSubscriptionIds
from .chosen_displacement_services_item import ChosenDisplacementServicesItem
from .chosen_donor_script import ChosenDonorScript
from .chosen_donor_scripts import ChosenDonorScripts
from .chosen_family import ChosenFamily
from .chosen_family_numbers import ChosenFamilyNumbers
from .chosen_family_orders import ChosenFamilyOrders
from .chosen_family_page import ChosenFamilyPage
from .chosen_fee_quote import ChosenFeeQuote
from .chosen_fee_quote_line import ChosenFeeQuoteLine
from .chosen_fee_quote_line_page import ChosenFeeQuoteLinePage
from .chosen_fee_quote_page import ChosenFeeQuotePage
from .chosen_invoice_head import ChosenInvoiceHead
from .chosen_invoice_page import ChosenInvoicePage
from .chosen_list_columns import ChosenListColumns
from .chosen_listed_group import ChosenListedGroup
from .chosen_listed_group_page import ChosenListedGroupPage
from .chosen_listed_series import ChosenListedSeries
from .chosen_listed_series_page import ChosenListedSeriesPage
from .chosen_listed_user import ChosenListedUser
from .chosen_listed_user_page import ChosenListedUserPage
from .chosen_mandate_page import ChosenMandatePage
from .chosen_order import ChosenOrder
from .chosen_order_numbers import ChosenOrderNumbers
from .chosen_order_page import ChosenOrderPage
from .chosen_page import ChosenPage
from .chosen_porting_mandate import ChosenPortingMandate
from .chosen_porting_number import ChosenPortingNumber
from .chosen_porting_number_page import ChosenPortingNumberPage
from .chosen_price_line import ChosenPriceLine
from .chosen_price_list import ChosenPriceList
from .chosen_refused_item import ChosenRefusedItem
from .chosen_refused_page import ChosenRefusedPage
from .chosen_requirement import ChosenRequirement
from .chosen_requirement_page import ChosenRequirementPage
from .chosen_reseller import ChosenReseller
from .chosen_reseller_page import ChosenResellerPage
from .chosen_sim import ChosenSim
from .chosen_sim_page import ChosenSimPage
from .chosen_sim_parcel import ChosenSimParcel
from .chosen_sim_parcel_page import ChosenSimParcelPage
from .chosen_subscription import ChosenSubscription
from .chosen_subscription_page import ChosenSubscriptionPage
from .chosen_type_line import ChosenTypeLine
from .chosen_type_line_json_schema import ChosenTypeLineJsonSchema
from .chosen_type_page import ChosenTypePage
from .chosen_unblocking import ChosenUnblocking
from .chosen_whole_change import ChosenWholeChange
from .chosen_whole_invoice import ChosenWholeInvoice
from .chosen_wish import ChosenWish
from .chosen_wish_page import ChosenWishPage
from .code import Code
from .column_in import ColumnIn
from .columns_in import ColumnsIn
from .comment import Comment
from .comment_page import CommentPage
from .contact import Contact
from .contact_in import ContactIn
from .contact_in_consumer_language import ContactInConsumerLanguage
from .contact_language import ContactLanguage
from .contact_ways import ContactWays
from .contact_ways_page import ContactWaysPage
from .customer import Customer
from .customer_contact import CustomerContact
from .customer_contact_channel import CustomerContactChannel
from .customer_data import CustomerData
from .data_change import DataChange
from .data_change_change import DataChangeChange
from .data_change_kind import DataChangeKind
from .data_difference import DataDifference
from .data_import import DataImport
from .data_issue import DataIssue
from .data_issue_page import DataIssuePage
from .data_state import DataState
from .data_version import DataVersion
from .data_version_page import DataVersionPage
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
from .fee_quote import FeeQuote
from .fee_quote_line import FeeQuoteLine
from .fee_quote_line_page import FeeQuoteLinePage
from .fee_quote_page import FeeQuotePage
from .fee_quote_part import FeeQuotePart
from .field import Field
from .field_change import FieldChange
from .field_problem import FieldProblem
from .flow import Flow
from .freeze_answer import FreezeAnswer
from .freeze_question import FreezeQuestion
from .group_row_in import GroupRowIn
from .invoice_head import InvoiceHead
from .invoice_kind import InvoiceKind
from .invoice_page import InvoicePage
from .kept_order import KeptOrder
from .line import Line
from .list_column import ListColumn
from .list_columns import ListColumns
from .list_rows import ListRows
from .list_sheet import ListSheet
from .list_validation import ListValidation
from .list_your_unblockings_and_displaced_services_role import ListYourUnblockingsAndDisplacedServicesRole
from .listed_group import ListedGroup
from .listed_group_page import ListedGroupPage
from .listed_series import ListedSeries
from .listed_series_page import ListedSeriesPage
from .listed_user import ListedUser
from .listed_user_page import ListedUserPage
from .mandate_order import MandateOrder
from .mandate_page import MandatePage
from .mandate_series import MandateSeries
from .mandate_state import MandateState
from .new_attempt import NewAttempt
from .new_comment import NewComment
from .new_contact_ways import NewContactWays
from .new_subscription import NewSubscription
from .next_step import NextStep
from .number_state import NumberState
from .number_to_move import NumberToMove
from .number_type import NumberType
from .numbers_to_check import NumbersToCheck
from .obstacle import Obstacle
from .order import Order
from .order_numbers import OrderNumbers
from .order_page import OrderPage
from .order_state import OrderState
from .page import Page
from .parcel_address import ParcelAddress
from .parcel_state import ParcelState
from .party import Party
from .played_order import PlayedOrder
from .played_orders import PlayedOrders
from .played_parcels import PlayedParcels
from .played_port import PlayedPort
from .played_sign_off import PlayedSignOff
from .played_signature import PlayedSignature
from .porting_customer import PortingCustomer
from .porting_mandate import PortingMandate
from .porting_number import PortingNumber
from .porting_number_page import PortingNumberPage
from .price_line import PriceLine
from .price_list import PriceList
from .problem import Problem
from .project_state import ProjectState
from .queued import Queued
from .quote_for_case import QuoteForCase
from .quote_for_numbers import QuoteForNumbers
from .quote_for_order import QuoteForOrder
from .quote_state import QuoteState
from .range_ import Range
from .read_key_set_response_read_key_set import ReadKeySetResponseReadKeySet
from .read_key_set_response_read_key_set_additional_property_item import ReadKeySetResponseReadKeySetAdditionalPropertyItem
from .reason import Reason
from .refused_item import RefusedItem
from .refused_number import RefusedNumber
from .refused_page import RefusedPage
from .replacement import Replacement
from .required_document import RequiredDocument
from .required_fee import RequiredFee
from .required_mandate import RequiredMandate
from .required_owner_id import RequiredOwnerId
from .requirement import Requirement
from .requirement_check import RequirementCheck
from .requirement_page import RequirementPage
from .requirement_times import RequirementTimes
from .requirement_window import RequirementWindow
from .reseller import Reseller
from .reseller_page import ResellerPage
from .sandbox_clock import SandboxClock
from .scan import Scan
from .sent_parcel import SentParcel
from .sent_parcels import SentParcels
from .series import Series
from .series_row_in import SeriesRowIn
from .severity import Severity
from .sheet_in import SheetIn
from .sheet_kind import SheetKind
from .signature_line import SignatureLine
from .signed_mandate import SignedMandate
from .signed_off import SignedOff
from .sim import Sim
from .sim_kind import SimKind
from .sim_page import SimPage
from .sim_parcel import SimParcel
from .sim_parcel_page import SimParcelPage
from .sim_state import SimState
from .sim_user import SimUser
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
from .user_row_in import UserRowIn
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
    "Acceptance",
    "AccessToken",
    "Action",
    "Address",
    "Advance",
    "Asked",
    "Asking",
    "Attempt",
    "AvailabilityIn",
    "BodyFileAMandateSignedOnPaper",
    "BodyGetToken",
    "BodyLeaveADocumentWithACase",
    "BodyUploadAWorkbookOrATable",
    "Cancellation",
    "CancelWish",
    "Case",
    "CaseDocument",
    "CaseDocumentPage",
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
    "ChosenCase",
    "ChosenCaseDocument",
    "ChosenCaseDocumentPage",
    "ChosenCaseNumbers",
    "ChosenCasePage",
    "ChosenChange",
    "ChosenChangePage",
    "ChosenComment",
    "ChosenCommentPage",
    "ChosenContactWays",
    "ChosenContactWaysPage",
    "ChosenCustomerData",
    "ChosenDataChange",
    "ChosenDataChangeChange",
    "ChosenDataChangeKind",
    "ChosenDataDifference",
    "ChosenDataImport",
    "ChosenDataIssue",
    "ChosenDataIssuePage",
    "ChosenDataVersion",
    "ChosenDataVersionPage",
    "ChosenDelivery",
    "ChosenDeliveryLogItem",
    "ChosenDeliveryPage",
    "ChosenDisplacement",
    "ChosenDisplacementNewSubscriptionIds",
    "ChosenDisplacementServicesItem",
    "ChosenDonorScript",
    "ChosenDonorScripts",
    "ChosenFamily",
    "ChosenFamilyNumbers",
    "ChosenFamilyOrders",
    "ChosenFamilyPage",
    "ChosenFeeQuote",
    "ChosenFeeQuoteLine",
    "ChosenFeeQuoteLinePage",
    "ChosenFeeQuotePage",
    "ChosenInvoiceHead",
    "ChosenInvoicePage",
    "ChosenListColumns",
    "ChosenListedGroup",
    "ChosenListedGroupPage",
    "ChosenListedSeries",
    "ChosenListedSeriesPage",
    "ChosenListedUser",
    "ChosenListedUserPage",
    "ChosenMandatePage",
    "ChosenOrder",
    "ChosenOrderNumbers",
    "ChosenOrderPage",
    "ChosenPage",
    "ChosenPortingMandate",
    "ChosenPortingNumber",
    "ChosenPortingNumberPage",
    "ChosenPriceLine",
    "ChosenPriceList",
    "ChosenRefusedItem",
    "ChosenRefusedPage",
    "ChosenRequirement",
    "ChosenRequirementPage",
    "ChosenReseller",
    "ChosenResellerPage",
    "ChosenSim",
    "ChosenSimPage",
    "ChosenSimParcel",
    "ChosenSimParcelPage",
    "ChosenSubscription",
    "ChosenSubscriptionPage",
    "ChosenTypeLine",
    "ChosenTypeLineJsonSchema",
    "ChosenTypePage",
    "ChosenUnblocking",
    "ChosenWholeChange",
    "ChosenWholeInvoice",
    "ChosenWish",
    "ChosenWishPage",
    "Code",
    "ColumnIn",
    "ColumnsIn",
    "Comment",
    "CommentPage",
    "Contact",
    "ContactIn",
    "ContactInConsumerLanguage",
    "ContactLanguage",
    "ContactWays",
    "ContactWaysPage",
    "Customer",
    "CustomerContact",
    "CustomerContactChannel",
    "CustomerData",
    "DataChange",
    "DataChangeChange",
    "DataChangeKind",
    "DataDifference",
    "DataImport",
    "DataIssue",
    "DataIssuePage",
    "DataState",
    "DataVersion",
    "DataVersionPage",
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
    "FeeQuote",
    "FeeQuoteLine",
    "FeeQuoteLinePage",
    "FeeQuotePage",
    "FeeQuotePart",
    "Field",
    "FieldChange",
    "FieldProblem",
    "Flow",
    "FreezeAnswer",
    "FreezeQuestion",
    "GroupRowIn",
    "InvoiceHead",
    "InvoiceKind",
    "InvoicePage",
    "KeptOrder",
    "Line",
    "ListColumn",
    "ListColumns",
    "ListedGroup",
    "ListedGroupPage",
    "ListedSeries",
    "ListedSeriesPage",
    "ListedUser",
    "ListedUserPage",
    "ListRows",
    "ListSheet",
    "ListValidation",
    "ListYourUnblockingsAndDisplacedServicesRole",
    "MandateOrder",
    "MandatePage",
    "MandateSeries",
    "MandateState",
    "NewAttempt",
    "NewComment",
    "NewContactWays",
    "NewSubscription",
    "NextStep",
    "NumberState",
    "NumbersToCheck",
    "NumberToMove",
    "NumberType",
    "Obstacle",
    "Order",
    "OrderNumbers",
    "OrderPage",
    "OrderState",
    "Page",
    "ParcelAddress",
    "ParcelState",
    "Party",
    "PlayedOrder",
    "PlayedOrders",
    "PlayedParcels",
    "PlayedPort",
    "PlayedSignature",
    "PlayedSignOff",
    "PortingCustomer",
    "PortingMandate",
    "PortingNumber",
    "PortingNumberPage",
    "PriceLine",
    "PriceList",
    "Problem",
    "ProjectState",
    "Queued",
    "QuoteForCase",
    "QuoteForNumbers",
    "QuoteForOrder",
    "QuoteState",
    "Range",
    "ReadKeySetResponseReadKeySet",
    "ReadKeySetResponseReadKeySetAdditionalPropertyItem",
    "Reason",
    "RefusedItem",
    "RefusedNumber",
    "RefusedPage",
    "Replacement",
    "RequiredDocument",
    "RequiredFee",
    "RequiredMandate",
    "RequiredOwnerId",
    "Requirement",
    "RequirementCheck",
    "RequirementPage",
    "RequirementTimes",
    "RequirementWindow",
    "Reseller",
    "ResellerPage",
    "SandboxClock",
    "Scan",
    "SentParcel",
    "SentParcels",
    "Series",
    "SeriesRowIn",
    "Severity",
    "SheetIn",
    "SheetKind",
    "SignatureLine",
    "SignedMandate",
    "SignedOff",
    "Sim",
    "SimKind",
    "SimPage",
    "SimParcel",
    "SimParcelPage",
    "SimState",
    "SimUser",
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
    "UserRowIn",
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
