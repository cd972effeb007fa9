from enum import StrEnum

class SimKind(StrEnum):
    ESIM = "eSIM"
    SIM = "SIM"

    def __str__(self) -> str:
        return str(self.value)
