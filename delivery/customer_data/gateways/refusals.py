"""The ways in which a file can be refused, and how the reading child says so."""

from __future__ import annotations

from typing import Final

from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.reasons import Why

EXIT_UNREADABLE: Final = 3
EXIT_TOO_LARGE: Final = 4


class FileRefusedError(Exception):
    """The file was not read. `code` is FILE_UNREADABLE or FILE_TOO_LARGE; `reason` is for the log.

    `why` is the kind of trouble, for the person; None when nothing more is known.
    """

    def __init__(self, code: Code, reason: str, why: Why | None = None) -> None:
        self.code = code
        self.reason = reason
        self.why = why
        super().__init__(f"{code.value}: {reason}")


def unreadable(reason: str, why: Why | None = None) -> FileRefusedError:
    """The file is damaged, protected or of another kind."""
    return FileRefusedError(Code.FILE_UNREADABLE, reason, why)


def too_large(reason: str, why: Why | None = None) -> FileRefusedError:
    """The file holds, or claims to hold, more than we look at."""
    return FileRefusedError(Code.FILE_TOO_LARGE, reason, why)


def in_one_line(refusal: FileRefusedError) -> str:
    """What the child writes on stderr: the kind of trouble, then the reason."""
    return f"{refusal.why.value if refusal.why else ''}|{refusal.reason}"


def from_one_line(line: str) -> tuple[Why | None, str]:
    """The two parts again; a line that the child did not mean is all reason."""
    why, bar, reason = line.partition("|")
    if not bar or why not in {each.value for each in Why}:
        return None, line.removeprefix("|")
    return Why(why), reason
