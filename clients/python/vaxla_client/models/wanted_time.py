from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="WantedTime")



@_attrs_define
class WantedTime:
    """ A wanted time. `why_not` is null when it can be; `headroom` is how many repair rounds still fit.

        Attributes:
            headroom (int):
            latest_submit (datetime.datetime):
            port_at (datetime.datetime):
            possible (bool):
            stop_deadline (datetime.datetime):
            why_not (None | str):
     """

    headroom: int
    latest_submit: datetime.datetime
    port_at: datetime.datetime
    possible: bool
    stop_deadline: datetime.datetime
    why_not: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        headroom = self.headroom

        latest_submit = self.latest_submit.isoformat()

        port_at = self.port_at.isoformat()

        possible = self.possible

        stop_deadline = self.stop_deadline.isoformat()

        why_not: None | str
        why_not = self.why_not


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "headroom": headroom,
            "latest_submit": latest_submit,
            "port_at": port_at,
            "possible": possible,
            "stop_deadline": stop_deadline,
            "why_not": why_not,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        headroom = d.pop("headroom")

        latest_submit = datetime.datetime.fromisoformat(d.pop("latest_submit"))




        port_at = datetime.datetime.fromisoformat(d.pop("port_at"))




        possible = d.pop("possible")

        stop_deadline = datetime.datetime.fromisoformat(d.pop("stop_deadline"))




        def _parse_why_not(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        why_not = _parse_why_not(d.pop("why_not"))


        wanted_time = cls(
            headroom=headroom,
            latest_submit=latest_submit,
            port_at=port_at,
            possible=possible,
            stop_deadline=stop_deadline,
            why_not=why_not,
        )


        wanted_time.additional_properties = d
        return wanted_time

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
