from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID






T = TypeVar("T", bound="ListedGroup")



@_attrs_define
class ListedGroup:
    """ An answer group of a version. Members by extension, e-mail or name, as the list had them.

        Attributes:
            id (UUID):
            members (list[str]):
            name (str):
            number (str):
            opening_hours (str):
            row (int):
     """

    id: UUID
    members: list[str]
    name: str
    number: str
    opening_hours: str
    row: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        members = self.members



        name = self.name

        number = self.number

        opening_hours = self.opening_hours

        row = self.row


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "members": members,
            "name": name,
            "number": number,
            "opening_hours": opening_hours,
            "row": row,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))




        members = cast(list[str], d.pop("members"))


        name = d.pop("name")

        number = d.pop("number")

        opening_hours = d.pop("opening_hours")

        row = d.pop("row")

        listed_group = cls(
            id=id,
            members=members,
            name=name,
            number=number,
            opening_hours=opening_hours,
            row=row,
        )


        listed_group.additional_properties = d
        return listed_group

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
