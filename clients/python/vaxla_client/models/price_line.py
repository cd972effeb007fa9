from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="PriceLine")



@_attrs_define
class PriceLine:
    """ A price in öre, without VAT, and from which day it holds. The first attempt is always included.

        Attributes:
            amount_ore (int):
            code (str):
            valid_from (datetime.date):
     """

    amount_ore: int
    code: str
    valid_from: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        amount_ore = self.amount_ore

        code = self.code

        valid_from = self.valid_from.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "amount_ore": amount_ore,
            "code": code,
            "valid_from": valid_from,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount_ore = d.pop("amount_ore")

        code = d.pop("code")

        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))




        price_line = cls(
            amount_ore=amount_ore,
            code=code,
            valid_from=valid_from,
        )


        price_line.additional_properties = d
        return price_line

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
