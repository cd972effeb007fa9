from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="NewContactWays")



@_attrs_define
class NewContactWays:
    """ How your customers reach you, and how you want faults reported.

        Attributes:
            email (str):
            urgent_phone (str):
            guidelines (str | Unset):  Default: ''.
     """

    email: str
    urgent_phone: str
    guidelines: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        email = self.email

        urgent_phone = self.urgent_phone

        guidelines = self.guidelines


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "email": email,
            "urgent_phone": urgent_phone,
        })
        if guidelines is not UNSET:
            field_dict["guidelines"] = guidelines

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        urgent_phone = d.pop("urgent_phone")

        guidelines = d.pop("guidelines", UNSET)

        new_contact_ways = cls(
            email=email,
            urgent_phone=urgent_phone,
            guidelines=guidelines,
        )

        return new_contact_ways

