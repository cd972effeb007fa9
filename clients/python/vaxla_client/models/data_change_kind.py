from enum import StrEnum

class DataChangeKind(StrEnum):
    GROUP = "group"
    SERIES = "series"
    USER = "user"

    def __str__(self) -> str:
        return str(self.value)
