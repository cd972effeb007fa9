"""Check a whole workbook: pure, no file and no database. Every fault is found in one pass, none stops it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Final

from delivery.customer_data.domain.check_groups import check_groups, directory
from delivery.customer_data.domain.check_series import check_series
from delivery.customer_data.domain.check_users import Rules, check_users
from delivery.customer_data.domain.codes import Code, Issue, Severity
from delivery.customer_data.domain.fields import SheetKind
from delivery.customer_data.domain.findings import Findings, MappedSheet
from delivery.customer_data.domain.headers import WorkbookMapping, propose
from delivery.customer_data.domain.reasons import Why, why_text
from delivery.customer_data.domain.records import GroupRow, SeriesRow, UserRow
from delivery.customer_data.domain.sheets import Sheet
from delivery.customer_data.domain.values import SIM_TYPES, SUBSCRIPTIONS

STANDARD_RULES: Final = Rules(SUBSCRIPTIONS, SIM_TYPES)
NOTHING_MAPPED: Final = WorkbookMapping(())


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a workbook holds and what is wrong with it. `numbers` counts distinct valid numbers, E.164."""

    users: tuple[UserRow, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    series: tuple[SeriesRow, ...] = ()
    issues: tuple[Issue, ...] = ()
    numbers: int = 0
    mapping: WorkbookMapping = NOTHING_MAPPED

    @classmethod
    def refused(cls, code: Code, why: Why | None = None) -> CheckResult:
        """The result for a file that could not be read at all."""
        return cls(issues=(Issue(code, facts=(("why", why_text(why)),)),))

    @property
    def ok(self) -> bool:
        """Whether the data can be used as it stands; warnings do not stop it."""
        return not self.errors

    @property
    def errors(self) -> list[Issue]:
        return [issue for issue in self.issues if issue.severity is Severity.ERROR]

    @property
    def warnings(self) -> list[Issue]:
        return [issue for issue in self.issues if issue.severity is Severity.WARNING]

    def as_json(self) -> dict[str, Any]:
        """The object of `vaxla customer-data check --json`."""
        return {
            "ok": self.ok,
            "users": len(self.users),
            "numbers": self.numbers,
            "series": len(self.series),
            "groups": len(self.groups),
            "errors": [issue.as_json() for issue in self.errors],
            "warnings": [issue.as_json() for issue in self.warnings],
        }


Take = Callable[[list[UserRow]], None]
"""Takes the users as they come, a thousand at a time; faulty ones are among them."""
_USERS_AT_A_TIME: Final = 1_000


def check_workbook(
    sheets: Sequence[Sheet],
    mapping: WorkbookMapping | None = None,
    rules: Rules = STANDARD_RULES,
    take: Take | None = None,
) -> CheckResult:
    """Check every listed sheet, users first: groups name them.

    `mapping` is what a person has corrected; without it the proposal from the headings is used. `take`
    gets the users while the check goes on, and the sheets' rows are then let go one by one.
    """
    mapping = mapping or propose(sheets)
    findings = Findings()
    by_name = {sheet.name: sheet for sheet in sheets}

    def mapped(kind: SheetKind) -> list[MappedSheet]:
        """The sheets of a kind that the workbook (still) has."""
        wanted = [m for m in mapping.of_kind(kind) if m.sheet in by_name]
        return [MappedSheet.of(by_name[m.sheet], m, findings, is_last_use=bool(take)) for m in wanted]

    every_user = chain.from_iterable(check_users(sheet, rules) for sheet in mapped(SheetKind.USERS))
    users = _collected(every_user, take)
    groups: tuple[GroupRow, ...] = ()
    if group_sheets := mapped(SheetKind.GROUPS):
        known = directory(users)
        groups = tuple(group for sheet in group_sheets for group in check_groups(sheet, known, rules))
    series = tuple(one for sheet in mapped(SheetKind.SERIES) for one in check_series(sheet, rules))
    issues = (*_about_headings(sheets, mapping), *findings.issues)
    return CheckResult(users, groups, series, issues, len(findings.numbers), mapping)


def _collected(users: Iterator[UserRow], take: Take | None) -> tuple[UserRow, ...]:
    found: list[UserRow] = []
    while some := list(islice(users, _USERS_AT_A_TIME)):
        found += some
        if take:
            take(some)
    return tuple(found)


def _about_headings(sheets: Sequence[Sheet], mapping: WorkbookMapping) -> list[Issue]:
    """No list of users at all is an error; a column or a list that nobody reads is a warning."""
    issues: list[Issue] = []
    if not any(mapping.of_kind(SheetKind.USERS)):
        sheet, row = mapping.almost[0] if mapping.almost else (sheets[0].name if sheets else None, 1)
        issues.append(Issue(Code.HEADER_MISSING, sheet, row))
    else:
        issues += [Issue(Code.HEADER_UNMAPPED, sheet, row, value=sheet) for sheet, row in mapping.almost]
    by_name = {sheet.name: sheet for sheet in sheets}
    for one in mapping.sheets:
        if one.sheet in by_name:
            headings = MappedSheet.of(by_name[one.sheet], one, Findings()).headings
            issues += [
                Issue(
                    Code.HEADER_UNMAPPED,
                    one.sheet,
                    one.header_row,
                    c,
                    headings.get(c, ""),
                    headings.get(c, ""),
                )
                for c in one.unmapped
            ]
    return issues
