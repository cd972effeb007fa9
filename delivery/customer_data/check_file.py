"""Read a file and check what it holds: what the upload page, the command line and the demo have in common."""

from __future__ import annotations

from pathlib import Path

from delivery.customer_data.domain.check import STANDARD_RULES, CheckResult, check_workbook
from delivery.customer_data.domain.check_users import Rules
from delivery.customer_data.gateways.limits import STANDARD_LIMITS, Limits
from delivery.customer_data.gateways.read_workbook import read_workbook
from delivery.customer_data.gateways.refusals import FileRefusedError


def check_file(
    source: Path | bytes,
    filename: str | None = None,
    *,
    rules: Rules = STANDARD_RULES,
    limits: Limits = STANDARD_LIMITS,
) -> CheckResult:
    """The findings of a file; one that cannot be read is a finding too (FILE_UNREADABLE, FILE_TOO_LARGE)."""
    try:
        sheets = read_workbook(source, filename, limits)
    except FileRefusedError as refusal:
        return CheckResult.refused(refusal.code)
    return check_workbook(sheets, rules=rules)
