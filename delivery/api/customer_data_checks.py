"""Findings and differences of a customer's lists as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal

from pydantic import BaseModel, Field

from delivery.api.customer_data_shapes import DataIssue
from delivery.customer_data.domain.check import CheckResult
from delivery.customer_data.domain.codes import Issue
from delivery.customer_data.domain.diff import Difference
from delivery.customer_data.domain.headers import WorkbookMapping
from delivery.customer_data.domain.records import UserRow
from delivery.customer_data.usecases.take_rows import FILENAME, FIRST_ROW
from delivery.models import CustomerDataVersion
from delivery.queries.data_versions import VersionDifference, field_of_column
from kernel.language import Language

MOST_ISSUES: Final = 1_000


class FieldChange(BaseModel):
    """A field before and after."""

    field: str
    before: str
    after: str


class DataChange(BaseModel):
    """One user, answer group or series that comes, goes or is not the same; `fields` for changed users."""

    kind: Literal["user", "group", "series"]
    change: Literal["added", "changed", "removed"]
    name: str
    row: int | None = Field(description="As in the margin of the newer file.")
    fields: list[FieldChange]


class DataDifference(BaseModel):
    """What a version changes, a page at a time; counts are of all. `compared_with` is a version's number."""

    compared_with: int | None
    added: int
    changed: int
    removed: int
    unchanged_users: int
    items: list[DataChange]
    next_cursor: str | None


class ListValidation(BaseModel):
    """What lists would meet. At most a thousand findings, errors first."""

    ok: bool = Field(description="Whether they could be signed off.")
    users: int
    groups: int
    series: int
    numbers: int
    errors: int
    warnings: int
    issues: list[DataIssue]
    compared_with: int | None = Field(
        description="The number of the version whose users they are compared with."
    )
    users_added: int
    users_changed: int
    users_removed: int


def issues_of(version: CustomerDataVersion, language: Language) -> list[DataIssue]:
    """The findings of a version, in the reader's language."""
    as_rows = version.filename == FILENAME
    return [
        DataIssue(
            severity=each["severity"],
            code=each["code"],
            sheet=each["sheet"],
            row=each["row"],
            column=each["letter"],
            heading=each["heading"],
            field=field_of_column(version, each["sheet"], each["letter"]),
            place=each["row"] - FIRST_ROW if as_rows and each["row"] else None,
            value=each["value"],
            text=each["text"][language],
        )
        for each in version.issues
    ]


def validation_of(
    result: CheckResult, compared_with: int | None, difference: Difference, language: Language
) -> ListValidation:
    """A dry run as it is told."""
    errors, warnings = result.errors, result.warnings
    found = [*errors, *warnings][:MOST_ISSUES]
    return ListValidation(
        ok=result.ok,
        users=len(result.users),
        groups=len(result.groups),
        series=len(result.series),
        numbers=result.numbers,
        errors=len(errors),
        warnings=len(warnings),
        issues=[_issue(each, result.mapping, language) for each in found],
        compared_with=compared_with,
        users_added=len(difference.added),
        users_changed=len(difference.changed),
        users_removed=len(difference.removed),
    )


def _issue(issue: Issue, mapping: WorkbookMapping, language: Language) -> DataIssue:
    columns = next((each.columns for each in mapping.sheets if each.sheet == issue.sheet), {})
    field = next((name.value for name, column in columns.items() if column == issue.column), "")
    return DataIssue(
        severity=issue.severity,
        code=issue.code.value,
        sheet=issue.sheet or "",
        row=issue.row,
        column=issue.letter or "",
        heading=issue.heading,
        field=field,
        place=issue.row - FIRST_ROW if issue.row else None,
        value=issue.value[:200],
        text=issue.text(language),
    )


def changes_of(difference: VersionDifference) -> list[DataChange]:
    """Everything that is not the same: users first, then answer groups, then series."""
    return [*_users(difference.users), *_named(difference)]


def _users(users: Difference) -> Iterator[DataChange]:
    for row in users.added:
        yield DataChange(kind="user", change="added", name=_name(row), row=row.row, fields=[])
    for each in users.changed:
        fields = [
            FieldChange(
                field=name, before=getattr(each.before, name) or "", after=getattr(each.after, name) or ""
            )
            for name in each.fields
        ]
        yield DataChange(
            kind="user", change="changed", name=_name(each.after), row=each.after.row, fields=fields
        )
    for row in users.removed:
        yield DataChange(kind="user", change="removed", name=_name(row), row=None, fields=[])


def _named(difference: VersionDifference) -> Iterator[DataChange]:
    told: Any
    for kind, told in (("group", difference.groups), ("series", difference.series)):
        for change in ("added", "changed", "removed"):
            for name in getattr(told, change):
                yield DataChange.model_validate(
                    {"kind": kind, "change": change, "name": name, "row": None, "fields": []}
                )


def _name(row: UserRow) -> str:
    return row.name or row.email or row.extension or ""
