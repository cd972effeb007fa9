from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.standing import Standing
from typing import cast
import datetime






T = TypeVar("T", bound="DeadlineOut")



@_attrs_define
class DeadlineOut:
    """ A deadline: `raw` is what compliance is judged by, `due` the working day to have it done by.

        Attributes:
            due (datetime.date):
            id (str):
            met_on (datetime.date | None):
            moved_because (None | str):
            raw (datetime.date):
            standing (Standing): How a deadline stands on a day.
            wave (int | None):
     """

    due: datetime.date
    id: str
    met_on: datetime.date | None
    moved_because: None | str
    raw: datetime.date
    standing: Standing
    wave: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        due = self.due.isoformat()

        id = self.id

        met_on: None | str
        if isinstance(self.met_on, datetime.date):
            met_on = self.met_on.isoformat()
        else:
            met_on = self.met_on

        moved_because: None | str
        moved_because = self.moved_because

        raw = self.raw.isoformat()

        standing = self.standing.value

        wave: int | None
        wave = self.wave


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "due": due,
            "id": id,
            "met_on": met_on,
            "moved_because": moved_because,
            "raw": raw,
            "standing": standing,
            "wave": wave,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        due = datetime.date.fromisoformat(d.pop("due"))




        id = d.pop("id")

        def _parse_met_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                met_on_type_0 = datetime.date.fromisoformat(data)



                return met_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        met_on = _parse_met_on(d.pop("met_on"))


        def _parse_moved_because(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        moved_because = _parse_moved_because(d.pop("moved_because"))


        raw = datetime.date.fromisoformat(d.pop("raw"))




        standing = Standing(d.pop("standing"))




        def _parse_wave(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        wave = _parse_wave(d.pop("wave"))


        deadline_out = cls(
            due=due,
            id=id,
            met_on=met_on,
            moved_because=moved_because,
            raw=raw,
            standing=standing,
            wave=wave,
        )


        deadline_out.additional_properties = d
        return deadline_out

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
