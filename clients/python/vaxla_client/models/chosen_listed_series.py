from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from uuid import UUID






T = TypeVar("T", bound="ChosenListedSeries")



@_attrs_define
class ChosenListedSeries:
    """ What was chosen by `fields`.

        Attributes:
            count (int | Unset):
            first (str | Unset):
            id (UUID | Unset):
            last (str | Unset):
            operator (str | Unset):
            row (int | Unset):
     """

    count: int | Unset = UNSET
    first: str | Unset = UNSET
    id: UUID | Unset = UNSET
    last: str | Unset = UNSET
    operator: str | Unset = UNSET
    row: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        count = self.count

        first = self.first

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        last = self.last

        operator = self.operator

        row = self.row


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if count is not UNSET:
            field_dict["count"] = count
        if first is not UNSET:
            field_dict["first"] = first
        if id is not UNSET:
            field_dict["id"] = id
        if last is not UNSET:
            field_dict["last"] = last
        if operator is not UNSET:
            field_dict["operator"] = operator
        if row is not UNSET:
            field_dict["row"] = row

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        count = d.pop("count", UNSET)

        first = d.pop("first", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        last = d.pop("last", UNSET)

        operator = d.pop("operator", UNSET)

        row = d.pop("row", UNSET)

        chosen_listed_series = cls(
            count=count,
            first=first,
            id=id,
            last=last,
            operator=operator,
            row=row,
        )


        chosen_listed_series.additional_properties = d
        return chosen_listed_series

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
