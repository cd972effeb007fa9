from enum import StrEnum

class NumberState(StrEnum):
    CANCELLED = "cancelled"
    CONFIRMED = "confirmed"
    EXCLUDED = "excluded"
    PENDING = "pending"
    PORTED = "ported"
    REJECTED = "rejected"

    def __str__(self) -> str:
        return str(self.value)
