from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.data_state import DataState
from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="SignedOff")



@_attrs_define
class SignedOff:
    """ A version that is signed off.

        Attributes:
            signed_at (datetime.datetime | None):
            signed_by (str):
            state (DataState): A version of the customer's data (CU-03).
            version_id (UUID):
     """

    signed_at: datetime.datetime | None
    signed_by: str
    state: DataState
    version_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        signed_at: None | str
        if isinstance(self.signed_at, datetime.datetime):
            signed_at = self.signed_at.isoformat()
        else:
            signed_at = self.signed_at

        signed_by = self.signed_by

        state = self.state.value

        version_id = str(self.version_id)


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "signed_at": signed_at,
            "signed_by": signed_by,
            "state": state,
            "version_id": version_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_signed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                signed_at_type_0 = datetime.datetime.fromisoformat(data)



                return signed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        signed_at = _parse_signed_at(d.pop("signed_at"))


        signed_by = d.pop("signed_by")

        state = DataState(d.pop("state"))




        version_id = UUID(d.pop("version_id"))




        signed_off = cls(
            signed_at=signed_at,
            signed_by=signed_by,
            state=state,
            version_id=version_id,
        )


        signed_off.additional_properties = d
        return signed_off

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
