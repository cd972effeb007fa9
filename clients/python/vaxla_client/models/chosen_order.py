from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.order_state import OrderState
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.attempt import Attempt
  from ..models.chosen_order_numbers import ChosenOrderNumbers





T = TypeVar("T", bound="ChosenOrder")



@_attrs_define
class ChosenOrder:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset): What you may do with it as it stands: `release` by POST to its
                `submission`, `retry` to its `attempts`, `cancel` and `request_cancel` to its `cancellations`, `request_change`
                to its `changes`.
            attempts (list[Attempt] | Unset):
            case_id (None | Unset | UUID):
            count (int | Unset):
            created_at (datetime.datetime | Unset):
            customer_id (UUID | Unset):
            donor (str | Unset):
            external_reference (str | Unset):
            family_id (None | Unset | UUID):
            first (str | Unset):
            id (UUID | Unset):
            is_main (bool | Unset):
            last (str | Unset):
            number_type (str | Unset):
            numbers (ChosenOrderNumbers | Unset): How many of its numbers are in each state.
            owner_id (str | Unset):
            owner_name (str | Unset):
            port_at (datetime.datetime | Unset):
            reference (str | Unset):
            state (OrderState | Unset): Where an order stands. Beyond `ready` it follows from its numbers, by
                `portingsvc.domain.rollup`.
            stop_deadline (datetime.datetime | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    attempts: list[Attempt] | Unset = UNSET
    case_id: None | Unset | UUID = UNSET
    count: int | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    customer_id: UUID | Unset = UNSET
    donor: str | Unset = UNSET
    external_reference: str | Unset = UNSET
    family_id: None | Unset | UUID = UNSET
    first: str | Unset = UNSET
    id: UUID | Unset = UNSET
    is_main: bool | Unset = UNSET
    last: str | Unset = UNSET
    number_type: str | Unset = UNSET
    numbers: ChosenOrderNumbers | Unset = UNSET
    owner_id: str | Unset = UNSET
    owner_name: str | Unset = UNSET
    port_at: datetime.datetime | Unset = UNSET
    reference: str | Unset = UNSET
    state: OrderState | Unset = UNSET
    stop_deadline: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.attempt import Attempt # noqa: PLC0415
        from ..models.chosen_order_numbers import ChosenOrderNumbers # noqa: PLC0415
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        attempts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.attempts, Unset):
            attempts = []
            for attempts_item_data in self.attempts:
                attempts_item = attempts_item_data.to_dict()
                attempts.append(attempts_item)



        case_id: None | str | Unset
        if isinstance(self.case_id, Unset):
            case_id = UNSET
        elif isinstance(self.case_id, UUID):
            case_id = str(self.case_id)
        else:
            case_id = self.case_id

        count = self.count

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        customer_id: str | Unset = UNSET
        if not isinstance(self.customer_id, Unset):
            customer_id = str(self.customer_id)

        donor = self.donor

        external_reference = self.external_reference

        family_id: None | str | Unset
        if isinstance(self.family_id, Unset):
            family_id = UNSET
        elif isinstance(self.family_id, UUID):
            family_id = str(self.family_id)
        else:
            family_id = self.family_id

        first = self.first

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        is_main = self.is_main

        last = self.last

        number_type = self.number_type

        numbers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.numbers, Unset):
            numbers = self.numbers.to_dict()

        owner_id = self.owner_id

        owner_name = self.owner_name

        port_at: str | Unset = UNSET
        if not isinstance(self.port_at, Unset):
            port_at = self.port_at.isoformat()

        reference = self.reference

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value


        stop_deadline: str | Unset = UNSET
        if not isinstance(self.stop_deadline, Unset):
            stop_deadline = self.stop_deadline.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if attempts is not UNSET:
            field_dict["attempts"] = attempts
        if case_id is not UNSET:
            field_dict["case_id"] = case_id
        if count is not UNSET:
            field_dict["count"] = count
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if customer_id is not UNSET:
            field_dict["customer_id"] = customer_id
        if donor is not UNSET:
            field_dict["donor"] = donor
        if external_reference is not UNSET:
            field_dict["external_reference"] = external_reference
        if family_id is not UNSET:
            field_dict["family_id"] = family_id
        if first is not UNSET:
            field_dict["first"] = first
        if id is not UNSET:
            field_dict["id"] = id
        if is_main is not UNSET:
            field_dict["is_main"] = is_main
        if last is not UNSET:
            field_dict["last"] = last
        if number_type is not UNSET:
            field_dict["number_type"] = number_type
        if numbers is not UNSET:
            field_dict["numbers"] = numbers
        if owner_id is not UNSET:
            field_dict["owner_id"] = owner_id
        if owner_name is not UNSET:
            field_dict["owner_name"] = owner_name
        if port_at is not UNSET:
            field_dict["port_at"] = port_at
        if reference is not UNSET:
            field_dict["reference"] = reference
        if state is not UNSET:
            field_dict["state"] = state
        if stop_deadline is not UNSET:
            field_dict["stop_deadline"] = stop_deadline

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attempt import Attempt # noqa: PLC0415
        from ..models.chosen_order_numbers import ChosenOrderNumbers # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        _attempts = d.pop("attempts", UNSET)
        attempts: list[Attempt] | Unset = UNSET
        if _attempts is not UNSET:
            attempts = []
            for attempts_item_data in _attempts:
                attempts_item = Attempt.from_dict(attempts_item_data)



                attempts.append(attempts_item)


        def _parse_case_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                case_id_type_0 = UUID(data)



                return case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        case_id = _parse_case_id(d.pop("case_id", UNSET))


        count = d.pop("count", UNSET)

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




        donor = d.pop("donor", UNSET)

        external_reference = d.pop("external_reference", UNSET)

        def _parse_family_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                family_id_type_0 = UUID(data)



                return family_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        family_id = _parse_family_id(d.pop("family_id", UNSET))


        first = d.pop("first", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        is_main = d.pop("is_main", UNSET)

        last = d.pop("last", UNSET)

        number_type = d.pop("number_type", UNSET)

        _numbers = d.pop("numbers", UNSET)
        numbers: ChosenOrderNumbers | Unset
        if isinstance(_numbers,  Unset):
            numbers = UNSET
        else:
            numbers = ChosenOrderNumbers.from_dict(_numbers)




        owner_id = d.pop("owner_id", UNSET)

        owner_name = d.pop("owner_name", UNSET)

        _port_at = d.pop("port_at", UNSET)
        port_at: datetime.datetime | Unset
        if isinstance(_port_at,  Unset):
            port_at = UNSET
        else:
            port_at = datetime.datetime.fromisoformat(_port_at)




        reference = d.pop("reference", UNSET)

        _state = d.pop("state", UNSET)
        state: OrderState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = OrderState(_state)




        _stop_deadline = d.pop("stop_deadline", UNSET)
        stop_deadline: datetime.datetime | Unset
        if isinstance(_stop_deadline,  Unset):
            stop_deadline = UNSET
        else:
            stop_deadline = datetime.datetime.fromisoformat(_stop_deadline)




        chosen_order = cls(
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


        chosen_order.additional_properties = d
        return chosen_order

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
