from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="FamilyItem")



@_attrs_define
class FamilyItem:
    """ A number or series in any writing, the operator that has it (code or name), and in whose name it is there.

        Attributes:
            donor (str):
            number (str):
            owner_id (str): as the donor has it
            owner_name (str):
            is_main (bool | Unset): The main number; it is ported last. Default: False.
            port_at (datetime.datetime | None | Unset): Its own time, else that of the order.
     """

    donor: str
    number: str
    owner_id: str
    owner_name: str
    is_main: bool | Unset = False
    port_at: datetime.datetime | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        donor = self.donor

        number = self.number

        owner_id = self.owner_id

        owner_name = self.owner_name

        is_main = self.is_main

        port_at: None | str | Unset
        if isinstance(self.port_at, Unset):
            port_at = UNSET
        elif isinstance(self.port_at, datetime.datetime):
            port_at = self.port_at.isoformat()
        else:
            port_at = self.port_at


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "donor": donor,
            "number": number,
            "owner_id": owner_id,
            "owner_name": owner_name,
        })
        if is_main is not UNSET:
            field_dict["is_main"] = is_main
        if port_at is not UNSET:
            field_dict["port_at"] = port_at

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        donor = d.pop("donor")

        number = d.pop("number")

        owner_id = d.pop("owner_id")

        owner_name = d.pop("owner_name")

        is_main = d.pop("is_main", UNSET)

        def _parse_port_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                port_at_type_0 = datetime.datetime.fromisoformat(data)



                return port_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        port_at = _parse_port_at(d.pop("port_at", UNSET))


        family_item = cls(
            donor=donor,
            number=number,
            owner_id=owner_id,
            owner_name=owner_name,
            is_main=is_main,
            port_at=port_at,
        )

        return family_item

