from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="PlayedOrder")



@_attrs_define
class PlayedOrder:
    """ A porting order that is on its way to its scripted donor.

        Attributes:
            donor (str):
            first (str):
            id (UUID):
            last (str):
            outcome (str):
            port_at (datetime.datetime):
            reference (str):
     """

    donor: str
    first: str
    id: UUID
    last: str
    outcome: str
    port_at: datetime.datetime
    reference: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        donor = self.donor

        first = self.first

        id = str(self.id)

        last = self.last

        outcome = self.outcome

        port_at = self.port_at.isoformat()

        reference = self.reference


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "donor": donor,
            "first": first,
            "id": id,
            "last": last,
            "outcome": outcome,
            "port_at": port_at,
            "reference": reference,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        donor = d.pop("donor")

        first = d.pop("first")

        id = UUID(d.pop("id"))




        last = d.pop("last")

        outcome = d.pop("outcome")

        port_at = datetime.datetime.fromisoformat(d.pop("port_at"))




        reference = d.pop("reference")

        played_order = cls(
            donor=donor,
            first=first,
            id=id,
            last=last,
            outcome=outcome,
            port_at=port_at,
            reference=reference,
        )


        played_order.additional_properties = d
        return played_order

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
