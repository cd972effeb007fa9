from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.fault import Fault





T = TypeVar("T", bound="CheckedItem")



@_attrs_define
class CheckedItem:
    """ One item of an order, judged. `first`, `last` in E.164 when it can be read.

        Attributes:
            count (int):
            faults (list[Fault]):
            first (None | str):
            last (None | str):
            number (str):
            number_type (str):
            ok (bool):
            place (int): Its place in `items`, from 0.
     """

    count: int
    faults: list[Fault]
    first: None | str
    last: None | str
    number: str
    number_type: str
    ok: bool
    place: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.fault import Fault # noqa: PLC0415
        count = self.count

        faults = []
        for faults_item_data in self.faults:
            faults_item = faults_item_data.to_dict()
            faults.append(faults_item)



        first: None | str
        first = self.first

        last: None | str
        last = self.last

        number = self.number

        number_type = self.number_type

        ok = self.ok

        place = self.place


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "count": count,
            "faults": faults,
            "first": first,
            "last": last,
            "number": number,
            "number_type": number_type,
            "ok": ok,
            "place": place,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fault import Fault # noqa: PLC0415
        d = dict(src_dict)
        count = d.pop("count")

        faults = []
        _faults = d.pop("faults")
        for faults_item_data in (_faults):
            faults_item = Fault.from_dict(faults_item_data)



            faults.append(faults_item)


        def _parse_first(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        first = _parse_first(d.pop("first"))


        def _parse_last(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last = _parse_last(d.pop("last"))


        number = d.pop("number")

        number_type = d.pop("number_type")

        ok = d.pop("ok")

        place = d.pop("place")

        checked_item = cls(
            count=count,
            faults=faults,
            first=first,
            last=last,
            number=number,
            number_type=number_type,
            ok=ok,
            place=place,
        )


        checked_item.additional_properties = d
        return checked_item

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
