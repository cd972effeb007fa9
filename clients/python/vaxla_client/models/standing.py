from enum import StrEnum

class Standing(StrEnum):
    AHEAD = "ahead"
    LATE = "late"
    MET = "met"
    OVERDUE = "overdue"
    STALE = "stale"

    def __str__(self) -> str:
        return str(self.value)
