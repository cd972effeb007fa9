from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.wanted_time import WantedTime





T = TypeVar("T", bound="FamilyAnswer")



@_attrs_define
class FamilyAnswer:
    """ Numbers of one kind at one donor.

        Attributes:
            count (int):
            donor (str):
            donor_name (str):
            earliest (datetime.date):
            explanation (list[str]):
            hours (list[int]):
            lead_working_days (int):
            number_type (str):
            possible (list[datetime.date]):
            wanted (None | WantedTime):
     """

    count: int
    donor: str
    donor_name: str
    earliest: datetime.date
    explanation: list[str]
    hours: list[int]
    lead_working_days: int
    number_type: str
    possible: list[datetime.date]
    wanted: None | WantedTime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.wanted_time import WantedTime # noqa: PLC0415
        count = self.count

        donor = self.donor

        donor_name = self.donor_name

        earliest = self.earliest.isoformat()

        explanation = self.explanation



        hours = self.hours



        lead_working_days = self.lead_working_days

        number_type = self.number_type

        possible = []
        for possible_item_data in self.possible:
            possible_item = possible_item_data.isoformat()
            possible.append(possible_item)



        wanted: dict[str, Any] | None
        if isinstance(self.wanted, WantedTime):
            wanted = self.wanted.to_dict()
        else:
            wanted = self.wanted


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "count": count,
            "donor": donor,
            "donor_name": donor_name,
            "earliest": earliest,
            "explanation": explanation,
            "hours": hours,
            "lead_working_days": lead_working_days,
            "number_type": number_type,
            "possible": possible,
            "wanted": wanted,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.wanted_time import WantedTime # noqa: PLC0415
        d = dict(src_dict)
        count = d.pop("count")

        donor = d.pop("donor")

        donor_name = d.pop("donor_name")

        earliest = datetime.date.fromisoformat(d.pop("earliest"))




        explanation = cast(list[str], d.pop("explanation"))


        hours = cast(list[int], d.pop("hours"))


        lead_working_days = d.pop("lead_working_days")

        number_type = d.pop("number_type")

        possible = []
        _possible = d.pop("possible")
        for possible_item_data in (_possible):
            possible_item = datetime.date.fromisoformat(possible_item_data)



            possible.append(possible_item)


        def _parse_wanted(data: object) -> None | WantedTime:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                wanted_type_0 = WantedTime.from_dict(data)



                return wanted_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WantedTime, data)

        wanted = _parse_wanted(d.pop("wanted"))


        family_answer = cls(
            count=count,
            donor=donor,
            donor_name=donor_name,
            earliest=earliest,
            explanation=explanation,
            hours=hours,
            lead_working_days=lead_working_days,
            number_type=number_type,
            possible=possible,
            wanted=wanted,
        )


        family_answer.additional_properties = d
        return family_answer

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
