from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="AvailabilityIn")



@_attrs_define
class AvailabilityIn:
    """ What the operator's portal shows of the port, where it has no API.

        Attributes:
            blocked (list[str]):
            portal_option (bool): does the portal offer to take the port over?
     """

    blocked: list[str]
    portal_option: bool





    def to_dict(self) -> dict[str, Any]:
        blocked = self.blocked



        portal_option = self.portal_option


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "blocked": blocked,
            "portal_option": portal_option,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        blocked = cast(list[str], d.pop("blocked"))


        portal_option = d.pop("portal_option")

        availability_in = cls(
            blocked=blocked,
            portal_option=portal_option,
        )

        return availability_in

