"""The two ways in which a file can be refused, and how the reading child says so."""

from __future__ import annotations

from typing import Final

from delivery.customer_data.domain.codes import Code

EXIT_UNREADABLE: Final = 3
EXIT_TOO_LARGE: Final = 4


class FileRefusedError(Exception):
    """The file was not read. `code` is FILE_UNREADABLE or FILE_TOO_LARGE; `reason` is for the log."""

    def __init__(self, code: Code, reason: str) -> None:
        self.code = code
        self.reason = reason
        super().__init__(f"{code.value}: {reason}")


def unreadable(reason: str) -> FileRefusedError:
    """The file is damaged, protected or of another kind."""
    return FileRefusedError(Code.FILE_UNREADABLE, reason)


def too_large(reason: str) -> FileRefusedError:
    """The file holds, or claims to hold, more than we look at."""
    return FileRefusedError(Code.FILE_TOO_LARGE, reason)
