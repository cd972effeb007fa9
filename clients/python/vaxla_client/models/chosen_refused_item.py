from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.fault import Fault





T = TypeVar("T", bound="ChosenRefusedItem")



@_attrs_define
class ChosenRefusedItem:
    """ What was chosen by `fields`.

        Attributes:
            faults (list[Fault] | Unset):
            number (str | Unset):
            place (int | Unset):
     """

    faults: list[Fault] | Unset = UNSET
    number: str | Unset = UNSET
    place: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.fault import Fault # noqa: PLC0415
        faults: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.faults, Unset):
            faults = []
            for faults_item_data in self.faults:
                faults_item = faults_item_data.to_dict()
                faults.append(faults_item)



        number = self.number

        place = self.place


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if faults is not UNSET:
            field_dict["faults"] = faults
        if number is not UNSET:
            field_dict["number"] = number
        if place is not UNSET:
            field_dict["place"] = place

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fault import Fault # noqa: PLC0415
        d = dict(src_dict)
        _faults = d.pop("faults", UNSET)
        faults: list[Fault] | Unset = UNSET
        if _faults is not UNSET:
            faults = []
            for faults_item_data in _faults:
                faults_item = Fault.from_dict(faults_item_data)



                faults.append(faults_item)


        number = d.pop("number", UNSET)

        place = d.pop("place", UNSET)

        chosen_refused_item = cls(
            faults=faults,
            number=number,
            place=place,
        )


        chosen_refused_item.additional_properties = d
        return chosen_refused_item

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
