from enum import StrEnum

class ListYourUnblockingsAndDisplacedServicesRole(StrEnum):
    DISPLACED = "displaced"
    NEW = "new"

    def __str__(self) -> str:
        return str(self.value)
