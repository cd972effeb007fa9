from enum import StrEnum

class NumberType(StrEnum):
    FREEPHONE = "freephone"
    GEOGRAPHIC = "geographic"
    MOBILE = "mobile"
    NATIONAL = "national"
    SHARED_COST = "shared_cost"

    def __str__(self) -> str:
        return str(self.value)
