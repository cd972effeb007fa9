from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="Equipment")



@_attrs_define
class Equipment:
    """ A device, as ON-API names it.

        Attributes:
            mac_address (str):
            vendor_id (str):
     """

    mac_address: str
    vendor_id: str





    def to_dict(self) -> dict[str, Any]:
        mac_address = self.mac_address

        vendor_id = self.vendor_id


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "macAddress": mac_address,
            "vendorId": vendor_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        mac_address = d.pop("macAddress")

        vendor_id = d.pop("vendorId")

        equipment = cls(
            mac_address=mac_address,
            vendor_id=vendor_id,
        )

        return equipment

