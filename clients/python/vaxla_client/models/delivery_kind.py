from enum import StrEnum

class DeliveryKind(StrEnum):
    EVENT = "event"
    PING = "ping"
    REPLAY = "replay"
    RESEND = "resend"

    def __str__(self) -> str:
        return str(self.value)
