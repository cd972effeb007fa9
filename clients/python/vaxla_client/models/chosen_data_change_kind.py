from enum import StrEnum

class ChosenDataChangeKind(StrEnum):
    GROUP = "group"
    SERIES = "series"
    USER = "user"

    def __str__(self) -> str:
        return str(self.value)
