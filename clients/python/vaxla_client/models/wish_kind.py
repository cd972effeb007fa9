from enum import StrEnum

class WishKind(StrEnum):
    CANCEL = "cancel"
    CHANGE = "change"

    def __str__(self) -> str:
        return str(self.value)
