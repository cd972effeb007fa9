from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID






T = TypeVar("T", bound="ChosenListedGroup")



@_attrs_define
class ChosenListedGroup:
    """ What was chosen by `fields`.

        Attributes:
            id (UUID | Unset):
            members (list[str] | Unset):
            name (str | Unset):
            number (str | Unset):
            opening_hours (str | Unset):
            row (int | Unset):
     """

    id: UUID | Unset = UNSET
    members: list[str] | Unset = UNSET
    name: str | Unset = UNSET
    number: str | Unset = UNSET
    opening_hours: str | Unset = UNSET
    row: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        members: list[str] | Unset = UNSET
        if not isinstance(self.members, Unset):
            members = self.members



        name = self.name

        number = self.number

        opening_hours = self.opening_hours

        row = self.row


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if id is not UNSET:
            field_dict["id"] = id
        if members is not UNSET:
            field_dict["members"] = members
        if name is not UNSET:
            field_dict["name"] = name
        if number is not UNSET:
            field_dict["number"] = number
        if opening_hours is not UNSET:
            field_dict["opening_hours"] = opening_hours
        if row is not UNSET:
            field_dict["row"] = row

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        members = cast(list[str], d.pop("members", UNSET))


        name = d.pop("name", UNSET)

        number = d.pop("number", UNSET)

        opening_hours = d.pop("opening_hours", UNSET)

        row = d.pop("row", UNSET)

        chosen_listed_group = cls(
            id=id,
            members=members,
            name=name,
            number=number,
            opening_hours=opening_hours,
            row=row,
        )


        chosen_listed_group.additional_properties = d
        return chosen_listed_group

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
