from enum import StrEnum

class WaveState(StrEnum):
    CHANGES = "changes"
    CLOSED = "closed"
    DATA = "data"
    HANDOVER = "handover"
    INFORMED = "informed"
    MIGRATING = "migrating"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
