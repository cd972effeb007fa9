from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.order_state import OrderState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.attempt import Attempt
  from ..models.order_numbers import OrderNumbers





T = TypeVar("T", bound="Order")



@_attrs_define
class Order:
    """ A number or series being ported. `owner_id` is as the donor knows the owner, twelve digits.

        Attributes:
            allowed_actions (list[str]): What you may do with it as it stands: `release` by POST to its `submission`,
                `retry` to its `attempts`, `cancel` and `request_cancel` to its `cancellations`, `request_change` to its
                `changes`.
            attempts (list[Attempt]):
            case_id (None | UUID):
            count (int):
            created_at (datetime.datetime):
            customer_id (UUID):
            donor (str):
            external_reference (str):
            family_id (None | UUID):
            first (str):
            id (UUID):
            is_main (bool):
            last (str):
            number_type (str):
            numbers (OrderNumbers): How many of its numbers are in each state.
            owner_id (str):
            owner_name (str):
            port_at (datetime.datetime):
            reference (str):
            state (OrderState): Where an order stands. Beyond `ready` it follows from its numbers, by
                `portingsvc.domain.rollup`.
            stop_deadline (datetime.datetime):
     """

    allowed_actions: list[str]
    attempts: list[Attempt]
    case_id: None | UUID
    count: int
    created_at: datetime.datetime
    customer_id: UUID
    donor: str
    external_reference: str
    family_id: None | UUID
    first: str
    id: UUID
    is_main: bool
    last: str
    number_type: str
    numbers: OrderNumbers
    owner_id: str
    owner_name: str
    port_at: datetime.datetime
    reference: str
    state: OrderState
    stop_deadline: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.attempt import Attempt # noqa: PLC0415
        from ..models.order_numbers import OrderNumbers # noqa: PLC0415
        allowed_actions = self.allowed_actions



        attempts = []
        for attempts_item_data in self.attempts:
            attempts_item = attempts_item_data.to_dict()
            attempts.append(attempts_item)



        case_id: None | str
        if isinstance(self.case_id, UUID):
            case_id = str(self.case_id)
        else:
            case_id = self.case_id

        count = self.count

        created_at = self.created_at.isoformat()

        customer_id = str(self.customer_id)

        donor = self.donor

        external_reference = self.external_reference

        family_id: None | str
        if isinstance(self.family_id, UUID):
            family_id = str(self.family_id)
        else:
            family_id = self.family_id

        first = self.first

        id = str(self.id)

        is_main = self.is_main

        last = self.last

        number_type = self.number_type

        numbers = self.numbers.to_dict()

        owner_id = self.owner_id

        owner_name = self.owner_name

        port_at = self.port_at.isoformat()

        reference = self.reference

        state = self.state.value

        stop_deadline = self.stop_deadline.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "allowed_actions": allowed_actions,
            "attempts": attempts,
            "case_id": case_id,
            "count": count,
            "created_at": created_at,
            "customer_id": customer_id,
            "donor": donor,
            "external_reference": external_reference,
            "family_id": family_id,
            "first": first,
            "id": id,
            "is_main": is_main,
            "last": last,
            "number_type": number_type,
            "numbers": numbers,
            "owner_id": owner_id,
            "owner_name": owner_name,
            "port_at": port_at,
            "reference": reference,
            "state": state,
            "stop_deadline": stop_deadline,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attempt import Attempt # noqa: PLC0415
        from ..models.order_numbers import OrderNumbers # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        attempts = []
        _attempts = d.pop("attempts")
        for attempts_item_data in (_attempts):
            attempts_item = Attempt.from_dict(attempts_item_data)



            attempts.append(attempts_item)


        def _parse_case_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                case_id_type_0 = UUID(data)



                return case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        case_id = _parse_case_id(d.pop("case_id"))


        count = d.pop("count")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        customer_id = UUID(d.pop("customer_id"))




        donor = d.pop("donor")

        external_reference = d.pop("external_reference")

        def _parse_family_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                family_id_type_0 = UUID(data)



                return family_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        family_id = _parse_family_id(d.pop("family_id"))


        first = d.pop("first")

        id = UUID(d.pop("id"))




        is_main = d.pop("is_main")

        last = d.pop("last")

        number_type = d.pop("number_type")

        numbers = OrderNumbers.from_dict(d.pop("numbers"))




        owner_id = d.pop("owner_id")

        owner_name = d.pop("owner_name")

        port_at = datetime.datetime.fromisoformat(d.pop("port_at"))




        reference = d.pop("reference")

        state = OrderState(d.pop("state"))




        stop_deadline = datetime.datetime.fromisoformat(d.pop("stop_deadline"))




        order = cls(
            allowed_actions=allowed_actions,
            attempts=attempts,
            case_id=case_id,
            count=count,
            created_at=created_at,
            customer_id=customer_id,
            donor=donor,
            external_reference=external_reference,
            family_id=family_id,
            first=first,
            id=id,
            is_main=is_main,
            last=last,
            number_type=number_type,
            numbers=numbers,
            owner_id=owner_id,
            owner_name=owner_name,
            port_at=port_at,
            reference=reference,
            state=state,
            stop_deadline=stop_deadline,
        )


        order.additional_properties = d
        return order

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
