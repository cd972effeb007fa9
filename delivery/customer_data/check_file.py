"""Read a file and check what it holds: what the upload page, the command line and the demo have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from delivery.customer_data.domain.check import STANDARD_RULES, CheckResult, check_workbook
from delivery.customer_data.domain.check_users import Rules
from delivery.customer_data.domain.headers import NO_MEMORY, Memory, WorkbookMapping, propose
from delivery.customer_data.domain.mapping import outline
from delivery.customer_data.domain.sheets import Sheet
from delivery.customer_data.gateways.limits import STANDARD_LIMITS, Limits
from delivery.customer_data.gateways.read_workbook import read_workbook
from delivery.customer_data.gateways.refusals import FileRefusedError
from delivery.customer_data.progress import UNWATCHED, Progress


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """The findings of a file, and the beginning of each of its sheets (none of a file that was refused)."""

    result: CheckResult
    outline: list[dict[str, Any]] = field(default_factory=list)


def check_file(
    source: Path | bytes,
    filename: str | None = None,
    *,
    rules: Rules = STANDARD_RULES,
    limits: Limits = STANDARD_LIMITS,
) -> CheckResult:
    """The findings of a file; one that cannot be read is a finding too (FILE_UNREADABLE, FILE_TOO_LARGE)."""
    return examine(source, filename, rules=rules, limits=limits).result


def examine(
    source: Path | bytes,
    filename: str | None = None,
    *,
    mapping: WorkbookMapping | None = None,
    memory: Memory = NO_MEMORY,
    rules: Rules = STANDARD_RULES,
    limits: Limits = STANDARD_LIMITS,
    progress: Progress = UNWATCHED,
) -> CheckedFile:
    """The same, with what a customer's people have said of their columns, and somebody who watches."""
    try:
        sheets = read_workbook(source, filename, limits, progress.read)
    except FileRefusedError as refusal:
        return CheckedFile(CheckResult.refused(refusal.code, refusal.why))
    rows = _rows(sheets)
    progress.read(rows, rows)
    result = check_workbook(sheets, mapping or propose(sheets, memory), rules, progress.checked)
    progress.checked(rows)
    return CheckedFile(result, outline(sheets))


def _rows(sheets: Sequence[Sheet]) -> int:
    return sum(len(sheet.rows) for sheet in sheets)
