"""A customer's lists as JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from delivery.customer_data.domain.codes import Severity
from delivery.customer_data.domain.fields import Field as ListField
from delivery.customer_data.domain.fields import SheetKind
from delivery.customer_data.queries import ImportLine
from delivery.customer_data.usecases.take_rows import Rows
from delivery.domain.states import CaseState, DataState
from delivery.models import AnswerGroup, CustomerDataVersion, CustomerSeries, CustomerUser

MOST_USERS: Final = 2_000
MOST_OTHERS: Final = 500
ASK: Final = "ask_for_sign_off"
UPLOAD: Final = "upload"

_Cell = Annotated[str, Field(max_length=200)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class UserRowIn(_Strict):
    """A user, in any writing that a person would use. Either `name`, or first and last name."""

    first_name: _Cell = Field("", examples=["Anna"])
    last_name: _Cell = Field("", examples=["Berg"])
    name: _Cell = ""
    email: _Cell = Field(examples=["anna.berg@exempel.se"])
    mobile: _Cell = Field("", description="Blank when the user is to get a new one.")
    landline: _Cell = ""
    extension: _Cell = ""
    subscription: _Cell = ""
    sim_type: _Cell = Field("", description="SIM or eSIM")
    extension_type: _Cell = ""
    device: _Cell = ""
    department: _Cell = ""
    cost_centre: _Cell = ""
    current_operator: _Cell = ""


class GroupRowIn(_Strict):
    """An answer group; `members` by extension, e-mail or whole name as among the users."""

    name: _Cell = Field(examples=["Kundtjänst"])
    number: _Cell = ""
    opening_hours: _Cell = ""
    members: list[_Cell] = Field([], max_length=500)


class SeriesRowIn(_Strict):
    """A number series to port, with the operator that has it today."""

    series: _Cell = Field(examples=["08-465 004 00–99"])
    operator: _Cell = ""


class ListRows(_Strict):
    """The lists, whole: what is not there is no longer in them. Larger ones are uploaded as a file."""

    users: list[UserRowIn] = Field(min_length=1, max_length=MOST_USERS)
    groups: list[GroupRowIn] = Field([], max_length=MOST_OTHERS)
    series: list[SeriesRowIn] = Field([], max_length=MOST_OTHERS)

    def by_kind(self) -> Rows:
        """The rows by what they hold."""
        return {
            SheetKind.USERS: [
                {ListField(name): value for name, value in each.model_dump().items()} for each in self.users
            ],
            SheetKind.GROUPS: [
                {
                    ListField.GROUP_NAME: each.name,
                    ListField.GROUP_NUMBER: each.number,
                    ListField.OPENING_HOURS: each.opening_hours,
                    ListField.MEMBERS: "; ".join(each.members),
                }
                for each in self.groups
            ],
            SheetKind.SERIES: [
                {ListField.SERIES: each.series, ListField.SERIES_OPERATOR: each.operator}
                for each in self.series
            ],
        }


class DataVersion(BaseModel):
    """One version of the lists. `clean` holds once the customer has signed it off; `faulty` holds no rows."""

    id: UUID
    case_id: UUID
    number: int
    state: DataState
    filename: str
    users: int
    groups: int
    series: int
    numbers: int = Field(description="Different numbers of users and groups.")
    errors: int
    warnings: int
    uploaded_by: str
    uploaded_at: datetime
    signed_by: str
    signed_at: datetime | None
    allowed_actions: list[str]


class DataVersionPage(BaseModel):
    """A page of versions; `next_cursor` is null on the last."""

    items: list[DataVersion]
    next_cursor: str | None


class DataImport(BaseModel):
    """A large file on its way. It has ended when `ended` says so; then `version_number` or `refusal` says how."""

    id: UUID
    case_id: UUID
    filename: str
    rows_expected: int
    rows_read: int
    rows_checked: int
    rows_stored: int
    ended: bool
    cancelled_by: str
    version_number: int | None
    refusal: str = Field(description="why nothing came of it")
    allowed_actions: list[str]


class CustomerData(BaseModel):
    """How the lists of a case stand. `signed` is what is delivered; `newest` is what came last."""

    case_id: UUID
    newest: DataVersion | None
    signed: DataVersion | None
    imports: list[UUID] = Field(description="Large files that are being read.")
    allowed_actions: list[str]


class DataIssue(BaseModel):
    """A finding in a cell. `place` counts from 0 among the rows sent as JSON; null for a file."""

    severity: Severity
    code: str
    sheet: str
    row: int | None = Field(description="As in the margin of the file.")
    column: str = Field(description="The letter over the column.")
    heading: str
    field: str = Field(description="What the column was read as.")
    place: int | None
    value: str
    text: str


class DataIssuePage(BaseModel):
    """A page of findings; `next_cursor` is null on the last."""

    items: list[DataIssue]
    next_cursor: str | None


class ListedUser(BaseModel):
    """A user of a version. Numbers are E.164."""

    id: UUID
    sheet: str
    row: int
    name: str
    first_name: str
    last_name: str
    email: str
    mobile: str
    landline: str
    other_number: str
    extension: str
    subscription: str
    sim_type: str
    extension_type: str
    device: str
    department: str
    cost_centre: str
    current_operator: str


class ListedUserPage(BaseModel):
    """A page of users; `next_cursor` is null on the last."""

    items: list[ListedUser]
    next_cursor: str | None


class ListedGroup(BaseModel):
    """An answer group of a version. Members by extension, e-mail or name, as the list had them."""

    id: UUID
    row: int
    name: str
    number: str
    opening_hours: str
    members: list[str]


class ListedGroupPage(BaseModel):
    """A page of answer groups; `next_cursor` is null on the last."""

    items: list[ListedGroup]
    next_cursor: str | None


class ListedSeries(BaseModel):
    """A number series of a version, first to last in E.164."""

    id: UUID
    row: int
    first: str
    last: str
    count: int
    operator: str


class ListedSeriesPage(BaseModel):
    """A page of number series; `next_cursor` is null on the last."""

    items: list[ListedSeries]
    next_cursor: str | None


def version_of(row: CustomerDataVersion) -> DataVersion:
    """A version as it is told."""
    counted = {name: row.counts.get(name, 0) for name in ("users", "groups", "series", "numbers")}
    return DataVersion(
        id=row.id,
        case_id=row.case_id,
        number=row.number,
        state=row.state,
        filename=row.filename,
        errors=row.counts.get("errors", 0),
        warnings=row.counts.get("warnings", 0),
        uploaded_by=row.uploaded_by,
        uploaded_at=row.uploaded_at,
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        allowed_actions=[ASK] if row.state is DataState.CLEAN else [],
        **counted,
    )


def import_of(case_id: UUID, line: ImportLine, language: str) -> DataImport:
    """An import as it is told."""
    return DataImport(
        id=line.id,
        case_id=case_id,
        filename=line.filename,
        rows_expected=line.rows_expected,
        rows_read=line.rows_read,
        rows_checked=line.rows_checked,
        rows_stored=line.rows_stored,
        ended=line.ended,
        cancelled_by=line.cancelled_by,
        version_number=line.version_number,
        refusal=line.refusal.get(language, ""),
        allowed_actions=[] if line.ended else ["cancel"],
    )


def user_of(row: CustomerUser) -> ListedUser:
    """A user as it is told."""
    alike = {name: getattr(row, name) for name in ListedUser.model_fields if name not in _RENAMED}
    return ListedUser(landline=row.fixed, current_operator=row.operator, **alike)


_RENAMED: Final = {"landline", "current_operator"}


def group_of(row: AnswerGroup) -> ListedGroup:
    """An answer group as it is told."""
    return ListedGroup.model_validate(row, from_attributes=True)


def series_of(row: CustomerSeries) -> ListedSeries:
    """A number series as it is told."""
    return ListedSeries.model_validate(row, from_attributes=True)


def may_upload(state: CaseState) -> list[str]:
    """What may be done with the lists of a case in a phase."""
    return [UPLOAD] if state is CaseState.FORBEREDELSER else []
