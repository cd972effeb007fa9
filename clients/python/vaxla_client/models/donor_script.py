from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="DonorScript")



@_attrs_define
class DonorScript:
    """ What the donors do with an order whose first number ends so; an empty ending is every other.

        Attributes:
            ending (str):
            example (str): a number set aside for fiction that ends so
            outcome (str):
            reason (str):
            text (str):
     """

    ending: str
    example: str
    outcome: str
    reason: str
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        ending = self.ending

        example = self.example

        outcome = self.outcome

        reason = self.reason

        text = self.text


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "ending": ending,
            "example": example,
            "outcome": outcome,
            "reason": reason,
            "text": text,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ending = d.pop("ending")

        example = d.pop("example")

        outcome = d.pop("outcome")

        reason = d.pop("reason")

        text = d.pop("text")

        donor_script = cls(
            ending=ending,
            example=example,
            outcome=outcome,
            reason=reason,
            text=text,
        )


        donor_script.additional_properties = d
        return donor_script

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
