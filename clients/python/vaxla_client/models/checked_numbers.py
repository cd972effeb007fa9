from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.checked_number import CheckedNumber
  from ..models.series import Series





T = TypeVar("T", bound="CheckedNumbers")



@_attrs_define
class CheckedNumbers:
    """ One answer for each, in order, and what stays behind of the whole series.

        Attributes:
            items (list[CheckedNumber]):
            left_behind (list[Series]):
     """

    items: list[CheckedNumber]
    left_behind: list[Series]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.checked_number import CheckedNumber # noqa: PLC0415
        from ..models.series import Series # noqa: PLC0415
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        left_behind = []
        for left_behind_item_data in self.left_behind:
            left_behind_item = left_behind_item_data.to_dict()
            left_behind.append(left_behind_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "items": items,
            "left_behind": left_behind,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.checked_number import CheckedNumber # noqa: PLC0415
        from ..models.series import Series # noqa: PLC0415
        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = CheckedNumber.from_dict(items_item_data)



            items.append(items_item)


        left_behind = []
        _left_behind = d.pop("left_behind")
        for left_behind_item_data in (_left_behind):
            left_behind_item = Series.from_dict(left_behind_item_data)



            left_behind.append(left_behind_item)


        checked_numbers = cls(
            items=items,
            left_behind=left_behind,
        )


        checked_numbers.additional_properties = d
        return checked_numbers

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
