from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.number_to_move import NumberToMove





T = TypeVar("T", bound="DatesAsked")



@_attrs_define
class DatesAsked:
    """ What to explain. `port_at` asks about one time: can it be, and what hangs on it.

        Attributes:
            numbers (list[NumberToMove]):
            port_at (datetime.datetime | None | Unset):
     """

    numbers: list[NumberToMove]
    port_at: datetime.datetime | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.number_to_move import NumberToMove # noqa: PLC0415
        numbers = []
        for numbers_item_data in self.numbers:
            numbers_item = numbers_item_data.to_dict()
            numbers.append(numbers_item)



        port_at: None | str | Unset
        if isinstance(self.port_at, Unset):
            port_at = UNSET
        elif isinstance(self.port_at, datetime.datetime):
            port_at = self.port_at.isoformat()
        else:
            port_at = self.port_at


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "numbers": numbers,
        })
        if port_at is not UNSET:
            field_dict["port_at"] = port_at

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.number_to_move import NumberToMove # noqa: PLC0415
        d = dict(src_dict)
        numbers = []
        _numbers = d.pop("numbers")
        for numbers_item_data in (_numbers):
            numbers_item = NumberToMove.from_dict(numbers_item_data)



            numbers.append(numbers_item)


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


        dates_asked = cls(
            numbers=numbers,
            port_at=port_at,
        )

        return dates_asked

