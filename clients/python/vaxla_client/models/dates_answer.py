from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.family_answer import FamilyAnswer
  from ..models.refused_number import RefusedNumber





T = TypeVar("T", bound="DatesAnswer")



@_attrs_define
class DatesAnswer:
    """ Each family, and all together. `refused` is what cannot be ported; it holds nothing else up.

        Attributes:
            asked_at (datetime.datetime):
            earliest_for_all (datetime.date):
            families (list[FamilyAnswer]):
            headroom (int | None):
            hours_for_all (list[int]):
            possible_for_all (list[datetime.date]):
            refused (list[RefusedNumber]):
     """

    asked_at: datetime.datetime
    earliest_for_all: datetime.date
    families: list[FamilyAnswer]
    headroom: int | None
    hours_for_all: list[int]
    possible_for_all: list[datetime.date]
    refused: list[RefusedNumber]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.family_answer import FamilyAnswer # noqa: PLC0415
        from ..models.refused_number import RefusedNumber # noqa: PLC0415
        asked_at = self.asked_at.isoformat()

        earliest_for_all = self.earliest_for_all.isoformat()

        families = []
        for families_item_data in self.families:
            families_item = families_item_data.to_dict()
            families.append(families_item)



        headroom: int | None
        headroom = self.headroom

        hours_for_all = self.hours_for_all



        possible_for_all = []
        for possible_for_all_item_data in self.possible_for_all:
            possible_for_all_item = possible_for_all_item_data.isoformat()
            possible_for_all.append(possible_for_all_item)



        refused = []
        for refused_item_data in self.refused:
            refused_item = refused_item_data.to_dict()
            refused.append(refused_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "asked_at": asked_at,
            "earliest_for_all": earliest_for_all,
            "families": families,
            "headroom": headroom,
            "hours_for_all": hours_for_all,
            "possible_for_all": possible_for_all,
            "refused": refused,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.family_answer import FamilyAnswer # noqa: PLC0415
        from ..models.refused_number import RefusedNumber # noqa: PLC0415
        d = dict(src_dict)
        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))




        earliest_for_all = datetime.date.fromisoformat(d.pop("earliest_for_all"))




        families = []
        _families = d.pop("families")
        for families_item_data in (_families):
            families_item = FamilyAnswer.from_dict(families_item_data)



            families.append(families_item)


        def _parse_headroom(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        headroom = _parse_headroom(d.pop("headroom"))


        hours_for_all = cast(list[int], d.pop("hours_for_all"))


        possible_for_all = []
        _possible_for_all = d.pop("possible_for_all")
        for possible_for_all_item_data in (_possible_for_all):
            possible_for_all_item = datetime.date.fromisoformat(possible_for_all_item_data)



            possible_for_all.append(possible_for_all_item)


        refused = []
        _refused = d.pop("refused")
        for refused_item_data in (_refused):
            refused_item = RefusedNumber.from_dict(refused_item_data)



            refused.append(refused_item)


        dates_answer = cls(
            asked_at=asked_at,
            earliest_for_all=earliest_for_all,
            families=families,
            headroom=headroom,
            hours_for_all=hours_for_all,
            possible_for_all=possible_for_all,
            refused=refused,
        )


        dates_answer.additional_properties = d
        return dates_answer

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
