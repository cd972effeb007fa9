from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="RequirementTimes")



@_attrs_define
class RequirementTimes:
    """ Working days and hours. A request after `cutoff`, or on no working day, counts as made the next working day.

    A port can be stopped or moved until `cutoff`, `stop_working_days` before it. An answer is awaited for
    `answer_working_days` before somebody asks.

        Attributes:
            answer_working_days (int):
            cutoff (str):
            lead_working_days (int):
            stop_working_days (int):
            time_zone (str):
     """

    answer_working_days: int
    cutoff: str
    lead_working_days: int
    stop_working_days: int
    time_zone: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        answer_working_days = self.answer_working_days

        cutoff = self.cutoff

        lead_working_days = self.lead_working_days

        stop_working_days = self.stop_working_days

        time_zone = self.time_zone


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "answer_working_days": answer_working_days,
            "cutoff": cutoff,
            "lead_working_days": lead_working_days,
            "stop_working_days": stop_working_days,
            "time_zone": time_zone,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        answer_working_days = d.pop("answer_working_days")

        cutoff = d.pop("cutoff")

        lead_working_days = d.pop("lead_working_days")

        stop_working_days = d.pop("stop_working_days")

        time_zone = d.pop("time_zone")

        requirement_times = cls(
            answer_working_days=answer_working_days,
            cutoff=cutoff,
            lead_working_days=lead_working_days,
            stop_working_days=stop_working_days,
            time_zone=time_zone,
        )


        requirement_times.additional_properties = d
        return requirement_times

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
