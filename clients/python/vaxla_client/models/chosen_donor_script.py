from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="ChosenDonorScript")



@_attrs_define
class ChosenDonorScript:
    """ What was chosen by `fields`.

        Attributes:
            ending (str | Unset):
            example (str | Unset): a number set aside for fiction that ends so
            outcome (str | Unset):
            reason (str | Unset):
            text (str | Unset):
     """

    ending: str | Unset = UNSET
    example: str | Unset = UNSET
    outcome: str | Unset = UNSET
    reason: str | Unset = UNSET
    text: str | Unset = UNSET
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
        })
        if ending is not UNSET:
            field_dict["ending"] = ending
        if example is not UNSET:
            field_dict["example"] = example
        if outcome is not UNSET:
            field_dict["outcome"] = outcome
        if reason is not UNSET:
            field_dict["reason"] = reason
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ending = d.pop("ending", UNSET)

        example = d.pop("example", UNSET)

        outcome = d.pop("outcome", UNSET)

        reason = d.pop("reason", UNSET)

        text = d.pop("text", UNSET)

        chosen_donor_script = cls(
            ending=ending,
            example=example,
            outcome=outcome,
            reason=reason,
            text=text,
        )


        chosen_donor_script.additional_properties = d
        return chosen_donor_script

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
