from enum import StrEnum

class QuoteState(StrEnum):
    ACCEPTED = "accepted"
    EXPIRED = "expired"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)
