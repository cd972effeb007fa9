from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="SandboxClock")



@_attrs_define
class SandboxClock:
    """ Where the sandbox's clock stands. `advancing_to` is null when it is at rest and all that was due is done.

        Attributes:
            advancing_to (datetime.datetime | None):
            farthest (datetime.datetime): how far one call may send it
            now (datetime.datetime):
            reset_at (datetime.datetime): when it was last emptied, by the machine's clock
     """

    advancing_to: datetime.datetime | None
    farthest: datetime.datetime
    now: datetime.datetime
    reset_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        advancing_to: None | str
        if isinstance(self.advancing_to, datetime.datetime):
            advancing_to = self.advancing_to.isoformat()
        else:
            advancing_to = self.advancing_to

        farthest = self.farthest.isoformat()

        now = self.now.isoformat()

        reset_at = self.reset_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "advancing_to": advancing_to,
            "farthest": farthest,
            "now": now,
            "reset_at": reset_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_advancing_to(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                advancing_to_type_0 = datetime.datetime.fromisoformat(data)



                return advancing_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        advancing_to = _parse_advancing_to(d.pop("advancing_to"))


        farthest = datetime.datetime.fromisoformat(d.pop("farthest"))




        now = datetime.datetime.fromisoformat(d.pop("now"))




        reset_at = datetime.datetime.fromisoformat(d.pop("reset_at"))




        sandbox_clock = cls(
            advancing_to=advancing_to,
            farthest=farthest,
            now=now,
            reset_at=reset_at,
        )


        sandbox_clock.additional_properties = d
        return sandbox_clock

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
