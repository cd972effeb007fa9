from enum import StrEnum

class CustomerContactChannel(StrEnum):
    EMAIL = "email"
    MEETING = "meeting"
    PHONE = "phone"

    def __str__(self) -> str:
        return str(self.value)
