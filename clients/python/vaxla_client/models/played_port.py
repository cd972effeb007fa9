from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="PlayedPort")



@_attrs_define
class PlayedPort:
    """ What to port, of which case.

        Attributes:
            case_id (UUID):
            numbers (list[str]):
            donor (str | Unset):  Default: 'TELIA'.
            port_on (datetime.date | None | Unset): the earliest day that the donor can keep, unless given
     """

    case_id: UUID
    numbers: list[str]
    donor: str | Unset = 'TELIA'
    port_on: datetime.date | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        case_id = str(self.case_id)

        numbers = self.numbers



        donor = self.donor

        port_on: None | str | Unset
        if isinstance(self.port_on, Unset):
            port_on = UNSET
        elif isinstance(self.port_on, datetime.date):
            port_on = self.port_on.isoformat()
        else:
            port_on = self.port_on


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "case_id": case_id,
            "numbers": numbers,
        })
        if donor is not UNSET:
            field_dict["donor"] = donor
        if port_on is not UNSET:
            field_dict["port_on"] = port_on

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        case_id = UUID(d.pop("case_id"))




        numbers = cast(list[str], d.pop("numbers"))


        donor = d.pop("donor", UNSET)

        def _parse_port_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                port_on_type_0 = datetime.date.fromisoformat(data)



                return port_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        port_on = _parse_port_on(d.pop("port_on", UNSET))


        played_port = cls(
            case_id=case_id,
            numbers=numbers,
            donor=donor,
            port_on=port_on,
        )

        return played_port

