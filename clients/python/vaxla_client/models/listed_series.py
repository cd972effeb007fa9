from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from uuid import UUID






T = TypeVar("T", bound="ListedSeries")



@_attrs_define
class ListedSeries:
    """ A number series of a version, first to last in E.164.

        Attributes:
            count (int):
            first (str):
            id (UUID):
            last (str):
            operator (str):
            row (int):
     """

    count: int
    first: str
    id: UUID
    last: str
    operator: str
    row: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        count = self.count

        first = self.first

        id = str(self.id)

        last = self.last

        operator = self.operator

        row = self.row


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "count": count,
            "first": first,
            "id": id,
            "last": last,
            "operator": operator,
            "row": row,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        count = d.pop("count")

        first = d.pop("first")

        id = UUID(d.pop("id"))




        last = d.pop("last")

        operator = d.pop("operator")

        row = d.pop("row")

        listed_series = cls(
            count=count,
            first=first,
            id=id,
            last=last,
            operator=operator,
            row=row,
        )


        listed_series.additional_properties = d
        return listed_series

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
