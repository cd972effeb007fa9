from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="NewSubscription")



@_attrs_define
class NewSubscription:
    """ Where to send which events.

        Attributes:
            name (str):
            url (str):
            cursor (None | str | Unset): begin at this place of the feed; from now on when left out
            types (list[str] | Unset): only these types; all when empty
     """

    name: str
    url: str
    cursor: None | str | Unset = UNSET
    types: list[str] | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        url = self.url

        cursor: None | str | Unset
        if isinstance(self.cursor, Unset):
            cursor = UNSET
        else:
            cursor = self.cursor

        types: list[str] | Unset = UNSET
        if not isinstance(self.types, Unset):
            types = self.types




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "url": url,
        })
        if cursor is not UNSET:
            field_dict["cursor"] = cursor
        if types is not UNSET:
            field_dict["types"] = types

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        url = d.pop("url")

        def _parse_cursor(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cursor = _parse_cursor(d.pop("cursor", UNSET))


        types = cast(list[str], d.pop("types", UNSET))


        new_subscription = cls(
            name=name,
            url=url,
            cursor=cursor,
            types=types,
        )

        return new_subscription

