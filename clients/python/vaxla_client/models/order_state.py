from enum import StrEnum

class OrderState(StrEnum):
    ACTION_REQUIRED = "action_required"
    CANCELLED = "cancelled"
    CANCEL_PENDING = "cancel_pending"
    DATE_CONFIRMED = "date_confirmed"
    DRAFT = "draft"
    PARTIALLY_PORTED = "partially_ported"
    PORTED = "ported"
    READY = "ready"
    SUBMITTED = "submitted"

    def __str__(self) -> str:
        return str(self.value)
