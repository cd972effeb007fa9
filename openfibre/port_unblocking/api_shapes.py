"""The shapes of the API: what is taken, strictly, and what is told. `api.py` holds the routes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StrictBool

from kernel.language import Language
from openfibre.port_unblocking.domain.labels import PROBLEMS
from openfibre.port_unblocking.domain.states import CaseState, DisplacementState
from openfibre.port_unblocking.queries import DisplacedView, NewView, StepLine

Id = Annotated[str, Field(min_length=1, max_length=36, pattern=r"^[A-Za-z0-9_.:-]+$")]
IdOrNone = Annotated[str, Field(max_length=36, pattern=r"^[A-Za-z0-9_.:-]*$")]


class Strict(BaseModel):
    """What is not known is refused, so that a misspelt field is never passed over."""

    model_config = ConfigDict(extra="forbid")


class Equipment(Strict):
    """A device, as ON-API names it."""

    vendorId: str = Field(max_length=60)  # noqa: N815  (ON-API's own names)
    macAddress: str = Field(max_length=20)  # noqa: N815


class Characteristics(Strict):
    """Options of a service, as ON-API names them."""

    fixedIp: StrictBool | None = None  # noqa: N815
    ipAddress: list[str] | None = Field(None, max_length=16)  # noqa: N815
    SLA: str | None = Field(None, max_length=60)


class WantedServiceIn(Strict):
    """A service to order."""

    service: Id = Field(examples=["BB-1000-100"])
    sp_subscription_id: IdOrNone = ""
    characteristics: Characteristics = Characteristics()
    equipment: list[Equipment] = Field([], max_length=20)


class UnblockingIn(Strict):
    """A question about a port. `sp_reference` is yours and names no person."""

    network: str = Field(min_length=1, max_length=20, examples=["EXNET"])
    access_id: Id = Field(examples=["STTA0001"])
    services: list[WantedServiceIn] = Field(min_length=1, max_length=10)
    sp_reference: Id


class VerificationIn(Strict):
    """What you and your consumer found out (step 5). Leave out what you do not know yet."""

    address_confirmed: StrictBool = False
    apartment_confirmed: StrictBool = False
    newly_moved_in: StrictBool | None = None
    own_services: StrictBool | None = Field(
        None, description="does the consumer subscribe to what blocks the port?"
    )
    terminate: StrictBool | None = Field(None, description="shall the present services end at activation?")
    right_access_id: IdOrNone = ""


class AvailabilityIn(Strict):
    """What the operator's portal shows of the port, where it has no API."""

    blocked: list[Id] = Field(max_length=10)
    portal_option: StrictBool = Field(description="does the portal offer to take the port over?")


class ContactIn(Strict):
    """You have contacted your consumer (step 13): the time to answer begins."""

    channel: str = Field(min_length=1, max_length=40, examples=["phone"])
    contacted_at: AwareDatetime | None = Field(None, description="now, unless given")
    consumer_email: Annotated[str, Field(max_length=320)] = Field(
        "", description="to have the confirmation mailed; forgotten when it has been sent"
    )
    consumer_language: Language = "sv"


class DisputeIn(Strict):
    """Your consumer disputes the disconnection (step 16). The reason stays between you and the network owner."""

    reason: str = Field(min_length=1, max_length=1000)


class Step(BaseModel):
    """One of the twenty steps, as far as it is yours to see."""

    number: int
    party: str
    text: str
    at: datetime | None


class Obstacle(BaseModel):
    """Why a case waits."""

    code: str
    text: str


class Unblocking(BaseModel):
    """An unblocking that you asked for. It never tells whose services block the port."""

    role: Literal["new"] = "new"
    id: UUID
    reference: str
    network: str
    access_id: str
    services: list[str]
    sp_reference: str
    state: CaseState
    blocked: list[str]
    forced_order_possible: bool
    free_from: str | None
    problem: Obstacle | None
    allowed_actions: list[str]
    steps: list[Step]
    created_at: datetime
    closed_at: datetime | None


class Displacement(BaseModel):
    """A service of yours that was deactivated through somebody else's unblocking."""

    role: Literal["displaced"] = "displaced"
    id: UUID
    network: str
    access_id: str
    services: list[dict[str, Any]]
    new_subscription_ids: dict[str, str]
    state: DisplacementState
    deactivated_at: datetime
    told_at: datetime | None
    contacted_at: datetime | None
    answer_days: int
    last_answer_day: date | None
    answered_at: datetime | None
    confirmation_sent_at: datetime | None
    late_disputed_at: datetime | None
    allowed_actions: list[str]
    steps: list[Step]


Either = Annotated[Unblocking | Displacement, Field(discriminator="role")]


class Page(BaseModel):
    """A page of cases; `next_cursor` is null on the last."""

    items: list[Either]
    next_cursor: str | None


class Dispute(BaseModel):
    """What came of a dispute: the port is being restored, or it came late and a person decides.

    `late_reference` is null while a late one waits for the port to be free of another case.
    """

    displacement: Displacement
    late: bool
    late_reference: str | None


def _steps(steps: tuple[StepLine, ...], language: Language) -> list[Step]:
    return [
        Step(number=s.number, party=s.party.in_(language), text=s.text.in_(language), at=s.at) for s in steps
    ]


def unblocking(view: NewView, language: Language) -> Unblocking:
    """The outward shape of a case, for its new provider."""
    text = PROBLEMS.get(view.problem)
    return Unblocking(
        id=view.id,
        reference=view.reference,
        network=view.network,
        access_id=view.access_id,
        services=list(view.services),
        sp_reference=view.sp_reference,
        state=view.state,
        blocked=list(view.blocked),
        forced_order_possible=view.forcible and bool(view.blocked),
        free_from=view.free_from,
        problem=Obstacle(code=view.problem, text=text.in_(language)) if text else None,
        allowed_actions=list(view.allowed),
        steps=_steps(view.steps, language),
        created_at=view.created_at,
        closed_at=view.closed_at,
    )


def displacement(view: DisplacedView, language: Language) -> Displacement:
    """The outward shape of a lost service, for its provider."""
    return Displacement(
        id=view.id,
        network=view.network,
        access_id=view.access_id,
        services=list(view.services),
        new_subscription_ids=view.new_ids,
        state=view.state,
        deactivated_at=view.displaced_at,
        told_at=view.told_at,
        contacted_at=view.contacted_at,
        answer_days=view.answer_days,
        last_answer_day=view.last_answer_day,
        answered_at=view.answered_at,
        confirmation_sent_at=view.letter_sent_at,
        late_disputed_at=view.late_disputed_at,
        allowed_actions=list(view.allowed),
        steps=_steps(view.steps, language),
    )


def either(view: NewView | DisplacedView, language: Language) -> Unblocking | Displacement:
    """Whichever it is."""
    return unblocking(view, language) if isinstance(view, NewView) else displacement(view, language)
