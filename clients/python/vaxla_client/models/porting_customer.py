from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="PortingCustomer")



@_attrs_define
class PortingCustomer:
    """ Whose numbers these will be.

        Attributes:
            name (str):
            org_number (str):
     """

    name: str
    org_number: str





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        org_number = self.org_number


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "org_number": org_number,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        org_number = d.pop("org_number")

        porting_customer = cls(
            name=name,
            org_number=org_number,
        )

        return porting_customer

