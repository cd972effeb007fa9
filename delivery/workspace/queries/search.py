"""Search: a case by its reference or company, by organisation number, telephone number or SIM card.

One statement; at a million numbers each part of it is a walk down an index (the few thousand company names are
read through). Planners see every case, so nothing here asks whose it is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, literal, or_, union_all
from sqlalchemy import select as columns
from sqlmodel import Session, col

from accounts.models import Organisation
from delivery.models import CustomerDataVersion, CustomerSeries, CustomerUser, DeliveryCase, SimCard
from delivery.workspace.domain.search_terms import Terms, read_terms
from portingsvc.queries import numbers_beginning

MOST: Final = 100
_AGAINST_PATTERNS: Final = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


class FoundBy(StrEnum):
    """By what a case was found."""

    REFERENCE = "reference"
    COMPANY = "company"
    ORG_NUMBER = "org_number"
    NUMBER = "number"
    LISTED = "listed"
    SERIES = "series"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Hit:
    """What of a case was found."""

    by: FoundBy
    what: str


def search(session: Session, text: str) -> dict[UUID, list[Hit]]:
    """Cases with what was found of each; at most a hundred by each way. Nothing asked for finds nothing."""
    terms = read_terms(text)
    if not terms.words:
        return {}
    found: dict[UUID, list[Hit]] = defaultdict(list)
    for by, case_id, what in session.execute(statement(terms)):
        hit = Hit(FoundBy(by), what)
        if case_id is not None and hit not in found[case_id]:
            found[case_id].append(hit)
    return dict(found)


def statement(terms: Terms) -> Any:
    """The one statement of a search."""
    parts = [_by_words(terms), _by_company(terms)]
    if terms.org_number:
        parts.append(_by_org_number(terms.org_number))
    if terms.number:
        parts += [_by_number(terms.number), *_by_listed(terms.number), _by_series(terms.number)]
    if terms.iccid:
        parts.append(_by_card(terms.iccid))
    return union_all(*(columns(part.subquery()) for part in parts))


def _holds(words: str) -> str:
    return f"%{words.translate(_AGAINST_PATTERNS)}%"


def _by_words(terms: Terms) -> Any:
    case = DeliveryCase
    pattern = _holds(terms.words)
    named = or_(col(case.reference).ilike(pattern), col(case.external_reference).ilike(pattern))
    return (
        columns(literal(FoundBy.REFERENCE.value), col(case.id), col(case.reference)).where(named).limit(MOST)
    )


def _by_company(terms: Terms) -> Any:
    return _company(FoundBy.COMPANY, col(Organisation.name)).where(
        col(Organisation.name).ilike(_holds(terms.words))
    )


def _by_org_number(digits: str) -> Any:
    return _company(FoundBy.ORG_NUMBER, col(Organisation.org_number)).where(
        col(Organisation.org_number).like(f"{digits}%")
    )


def _company(by: FoundBy, what: Any) -> Any:
    return (
        columns(literal(by.value), col(DeliveryCase.id), what)
        .join(Organisation, col(Organisation.id) == DeliveryCase.customer_id)
        .limit(MOST)
    )


def _by_number(number: str) -> Any:
    found = numbers_beginning(number, MOST).subquery()
    return columns(literal(FoundBy.NUMBER.value), found.c[0], found.c[1])


def _by_listed(number: str) -> list[Any]:
    """Numbers in customers' lists, before or without a port."""
    return [
        columns(literal(FoundBy.LISTED.value), col(CustomerDataVersion.case_id), col(column))
        .join(CustomerUser, col(CustomerUser.version_id) == CustomerDataVersion.id)
        .where(col(column).like(f"{number}%"), col(column) != "")
        .limit(MOST)
        for column in (CustomerUser.mobile, CustomerUser.fixed)
    ]


def _by_series(number: str) -> Any:
    """Series in customers' lists that a whole number lies in."""
    series = CustomerSeries
    same_length = func.length(col(series.first)) == len(number)
    return (
        columns(
            literal(FoundBy.SERIES.value),
            col(CustomerDataVersion.case_id),
            col(series.first).concat("–").concat(col(series.last)),
        )
        .join(series, col(series.version_id) == CustomerDataVersion.id)
        .where(col(series.first) <= number, col(series.last) >= number, same_length)
        .limit(MOST)
    )


def _by_card(digits: str) -> Any:
    return (
        columns(literal(FoundBy.CARD.value), col(SimCard.case_id), col(SimCard.iccid))
        .where(
            col(SimCard.iccid).like(f"{digits}%"), col(SimCard.iccid) != "", col(SimCard.case_id).is_not(None)
        )
        .limit(MOST)
    )
