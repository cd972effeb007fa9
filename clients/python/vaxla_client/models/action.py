from enum import StrEnum

class Action(StrEnum):
    CHANGE = "change"
    DATA_UPLOAD = "data_upload"
    EMERGENCY_DISCONNECT = "emergency_disconnect"
    FAULT_TICKET = "fault_ticket"
    FORCED_ORDER = "forced_order"
    ORDER = "order"

    def __str__(self) -> str:
        return str(self.value)
