"""All tables of a change of operator."""

from openfibre.operator_change.models.exchange import (
    KoAccess,
    KoDataSet,
    KoList,
    KoRow,
    KoSealedFetch,
    KoSealedFile,
    KoSealedLink,
)
from openfibre.operator_change.models.project import (
    PROJECT_REFERENCES,
    KoActivity,
    KoConsent,
    KoContact,
    KoDeadline,
    KoDocument,
    KoFeeNotice,
    KoFreezeWord,
    KoMessage,
    KoParty,
    KoProject,
    KoReceipt,
    KoWave,
)

__all__ = [
    "PROJECT_REFERENCES",
    "KoAccess",
    "KoActivity",
    "KoConsent",
    "KoContact",
    "KoDataSet",
    "KoDeadline",
    "KoDocument",
    "KoFeeNotice",
    "KoFreezeWord",
    "KoList",
    "KoMessage",
    "KoParty",
    "KoProject",
    "KoReceipt",
    "KoRow",
    "KoSealedFetch",
    "KoSealedFile",
    "KoSealedLink",
    "KoWave",
]
