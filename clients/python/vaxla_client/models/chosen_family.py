from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.chosen_family_numbers import ChosenFamilyNumbers
  from ..models.chosen_family_orders import ChosenFamilyOrders





T = TypeVar("T", bound="ChosenFamily")



@_attrs_define
class ChosenFamily:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            created_at (datetime.datetime | Unset):
            customer_id (UUID | Unset):
            external_reference (str | Unset):
            id (UUID | Unset):
            numbers (ChosenFamilyNumbers | Unset): How many of its numbers are in each state.
            orders (ChosenFamilyOrders | Unset): How many of its orders are in each state.
            port_at (datetime.datetime | Unset):
            refused_count (int | Unset):
            submitted_at (datetime.datetime | None | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    customer_id: UUID | Unset = UNSET
    external_reference: str | Unset = UNSET
    id: UUID | Unset = UNSET
    numbers: ChosenFamilyNumbers | Unset = UNSET
    orders: ChosenFamilyOrders | Unset = UNSET
    port_at: datetime.datetime | Unset = UNSET
    refused_count: int | Unset = UNSET
    submitted_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.chosen_family_numbers import ChosenFamilyNumbers # noqa: PLC0415
        from ..models.chosen_family_orders import ChosenFamilyOrders # noqa: PLC0415
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        customer_id: str | Unset = UNSET
        if not isinstance(self.customer_id, Unset):
            customer_id = str(self.customer_id)

        external_reference = self.external_reference

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        numbers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.numbers, Unset):
            numbers = self.numbers.to_dict()

        orders: dict[str, Any] | Unset = UNSET
        if not isinstance(self.orders, Unset):
            orders = self.orders.to_dict()

        port_at: str | Unset = UNSET
        if not isinstance(self.port_at, Unset):
            port_at = self.port_at.isoformat()

        refused_count = self.refused_count

        submitted_at: None | str | Unset
        if isinstance(self.submitted_at, Unset):
            submitted_at = UNSET
        elif isinstance(self.submitted_at, datetime.datetime):
            submitted_at = self.submitted_at.isoformat()
        else:
            submitted_at = self.submitted_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if customer_id is not UNSET:
            field_dict["customer_id"] = customer_id
        if external_reference is not UNSET:
            field_dict["external_reference"] = external_reference
        if id is not UNSET:
            field_dict["id"] = id
        if numbers is not UNSET:
            field_dict["numbers"] = numbers
        if orders is not UNSET:
            field_dict["orders"] = orders
        if port_at is not UNSET:
            field_dict["port_at"] = port_at
        if refused_count is not UNSET:
            field_dict["refused_count"] = refused_count
        if submitted_at is not UNSET:
            field_dict["submitted_at"] = submitted_at

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chosen_family_numbers import ChosenFamilyNumbers # noqa: PLC0415
        from ..models.chosen_family_orders import ChosenFamilyOrders # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        _created_at = d.pop("created_at", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at,  Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)




        _customer_id = d.pop("customer_id", UNSET)
        customer_id: UUID | Unset
        if isinstance(_customer_id,  Unset):
            customer_id = UNSET
        else:
            customer_id = UUID(_customer_id)




        external_reference = d.pop("external_reference", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        _numbers = d.pop("numbers", UNSET)
        numbers: ChosenFamilyNumbers | Unset
        if isinstance(_numbers,  Unset):
            numbers = UNSET
        else:
            numbers = ChosenFamilyNumbers.from_dict(_numbers)




        _orders = d.pop("orders", UNSET)
        orders: ChosenFamilyOrders | Unset
        if isinstance(_orders,  Unset):
            orders = UNSET
        else:
            orders = ChosenFamilyOrders.from_dict(_orders)




        _port_at = d.pop("port_at", UNSET)
        port_at: datetime.datetime | Unset
        if isinstance(_port_at,  Unset):
            port_at = UNSET
        else:
            port_at = datetime.datetime.fromisoformat(_port_at)




        refused_count = d.pop("refused_count", UNSET)

        def _parse_submitted_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                submitted_at_type_0 = datetime.datetime.fromisoformat(data)



                return submitted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        submitted_at = _parse_submitted_at(d.pop("submitted_at", UNSET))


        chosen_family = cls(
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


        chosen_family.additional_properties = d
        return chosen_family

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
