"""The whole questionnaire, in the order in which a busy person can best take it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from delivery.domain.options import Option
from delivery.questionnaire.domain.company import COMPANY, CONSENT, SIMS
from delivery.questionnaire.domain.groups import FLOW, GROUPS
from delivery.questionnaire.domain.listed import LISTED
from delivery.questionnaire.domain.money import INVOICING, LICENCES, TRAINING
from delivery.questionnaire.domain.operators import OPERATORS
from delivery.questionnaire.domain.shape import Section
from delivery.questionnaire.domain.technical import INTEGRATIONS, NETWORK

SECTIONS: Final[tuple[Section, ...]] = (
    COMPANY,
    OPERATORS,
    GROUPS,
    FLOW,
    INTEGRATIONS,
    NETWORK,
    INVOICING,
    TRAINING,
    LICENCES,
    SIMS,
    CONSENT,
)
BY_KEY: Final[Mapping[str, Section]] = {each.key: each for each in (*LISTED, *SECTIONS)}


def asked_of(options: frozenset[Option]) -> tuple[Section, ...]:
    """The sections for a customer who has ordered these options, the lists first."""
    return tuple(each for each in BY_KEY.values() if not each.only_with or each.only_with & options)
