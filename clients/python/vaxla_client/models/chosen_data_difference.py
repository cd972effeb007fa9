from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.chosen_data_change import ChosenDataChange





T = TypeVar("T", bound="ChosenDataDifference")



@_attrs_define
class ChosenDataDifference:
    """ What was chosen by `fields`.

        Attributes:
            added (int):
            changed (int):
            compared_with (int | None):
            items (list[ChosenDataChange]):
            next_cursor (None | str):
            removed (int):
            unchanged_users (int):
     """

    added: int
    changed: int
    compared_with: int | None
    items: list[ChosenDataChange]
    next_cursor: None | str
    removed: int
    unchanged_users: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.chosen_data_change import ChosenDataChange # noqa: PLC0415
        added = self.added

        changed = self.changed

        compared_with: int | None
        compared_with = self.compared_with

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        next_cursor: None | str
        next_cursor = self.next_cursor

        removed = self.removed

        unchanged_users = self.unchanged_users


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "added": added,
            "changed": changed,
            "compared_with": compared_with,
            "items": items,
            "next_cursor": next_cursor,
            "removed": removed,
            "unchanged_users": unchanged_users,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chosen_data_change import ChosenDataChange # noqa: PLC0415
        d = dict(src_dict)
        added = d.pop("added")

        changed = d.pop("changed")

        def _parse_compared_with(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        compared_with = _parse_compared_with(d.pop("compared_with"))


        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = ChosenDataChange.from_dict(items_item_data)



            items.append(items_item)


        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))


        removed = d.pop("removed")

        unchanged_users = d.pop("unchanged_users")

        chosen_data_difference = cls(
            added=added,
            changed=changed,
            compared_with=compared_with,
            items=items,
            next_cursor=next_cursor,
            removed=removed,
            unchanged_users=unchanged_users,
        )


        chosen_data_difference.additional_properties = d
        return chosen_data_difference

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
