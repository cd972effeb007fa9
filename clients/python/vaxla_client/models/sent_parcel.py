from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.parcel_state import ParcelState
from uuid import UUID






T = TypeVar("T", bound="SentParcel")



@_attrs_define
class SentParcel:
    """ A parcel that is under way.

        Attributes:
            id (UUID):
            reference (str):
            state (ParcelState): A parcel: all cards to one address (SM-02).
            tracking (str):
     """

    id: UUID
    reference: str
    state: ParcelState
    tracking: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        reference = self.reference

        state = self.state.value

        tracking = self.tracking


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "reference": reference,
            "state": state,
            "tracking": tracking,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))




        reference = d.pop("reference")

        state = ParcelState(d.pop("state"))




        tracking = d.pop("tracking")

        sent_parcel = cls(
            id=id,
            reference=reference,
            state=state,
            tracking=tracking,
        )


        sent_parcel.additional_properties = d
        return sent_parcel

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
