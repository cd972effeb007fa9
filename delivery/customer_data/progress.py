"""How far an import has come, told to whoever wants to know while it runs."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told now and then, in rows. Any of these may raise to stop the import; nothing of it is then stored."""

    def read(self, rows: int, expected: int) -> None:
        """So many rows have been read, of so many (0: not known yet)."""

    def checked(self, rows: int) -> None:
        """So many rows have been checked."""

    def stored(self, rows: int) -> None:
        """So many rows have been handed to the database."""


class Unwatched:
    """Nobody looks: a small file is done before anybody could."""

    def read(self, rows: int, expected: int) -> None:
        pass

    def checked(self, rows: int) -> None:
        pass

    def stored(self, rows: int) -> None:
        pass


UNWATCHED = Unwatched()
