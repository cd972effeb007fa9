from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="NumberToMove")



@_attrs_define
class NumberToMove:
    """ A number or series, and who has it today: an operator's code or its name as people write it.

        Attributes:
            donor (str):
            number (str):
     """

    donor: str
    number: str





    def to_dict(self) -> dict[str, Any]:
        donor = self.donor

        number = self.number


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "donor": donor,
            "number": number,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        donor = d.pop("donor")

        number = d.pop("number")

        number_to_move = cls(
            donor=donor,
            number=number,
        )

        return number_to_move

