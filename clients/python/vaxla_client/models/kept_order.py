from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID

if TYPE_CHECKING:
  from ..models.fault import Fault





T = TypeVar("T", bound="KeptOrder")



@_attrs_define
class KeptOrder:
    """ A draft that did not go, and why.

        Attributes:
            fault (Fault): What is wrong: a stable code, the field at fault, and the way out in words.
            first (str):
            last (str):
            order_id (UUID):
            reference (str):
     """

    fault: Fault
    first: str
    last: str
    order_id: UUID
    reference: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.fault import Fault # noqa: PLC0415
        fault = self.fault.to_dict()

        first = self.first

        last = self.last

        order_id = str(self.order_id)

        reference = self.reference


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "fault": fault,
            "first": first,
            "last": last,
            "order_id": order_id,
            "reference": reference,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fault import Fault # noqa: PLC0415
        d = dict(src_dict)
        fault = Fault.from_dict(d.pop("fault"))




        first = d.pop("first")

        last = d.pop("last")

        order_id = UUID(d.pop("order_id"))




        reference = d.pop("reference")

        kept_order = cls(
            fault=fault,
            first=first,
            last=last,
            order_id=order_id,
            reference=reference,
        )


        kept_order.additional_properties = d
        return kept_order

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
