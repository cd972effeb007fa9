from enum import StrEnum

class SimState(StrEnum):
    ACTIVE = "active"
    IN_STOCK = "in_stock"
    LOST = "lost"
    PACKED = "packed"
    RECEIVED = "received"
    RESERVED = "reserved"
    RETIRED = "retired"
    SHIPPED = "shipped"

    def __str__(self) -> str:
        return str(self.value)
