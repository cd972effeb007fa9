"""Two people on one case: the second sees that the first was there (`architecture.md`)."""

from __future__ import annotations

from delivery.models import DeliveryCase
from kernel.errors import CHANGED_MEANWHILE


def check_version(case: DeliveryCase, version: int | None) -> None:
    """Refuse an edit made on a page that shows an older case than there is; count the edit."""
    if version is not None and version != case.version:
        raise CHANGED_MEANWHILE.error()
    case.version += 1
