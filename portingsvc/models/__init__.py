"""The tables of the porting service. Rules stand in `domain/`; uniqueness that money hangs on stands here."""

from portingsvc.models.fees import FeeBudget, FeeEntry, Payer, PriceItem, StatementLine, StatementMatch
from portingsvc.models.inbox import GatewayCursor, GatewayMessage
from portingsvc.models.mandates import BankIdOrder, Mandate, MandateSignature
from portingsvc.models.orders import (
    ORDER_REFERENCES,
    PortingAttempt,
    PortingFamily,
    PortingNumber,
    PortingOrder,
    PortingWish,
    WishKind,
)
from portingsvc.models.quotes import FeeQuote, FeeQuoteLine
from portingsvc.models.repairs import Escalation, EscalationKind, RepairTask
from portingsvc.models.scripted import ScriptedDossier, ScriptedMessage
from portingsvc.models.tallies import NumberTally

__all__ = [
    "ORDER_REFERENCES",
    "BankIdOrder",
    "Escalation",
    "EscalationKind",
    "FeeBudget",
    "FeeEntry",
    "FeeQuote",
    "FeeQuoteLine",
    "GatewayCursor",
    "GatewayMessage",
    "Mandate",
    "MandateSignature",
    "NumberTally",
    "Payer",
    "PortingAttempt",
    "PortingFamily",
    "PortingNumber",
    "PortingOrder",
    "PortingWish",
    "PriceItem",
    "RepairTask",
    "ScriptedDossier",
    "ScriptedMessage",
    "StatementLine",
    "StatementMatch",
    "WishKind",
]
