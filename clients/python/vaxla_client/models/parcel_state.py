from enum import StrEnum

class ParcelState(StrEnum):
    DELIVERED = "delivered"
    DISPATCHED = "dispatched"
    LOST = "lost"
    PACKING = "packing"
    RETURNED = "returned"

    def __str__(self) -> str:
        return str(self.value)
