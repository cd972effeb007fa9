"""The words of a start message: number and SIM, app, account, when, whom to ask (DL-04, DL-10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.roles import Role
from delivery.models import CustomerUser, DeliveryCase
from infra.formats import day, moment
from infra.texts import t
from kernel.language import Language
from portingsvc.queries import porting_of_case
from portingsvc.queries.views import OrderLine


@dataclass(frozen=True, slots=True)
class Composer:
    """Knows a case; writes to its users."""

    case: DeliveryCase
    company: str
    contact: str
    contact_email: str
    contact_phone: str
    language: Language
    orders: Sequence[OrderLine]

    @classmethod
    def of(cls, session: Session, case: DeliveryCase) -> Composer:
        """Users are addressed in their telefoniansvarig's language, for no list tells their own."""
        customer = accounts.organisation(session, case.customer_id)
        contacts = accounts.people_with_role(session, customer.id, Role.TELEFONIANSVARIG)
        contact = contacts[0] if contacts else None
        return cls(
            case=case,
            company=customer.name,
            contact=contact.name if contact else customer.name,
            contact_email=contact.email if contact else "",
            contact_phone=contact.phone if contact else "",
            language=contact.speaks if contact else "sv",
            orders=porting_of_case(session, case.id).orders,
        )

    def facts(self, user: CustomerUser) -> dict[str, Any]:
        """What the mail's template names."""
        return {
            "name": user.first_name or user.name,
            "company": self.company,
            "mobile": user.mobile,
            "fixed": user.fixed,
            "extension": user.extension,
            "sim_type": user.sim_type,
            "login": user.email,
            "when": self.when(user),
            "contact": self.contact,
            "contact_email": self.contact_email,
            "contact_phone": self.contact_phone,
        }

    def when(self, user: CustomerUser) -> str:
        """The hour at which the user's own number moves; the day of go-live when no move is ordered."""
        at = self._moves_at(user)
        return moment(at, self.language) if at else day(self.case.go_live_on, self.language)

    def _moves_at(self, user: CustomerUser) -> datetime | None:
        for number in filter(None, (user.mobile, user.fixed, user.other_number)):
            for order in self.orders:
                if len(number) == len(order.first) and order.first <= number <= order.last:
                    return order.port_at
        return None

    def sms(self, user: CustomerUser) -> str:
        """The text message: shorter, for the same user."""
        return t(
            "email.start_sms",
            self.language,
            company=self.company,
            when=self.when(user),
            login=user.email,
            contact=self.contact,
        )
