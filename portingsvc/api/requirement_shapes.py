"""What porting needs, as JSON."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, Field


class NumberType(StrEnum):
    """The kinds of numbers that can be ported."""

    FREEPHONE = "freephone"
    GEOGRAPHIC = "geographic"
    MOBILE = "mobile"
    NATIONAL = "national"
    SHARED_COST = "shared_cost"


class RequiredOwnerId(BaseModel):
    """In which form the operator knows the owner of a number. Give ten digits or twelve: we make them so.

    `form` is `sixteen` or `zeros`: what stands before the ten digits of a company (`company_prefix`). A person's
    number gets its century.
    """

    digits: int
    form: str
    company_prefix: str


class RequiredMandate(BaseModel):
    """The mandate (fullmakt): one for each operator and owner, signed before anything is submitted."""

    kind: str
    valid_days: int = Field(description="From the signature.")
    signed_by: list[str] = Field(description="Ways of signing, any of them.")
    must_cover_every_number: bool


class RequiredDocument(BaseModel):
    """A document, and when it must be there."""

    code: str
    when: str
    kept_as: str


class RequirementTimes(BaseModel):
    """Working days and hours. A request after `cutoff`, or on no working day, counts as made the next working day.

    A port can be stopped or moved until `cutoff`, `stop_working_days` before it. An answer is awaited for
    `answer_working_days` before somebody asks.
    """

    lead_working_days: int
    cutoff: str = Field(examples=["17:00"])
    stop_working_days: int
    answer_working_days: int
    time_zone: str


class RequirementWindow(BaseModel):
    """When it ports: ISO weekdays (1 is Monday), and the whole hours."""

    weekdays: list[int]
    hours: list[int]


class RequiredFee(BaseModel):
    """A fee in öre, without VAT, that holds today."""

    code: str
    per: str
    amount_ore: int
    payer: str


class RequirementCheck(BaseModel):
    """What the operator checks, as the reason that a no gives. `fields` are what is then put right.

    `costs_customer`: a further attempt is the customer's to pay. `contestable`: no lawful obstacle.
    """

    code: str
    fields: list[str]
    costs_customer: bool
    contestable: bool
    text: str


class Requirement(BaseModel):
    """All that one kind of number needs to be ported from one operator."""

    id: str = Field(examples=["TELIA-mobile"])
    donor: str
    donor_name: str
    number_type: NumberType
    largest_series: int = Field(description="How many numbers an order may have at most.")
    owner_id: RequiredOwnerId
    mandate: RequiredMandate
    documents: list[RequiredDocument]
    times: RequirementTimes
    windows: list[RequirementWindow]
    no_port_days: list[date] = Field(
        description="Mondays to Fridays without porting, this year and the next."
    )
    fees: list[RequiredFee]
    checks: list[RequirementCheck]
    allowed_actions: list[str] = Field(default=[], description="None: it is for reading.")


class RequirementPage(BaseModel):
    """A page of requirements; `next_cursor` is null on the last."""

    items: list[Requirement]
    next_cursor: str | None
