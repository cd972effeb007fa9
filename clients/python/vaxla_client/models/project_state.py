from enum import StrEnum

class ProjectState(StrEnum):
    CANCELLED = "cancelled"
    CLOSED = "closed"
    DRAFT = "draft"
    MIGRATING = "migrating"
    PLANNED = "planned"
    PREP = "prep"
    SIGNED = "signed"
    STARTED = "started"

    def __str__(self) -> str:
        return str(self.value)
