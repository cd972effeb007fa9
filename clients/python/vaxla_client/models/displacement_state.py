from enum import StrEnum

class DisplacementState(StrEnum):
    AWAITING = "awaiting"
    CONFIRMED = "confirmed"
    DEEMED = "deemed"
    DISPLACED = "displaced"
    DISPUTED = "disputed"
    RESTORED = "restored"

    def __str__(self) -> str:
        return str(self.value)
