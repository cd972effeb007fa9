from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="RequirementCheck")



@_attrs_define
class RequirementCheck:
    """ What the operator checks, as the reason that a no gives. `fields` are what is then put right.

    `costs_customer`: a further attempt is the customer's to pay. `contestable`: no lawful obstacle.

        Attributes:
            code (str):
            contestable (bool):
            costs_customer (bool):
            fields (list[str]):
            text (str):
     """

    code: str
    contestable: bool
    costs_customer: bool
    fields: list[str]
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        code = self.code

        contestable = self.contestable

        costs_customer = self.costs_customer

        fields = self.fields



        text = self.text


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "code": code,
            "contestable": contestable,
            "costs_customer": costs_customer,
            "fields": fields,
            "text": text,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        contestable = d.pop("contestable")

        costs_customer = d.pop("costs_customer")

        fields = cast(list[str], d.pop("fields"))


        text = d.pop("text")

        requirement_check = cls(
            code=code,
            contestable=contestable,
            costs_customer=costs_customer,
            fields=fields,
            text=text,
        )


        requirement_check.additional_properties = d
        return requirement_check

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
