from enum import StrEnum

class Flow(StrEnum):
    I = "I"
    II = "II"

    def __str__(self) -> str:
        return str(self.value)
