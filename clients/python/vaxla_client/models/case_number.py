from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.number_state import NumberState
from typing import cast
import datetime






T = TypeVar("T", bound="CaseNumber")



@_attrs_define
class CaseNumber:
    """ A telephone number of a case.

        Attributes:
            donor (str):
            number (str):
            ported_at (datetime.datetime | None):
            reasons (list[str]):
            state (NumberState): Where one telephone number stands.
     """

    donor: str
    number: str
    ported_at: datetime.datetime | None
    reasons: list[str]
    state: NumberState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        donor = self.donor

        number = self.number

        ported_at: None | str
        if isinstance(self.ported_at, datetime.datetime):
            ported_at = self.ported_at.isoformat()
        else:
            ported_at = self.ported_at

        reasons = self.reasons



        state = self.state.value


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "donor": donor,
            "number": number,
            "ported_at": ported_at,
            "reasons": reasons,
            "state": state,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        donor = d.pop("donor")

        number = d.pop("number")

        def _parse_ported_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ported_at_type_0 = datetime.datetime.fromisoformat(data)



                return ported_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ported_at = _parse_ported_at(d.pop("ported_at"))


        reasons = cast(list[str], d.pop("reasons"))


        state = NumberState(d.pop("state"))




        case_number = cls(
            donor=donor,
            number=number,
            ported_at=ported_at,
            reasons=reasons,
            state=state,
        )


        case_number.additional_properties = d
        return case_number

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
