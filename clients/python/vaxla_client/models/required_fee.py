from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="RequiredFee")



@_attrs_define
class RequiredFee:
    """ A fee in öre, without VAT, that holds today.

        Attributes:
            amount_ore (int):
            code (str):
            payer (str):
            per (str):
     """

    amount_ore: int
    code: str
    payer: str
    per: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        amount_ore = self.amount_ore

        code = self.code

        payer = self.payer

        per = self.per


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "amount_ore": amount_ore,
            "code": code,
            "payer": payer,
            "per": per,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount_ore = d.pop("amount_ore")

        code = d.pop("code")

        payer = d.pop("payer")

        per = d.pop("per")

        required_fee = cls(
            amount_ore=amount_ore,
            code=code,
            payer=payer,
            per=per,
        )


        required_fee.additional_properties = d
        return required_fee

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
