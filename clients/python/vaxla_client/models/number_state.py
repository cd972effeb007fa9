from enum import StrEnum

class NumberState(StrEnum):
    CANCELLED = "cancelled"
    CONFIRMED = "confirmed"
    EXCLUDED = "excluded"
    FAILED = "failed"
    PENDING = "pending"
    PORTED = "ported"
    PORTED_BACK = "ported_back"
    REJECTED = "rejected"
    RETURNED = "returned"

    def __str__(self) -> str:
        return str(self.value)
