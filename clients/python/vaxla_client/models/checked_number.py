from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="CheckedNumber")



@_attrs_define
class CheckedNumber:
    """ What one of them turned out to be. `ok`: it can be ported as given. Codes say why not, or remark.

        Attributes:
            area (None | str):
            codes (list[str]):
            count (int):
            extension (None | str):
            first (None | str):
            input_ (str):
            kind (None | str):
            last (None | str):
            national (None | str):
            ok (bool):
            type_ (str):
     """

    area: None | str
    codes: list[str]
    count: int
    extension: None | str
    first: None | str
    input_: str
    kind: None | str
    last: None | str
    national: None | str
    ok: bool
    type_: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        area: None | str
        area = self.area

        codes = self.codes



        count = self.count

        extension: None | str
        extension = self.extension

        first: None | str
        first = self.first

        input_ = self.input_

        kind: None | str
        kind = self.kind

        last: None | str
        last = self.last

        national: None | str
        national = self.national

        ok = self.ok

        type_ = self.type_


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "area": area,
            "codes": codes,
            "count": count,
            "extension": extension,
            "first": first,
            "input": input_,
            "kind": kind,
            "last": last,
            "national": national,
            "ok": ok,
            "type": type_,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_area(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        area = _parse_area(d.pop("area"))


        codes = cast(list[str], d.pop("codes"))


        count = d.pop("count")

        def _parse_extension(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        extension = _parse_extension(d.pop("extension"))


        def _parse_first(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        first = _parse_first(d.pop("first"))


        input_ = d.pop("input")

        def _parse_kind(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        kind = _parse_kind(d.pop("kind"))


        def _parse_last(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last = _parse_last(d.pop("last"))


        def _parse_national(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        national = _parse_national(d.pop("national"))


        ok = d.pop("ok")

        type_ = d.pop("type")

        checked_number = cls(
            area=area,
            codes=codes,
            count=count,
            extension=extension,
            first=first,
            input_=input_,
            kind=kind,
            last=last,
            national=national,
            ok=ok,
            type_=type_,
        )


        checked_number.additional_properties = d
        return checked_number

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
