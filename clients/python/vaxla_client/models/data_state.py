from enum import StrEnum

class DataState(StrEnum):
    CLEAN = "clean"
    FAULTY = "faulty"
    RECEIVED = "received"
    SIGNED = "signed"
    SUPERSEDED = "superseded"

    def __str__(self) -> str:
        return str(self.value)
