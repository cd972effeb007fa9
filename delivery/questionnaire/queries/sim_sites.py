"""To which of the customer's addresses a card goes, by its user's department (SM-02)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from delivery.models import DeliveryCase
from delivery.questionnaire import repository
from delivery.questionnaire.domain.company import SIMS


@dataclass(frozen=True, slots=True)
class SimSites:
    """Addresses by department in lower case; whoever belongs to none gets the case's own address."""

    own: dict[str, str]
    by_department: dict[str, dict[str, str]]

    def address(self, department: str) -> dict[str, str]:
        """Where a card of this department goes."""
        return self.by_department.get(department.strip().casefold(), self.own)


def sim_sites(session: Session, case: DeliveryCase) -> SimSites:
    """As the customer has signed them; before that, and without any, all goes to the case's own address."""
    signed = repository.newest_signed(session, case.id)
    told = signed.sections.get(SIMS.key, {}) if signed else {}
    by_department: dict[str, dict[str, str]] = {}
    for item in told.get("items", ()) if told.get("done") else ():
        answers = item["answers"]
        address = {name: answers.get(name, "") for name in ("name", "street", "postcode", "town")}
        for department in str(answers.get("departments", "")).splitlines():
            if department.strip():
                by_department[department.strip().casefold()] = address
    return SimSites(case.sim_address or case.agreement_address, by_department)
