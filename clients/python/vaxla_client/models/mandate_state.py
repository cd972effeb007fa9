from enum import StrEnum

class MandateState(StrEnum):
    EXPIRED = "expired"
    NOT_SENT = "not_sent"
    REVOKED = "revoked"
    SENT = "sent"
    SIGNED = "signed"
    VIEWED = "viewed"

    def __str__(self) -> str:
        return str(self.value)
