from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.checked_item import CheckedItem
  from ..models.fault import Fault





T = TypeVar("T", bound="Validation")



@_attrs_define
class Validation:
    """ What an order would meet: each item, and what is wrong with the good ones together.

        Attributes:
            faults (list[Fault]):
            good (int): How many items would be.
            items (list[CheckedItem]):
            ok (bool): Whether all of it would be taken.
     """

    faults: list[Fault]
    good: int
    items: list[CheckedItem]
    ok: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.checked_item import CheckedItem # noqa: PLC0415
        from ..models.fault import Fault # noqa: PLC0415
        faults = []
        for faults_item_data in self.faults:
            faults_item = faults_item_data.to_dict()
            faults.append(faults_item)



        good = self.good

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        ok = self.ok


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "faults": faults,
            "good": good,
            "items": items,
            "ok": ok,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.checked_item import CheckedItem # noqa: PLC0415
        from ..models.fault import Fault # noqa: PLC0415
        d = dict(src_dict)
        faults = []
        _faults = d.pop("faults")
        for faults_item_data in (_faults):
            faults_item = Fault.from_dict(faults_item_data)



            faults.append(faults_item)


        good = d.pop("good")

        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = CheckedItem.from_dict(items_item_data)



            items.append(items_item)


        ok = d.pop("ok")

        validation = cls(
            faults=faults,
            good=good,
            items=items,
            ok=ok,
        )


        validation.additional_properties = d
        return validation

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
