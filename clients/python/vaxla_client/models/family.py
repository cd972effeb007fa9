from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.family_numbers import FamilyNumbers
  from ..models.family_orders import FamilyOrders





T = TypeVar("T", bound="Family")



@_attrs_define
class Family:
    """ Orders made in one call. Each is a porting order of its own: list them by `family_id`.

        Attributes:
            allowed_actions (list[str]):
            created_at (datetime.datetime):
            customer_id (UUID):
            external_reference (str):
            id (UUID):
            numbers (FamilyNumbers): How many of its numbers are in each state.
            orders (FamilyOrders): How many of its orders are in each state.
            port_at (datetime.datetime):
            refused_count (int):
            submitted_at (datetime.datetime | None):
     """

    allowed_actions: list[str]
    created_at: datetime.datetime
    customer_id: UUID
    external_reference: str
    id: UUID
    numbers: FamilyNumbers
    orders: FamilyOrders
    port_at: datetime.datetime
    refused_count: int
    submitted_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.family_numbers import FamilyNumbers # noqa: PLC0415
        from ..models.family_orders import FamilyOrders # noqa: PLC0415
        allowed_actions = self.allowed_actions



        created_at = self.created_at.isoformat()

        customer_id = str(self.customer_id)

        external_reference = self.external_reference

        id = str(self.id)

        numbers = self.numbers.to_dict()

        orders = self.orders.to_dict()

        port_at = self.port_at.isoformat()

        refused_count = self.refused_count

        submitted_at: None | str
        if isinstance(self.submitted_at, datetime.datetime):
            submitted_at = self.submitted_at.isoformat()
        else:
            submitted_at = self.submitted_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "allowed_actions": allowed_actions,
            "created_at": created_at,
            "customer_id": customer_id,
            "external_reference": external_reference,
            "id": id,
            "numbers": numbers,
            "orders": orders,
            "port_at": port_at,
            "refused_count": refused_count,
            "submitted_at": submitted_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.family_numbers import FamilyNumbers # noqa: PLC0415
        from ..models.family_orders import FamilyOrders # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        customer_id = UUID(d.pop("customer_id"))




        external_reference = d.pop("external_reference")

        id = UUID(d.pop("id"))




        numbers = FamilyNumbers.from_dict(d.pop("numbers"))




        orders = FamilyOrders.from_dict(d.pop("orders"))




        port_at = datetime.datetime.fromisoformat(d.pop("port_at"))




        refused_count = d.pop("refused_count")

        def _parse_submitted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                submitted_at_type_0 = datetime.datetime.fromisoformat(data)



                return submitted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        submitted_at = _parse_submitted_at(d.pop("submitted_at"))


        family = cls(
            allowed_actions=allowed_actions,
            created_at=created_at,
            customer_id=customer_id,
            external_reference=external_reference,
            id=id,
            numbers=numbers,
            orders=orders,
            port_at=port_at,
            refused_count=refused_count,
            submitted_at=submitted_at,
        )


        family.additional_properties = d
        return family

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
