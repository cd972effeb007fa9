from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="Address")



@_attrs_define
class Address:
    """ Where contracts and, unless the customer says else, SIM cards go.

        Attributes:
            postcode (str):
            street (str):
            town (str):
     """

    postcode: str
    street: str
    town: str





    def to_dict(self) -> dict[str, Any]:
        postcode = self.postcode

        street = self.street

        town = self.town


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "postcode": postcode,
            "street": street,
            "town": town,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        postcode = d.pop("postcode")

        street = d.pop("street")

        town = d.pop("town")

        address = cls(
            postcode=postcode,
            street=street,
            town=town,
        )

        return address

