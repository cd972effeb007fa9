from enum import StrEnum

class CaseState(StrEnum):
    ACTIVE_NEW = "active_new"
    AWAITING_BK = "awaiting_bk"
    CHECKED = "checked"
    CLOSED_OK = "closed_ok"
    CLOSED_ROLLED_BACK = "closed_rolled_back"
    COMPENSATING = "compensating"
    DISPUTED = "disputed"
    EXIT_ABANDONED = "exit_abandoned"
    EXIT_NORMAL_ORDER = "exit_normal_order"
    EXIT_NOT_SWITCHED = "exit_not_switched"
    EXIT_OPERATOR_SWITCH = "exit_operator_switch"
    FORCED_SENT = "forced_sent"
    MANUAL = "manual"
    ORDERED = "ordered"
    RESTORED = "restored"
    ROLLBACK_INCOMPLETE = "rollback_incomplete"
    ROLLING_BACK = "rolling_back"
    SWITCHING = "switching"
    VERIFYING = "verifying"

    def __str__(self) -> str:
        return str(self.value)
