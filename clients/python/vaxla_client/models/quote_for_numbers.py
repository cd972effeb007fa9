from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.number_to_move import NumberToMove





T = TypeVar("T", bound="QuoteForNumbers")



@_attrs_define
class QuoteForNumbers:
    """ Numbers that are not ordered yet. Order them under the quote with its id as `fee_quote_id`.

        Attributes:
            numbers (list[NumberToMove]):
     """

    numbers: list[NumberToMove]





    def to_dict(self) -> dict[str, Any]:
        from ..models.number_to_move import NumberToMove # noqa: PLC0415
        numbers = []
        for numbers_item_data in self.numbers:
            numbers_item = numbers_item_data.to_dict()
            numbers.append(numbers_item)




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "numbers": numbers,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.number_to_move import NumberToMove # noqa: PLC0415
        d = dict(src_dict)
        numbers = []
        _numbers = d.pop("numbers")
        for numbers_item_data in (_numbers):
            numbers_item = NumberToMove.from_dict(numbers_item_data)



            numbers.append(numbers_item)


        quote_for_numbers = cls(
            numbers=numbers,
        )

        return quote_for_numbers

