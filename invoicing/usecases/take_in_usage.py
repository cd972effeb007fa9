"""Take in a file of text messages and traffic (IN-03): all of it or nothing, and the same one twice changes nothing."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from infra.clock import local_date
from infra.transitions import Cause
from invoicing import repository
from invoicing.domain.errors import USAGE_REFUSED
from invoicing.domain.usage_rows import Fault, UsageFact, read_usage
from invoicing.models import UsageFile, UsageRow
from kernel.language import Text

_FAULTS_TOLD = 200


def take_in_usage(
    session: Session, actor: Actor, content: bytes, *, filename: str, cause: Cause
) -> UsageFile:
    """Rows that are here already, with the same quantity, are passed over. `rows` says how many were new.

    Raises `NOT_YOURS`, and `USAGE_FILE_REFUSED` with every row that is wrong, in words.
    """
    refuse_outsiders(actor)
    repository.lock_runs(session)
    known = repository.usage_file(session, content)
    if known is not None:
        return known
    facts, wrong = read_usage(_text(content), local_date(cause.now))
    customers = _customers(session)
    wrong += [_stranger(fact) for fact in facts if fact.org_number not in customers]
    fresh: list[UsageFact] = []
    if not wrong:
        fresh, wrong = _fresh(session, facts, customers)
    if wrong or not facts:
        _refuse(wrong)
    file = UsageFile(
        name=filename[-255:],
        sha256=hashlib.sha256(content).hexdigest(),
        rows=len(fresh),
        taken_in_by=cause.name,
        at=cause.now,
    )
    session.add(file)
    session.flush()
    session.add_all(
        UsageRow(
            file_id=file.id,
            customer_id=customers[fact.org_number],
            article=fact.kind,
            number=fact.number,
            day=fact.day,
            quantity=fact.quantity,
        )
        for fact in fresh
    )
    return file


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _customers(session: Session) -> dict[str, UUID]:
    """Customers with terms, by organisation number; one that two partners have is left out as unclear."""
    agreements = repository.agreements(session)
    found: dict[str, list[UUID]] = defaultdict(list)
    for company in accounts.organisations(session, [each.customer_id for each in agreements]):
        found[company.org_number].append(company.id)
    return {org_number: ids[0] for org_number, ids in found.items() if len(ids) == 1}


def _fresh(
    session: Session, facts: list[UsageFact], customers: dict[str, UUID]
) -> tuple[list[UsageFact], list[Fault]]:
    """What is not here yet, and the rows that say something else than what is."""
    days = [fact.day for fact in facts]
    if not days:
        return [], []
    here = {
        (row.customer_id, row.article, row.number, row.day): row.quantity
        for row in repository.usage_between(session, customers.values(), min(days), max(days))
    }
    fresh: list[UsageFact] = []
    wrong: list[Fault] = []
    for fact in facts:
        quantity = here.get((customers[fact.org_number], fact.kind, fact.number, fact.day))
        if quantity is None:
            fresh.append(fact)
        elif quantity != fact.quantity:
            wrong.append(_differs(fact, quantity))
    return fresh, wrong


def _differs(fact: UsageFact, quantity: int) -> Fault:
    return fact.row, Text(
        sv=f"Rad {fact.row}: {quantity} är redan inläst för samma nummer, sort och dag, inte {fact.quantity}.",
        en=f"Row {fact.row}: {quantity} was taken in for the same number, kind and day, not {fact.quantity}.",
    )


def _stranger(fact: UsageFact) -> Fault:
    return fact.row, Text(
        sv=f"Rad {fact.row}: {fact.org_number} är ingen kund som faktureras här.",
        en=f"Row {fact.row}: {fact.org_number} is no customer that is invoiced here.",
    )


def _refuse(wrong: list[Fault]) -> None:
    wrong.sort(key=lambda fault: fault[0])
    first = wrong[0][1] if wrong else Text(sv="Filen är tom.", en="The file is empty.")
    raise USAGE_REFUSED.error(
        "file",
        count=len(wrong),
        first_sv=first.sv,
        first_en=first.en,
        rows=[row for row, _ in wrong[:_FAULTS_TOLD]],
        faults=[{"sv": words.sv, "en": words.en} for _, words in wrong[:_FAULTS_TOLD]],
    )
