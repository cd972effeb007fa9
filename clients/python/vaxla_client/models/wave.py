from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.wave_state import WaveState
from typing import cast
import datetime






T = TypeVar("T", bound="Wave")



@_attrs_define
class Wave:
    """ A technical migration and its freeze, both days counted.

        Attributes:
            freeze_first (datetime.date | None):
            freeze_last (datetime.date | None):
            number (int):
            state (WaveState): Where a wave stands.
            technical_on (datetime.date):
     """

    freeze_first: datetime.date | None
    freeze_last: datetime.date | None
    number: int
    state: WaveState
    technical_on: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        freeze_first: None | str
        if isinstance(self.freeze_first, datetime.date):
            freeze_first = self.freeze_first.isoformat()
        else:
            freeze_first = self.freeze_first

        freeze_last: None | str
        if isinstance(self.freeze_last, datetime.date):
            freeze_last = self.freeze_last.isoformat()
        else:
            freeze_last = self.freeze_last

        number = self.number

        state = self.state.value

        technical_on = self.technical_on.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "freeze_first": freeze_first,
            "freeze_last": freeze_last,
            "number": number,
            "state": state,
            "technical_on": technical_on,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_freeze_first(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                freeze_first_type_0 = datetime.date.fromisoformat(data)



                return freeze_first_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        freeze_first = _parse_freeze_first(d.pop("freeze_first"))


        def _parse_freeze_last(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                freeze_last_type_0 = datetime.date.fromisoformat(data)



                return freeze_last_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        freeze_last = _parse_freeze_last(d.pop("freeze_last"))


        number = d.pop("number")

        state = WaveState(d.pop("state"))




        technical_on = datetime.date.fromisoformat(d.pop("technical_on"))




        wave = cls(
            freeze_first=freeze_first,
            freeze_last=freeze_last,
            number=number,
            state=state,
            technical_on=technical_on,
        )


        wave.additional_properties = d
        return wave

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
