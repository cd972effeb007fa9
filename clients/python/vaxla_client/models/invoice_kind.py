from enum import StrEnum

class InvoiceKind(StrEnum):
    COMMON = "common"
    SUBSCRIPTIONS = "subscriptions"

    def __str__(self) -> str:
        return str(self.value)
