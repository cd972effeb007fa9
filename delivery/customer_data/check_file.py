"""Read a file and check what it holds: what the upload page, the command line and the demo have in common."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from delivery.customer_data.domain.check import STANDARD_RULES, CheckResult, Take, check_workbook
from delivery.customer_data.domain.check_users import Rules
from delivery.customer_data.domain.headers import NO_MEMORY, Memory, WorkbookMapping, propose
from delivery.customer_data.domain.mapping import outline
from delivery.customer_data.domain.sheets import Sheet
from delivery.customer_data.gateways.limits import STANDARD_LIMITS, Limits
from delivery.customer_data.gateways.read_workbook import read_workbook
from delivery.customer_data.gateways.refusals import FileRefusedError
from delivery.customer_data.progress import UNWATCHED, Progress


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that has been read, and how its columns will be taken; or the finding why it could not be."""

    sheets: list[Sheet] = field(default_factory=list)
    mapping: WorkbookMapping = field(default_factory=lambda: WorkbookMapping(()))
    refused: CheckResult | None = None

    @property
    def rows(self) -> int:
        """How many rows hold something, headings and titles counted."""
        return sum(len(sheet.rows) for sheet in self.sheets)

    def outline(self) -> list[dict[str, Any]]:
        """The beginning of each sheet."""
        return outline(self.sheets)

    def check(self, rules: Rules = STANDARD_RULES, take: Take | None = None) -> CheckResult:
        """The findings, each user handed on as soon as it has been looked at."""
        return self.refused or check_workbook(self.sheets, self.mapping, rules, take)


def read_file(
    source: Path | bytes,
    filename: str | None = None,
    *,
    mapping: WorkbookMapping | None = None,
    memory: Memory = NO_MEMORY,
    limits: Limits = STANDARD_LIMITS,
    progress: Progress = UNWATCHED,
) -> ReadFile:
    """Read a file; `mapping` is what a person has said, without it the headings and the memory decide."""
    try:
        sheets = read_workbook(source, filename, limits, progress.read)
    except FileRefusedError as refusal:
        return ReadFile(refused=CheckResult.refused(refusal.code, refusal.why))
    read = ReadFile(sheets, mapping or propose(sheets, memory))
    progress.read(read.rows, read.rows)
    return read


def check_file(
    source: Path | bytes,
    filename: str | None = None,
    *,
    rules: Rules = STANDARD_RULES,
    limits: Limits = STANDARD_LIMITS,
) -> CheckResult:
    """The findings of a file; one that cannot be read is a finding too (FILE_UNREADABLE, FILE_TOO_LARGE)."""
    return read_file(source, filename, limits=limits).check(rules)
