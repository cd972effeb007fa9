from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="GroupRowIn")



@_attrs_define
class GroupRowIn:
    """ An answer group; `members` by extension, e-mail or whole name as among the users.

        Attributes:
            name (str):
            members (list[str] | Unset):
            number (str | Unset):  Default: ''.
            opening_hours (str | Unset):  Default: ''.
     """

    name: str
    members: list[str] | Unset = UNSET
    number: str | Unset = ''
    opening_hours: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        members: list[str] | Unset = UNSET
        if not isinstance(self.members, Unset):
            members = self.members



        number = self.number

        opening_hours = self.opening_hours


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
        })
        if members is not UNSET:
            field_dict["members"] = members
        if number is not UNSET:
            field_dict["number"] = number
        if opening_hours is not UNSET:
            field_dict["opening_hours"] = opening_hours

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        members = cast(list[str], d.pop("members", UNSET))


        number = d.pop("number", UNSET)

        opening_hours = d.pop("opening_hours", UNSET)

        group_row_in = cls(
            name=name,
            members=members,
            number=number,
            opening_hours=opening_hours,
        )

        return group_row_in

