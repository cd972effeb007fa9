from enum import StrEnum

class Party(StrEnum):
    AKO = "AKO"
    NO = "NO"
    SK = "SK"
    TKO = "TKO"
    TLA = "TLA"
    TLU = "TLU"

    def __str__(self) -> str:
        return str(self.value)
