"""Each sees their own part: pages about all users and numbers are for those who answer for the whole."""

from __future__ import annotations

from fastapi import Depends

from accounts.access import CustomerDep
from delivery.questionnaire.domain.shape import TEL
from kernel.errors import NOT_FOUND


def _for_the_whole(actor: CustomerDep) -> None:
    if not actor.roles & TEL:
        raise NOT_FOUND.error()


WHOLE = Depends(_for_the_whole)
"""Telefoniansvarig and firmatecknare only; to others the page is not there (`NOT_FOUND`)."""
