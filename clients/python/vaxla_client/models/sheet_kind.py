from enum import StrEnum

class SheetKind(StrEnum):
    GROUPS = "groups"
    SERIES = "series"
    USERS = "users"

    def __str__(self) -> str:
        return str(self.value)
