"""The workbook of an invented company, on the product's own template: for the demo and for trying out."""

from __future__ import annotations

from collections.abc import Sequence

from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.sample_company import invent_company
from delivery.customer_data.gateways.write_lists import write_lists
from kernel.language import Language


def make_sample_workbook(
    users: int = 60, faults: Sequence[Code] = (), language: Language = "sv", seed: int = 1
) -> bytes:
    """An xlsx of 5 to 95 people with fiction numbers; `faults` are planted, none gives the corrected one.

    Raises `ValueError` when there are not so many numbers, or more faults than rows; `KeyError` for a code
    that cannot be planted in a row.
    """
    return write_lists(invent_company(users, faults, seed), language)
