from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.displacement_state import DisplacementState
from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.chosen_displacement_new_subscription_ids import ChosenDisplacementNewSubscriptionIds
  from ..models.chosen_displacement_services_item import ChosenDisplacementServicesItem
  from ..models.step import Step





T = TypeVar("T", bound="ChosenDisplacement")



@_attrs_define
class ChosenDisplacement:
    """ What was chosen by `fields`.

        Attributes:
            access_id (str | Unset):
            allowed_actions (list[str] | Unset):
            answer_days (int | Unset):
            answered_at (datetime.datetime | None | Unset):
            confirmation_sent_at (datetime.datetime | None | Unset):
            contacted_at (datetime.datetime | None | Unset):
            deactivated_at (datetime.datetime | Unset):
            id (UUID | Unset):
            last_answer_day (datetime.date | None | Unset):
            late_disputed_at (datetime.datetime | None | Unset):
            network (str | Unset):
            new_subscription_ids (ChosenDisplacementNewSubscriptionIds | Unset):
            role (Literal['displaced'] | Unset):
            services (list[ChosenDisplacementServicesItem] | Unset):
            state (DisplacementState | Unset): Where one displaced provider stands with its consumer (BK).
            steps (list[Step] | Unset):
            told_at (datetime.datetime | None | Unset):
     """

    access_id: str | Unset = UNSET
    allowed_actions: list[str] | Unset = UNSET
    answer_days: int | Unset = UNSET
    answered_at: datetime.datetime | None | Unset = UNSET
    confirmation_sent_at: datetime.datetime | None | Unset = UNSET
    contacted_at: datetime.datetime | None | Unset = UNSET
    deactivated_at: datetime.datetime | Unset = UNSET
    id: UUID | Unset = UNSET
    last_answer_day: datetime.date | None | Unset = UNSET
    late_disputed_at: datetime.datetime | None | Unset = UNSET
    network: str | Unset = UNSET
    new_subscription_ids: ChosenDisplacementNewSubscriptionIds | Unset = UNSET
    role: Literal['displaced'] | Unset = UNSET
    services: list[ChosenDisplacementServicesItem] | Unset = UNSET
    state: DisplacementState | Unset = UNSET
    steps: list[Step] | Unset = UNSET
    told_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.chosen_displacement_new_subscription_ids import ChosenDisplacementNewSubscriptionIds # noqa: PLC0415
        from ..models.chosen_displacement_services_item import ChosenDisplacementServicesItem # noqa: PLC0415
        from ..models.step import Step # noqa: PLC0415
        access_id = self.access_id

        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        answer_days = self.answer_days

        answered_at: None | str | Unset
        if isinstance(self.answered_at, Unset):
            answered_at = UNSET
        elif isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        confirmation_sent_at: None | str | Unset
        if isinstance(self.confirmation_sent_at, Unset):
            confirmation_sent_at = UNSET
        elif isinstance(self.confirmation_sent_at, datetime.datetime):
            confirmation_sent_at = self.confirmation_sent_at.isoformat()
        else:
            confirmation_sent_at = self.confirmation_sent_at

        contacted_at: None | str | Unset
        if isinstance(self.contacted_at, Unset):
            contacted_at = UNSET
        elif isinstance(self.contacted_at, datetime.datetime):
            contacted_at = self.contacted_at.isoformat()
        else:
            contacted_at = self.contacted_at

        deactivated_at: str | Unset = UNSET
        if not isinstance(self.deactivated_at, Unset):
            deactivated_at = self.deactivated_at.isoformat()

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        last_answer_day: None | str | Unset
        if isinstance(self.last_answer_day, Unset):
            last_answer_day = UNSET
        elif isinstance(self.last_answer_day, datetime.date):
            last_answer_day = self.last_answer_day.isoformat()
        else:
            last_answer_day = self.last_answer_day

        late_disputed_at: None | str | Unset
        if isinstance(self.late_disputed_at, Unset):
            late_disputed_at = UNSET
        elif isinstance(self.late_disputed_at, datetime.datetime):
            late_disputed_at = self.late_disputed_at.isoformat()
        else:
            late_disputed_at = self.late_disputed_at

        network = self.network

        new_subscription_ids: dict[str, Any] | Unset = UNSET
        if not isinstance(self.new_subscription_ids, Unset):
            new_subscription_ids = self.new_subscription_ids.to_dict()

        role = self.role

        services: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.services, Unset):
            services = []
            for services_item_data in self.services:
                services_item = services_item_data.to_dict()
                services.append(services_item)



        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value


        steps: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.steps, Unset):
            steps = []
            for steps_item_data in self.steps:
                steps_item = steps_item_data.to_dict()
                steps.append(steps_item)



        told_at: None | str | Unset
        if isinstance(self.told_at, Unset):
            told_at = UNSET
        elif isinstance(self.told_at, datetime.datetime):
            told_at = self.told_at.isoformat()
        else:
            told_at = self.told_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if access_id is not UNSET:
            field_dict["access_id"] = access_id
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if answer_days is not UNSET:
            field_dict["answer_days"] = answer_days
        if answered_at is not UNSET:
            field_dict["answered_at"] = answered_at
        if confirmation_sent_at is not UNSET:
            field_dict["confirmation_sent_at"] = confirmation_sent_at
        if contacted_at is not UNSET:
            field_dict["contacted_at"] = contacted_at
        if deactivated_at is not UNSET:
            field_dict["deactivated_at"] = deactivated_at
        if id is not UNSET:
            field_dict["id"] = id
        if last_answer_day is not UNSET:
            field_dict["last_answer_day"] = last_answer_day
        if late_disputed_at is not UNSET:
            field_dict["late_disputed_at"] = late_disputed_at
        if network is not UNSET:
            field_dict["network"] = network
        if new_subscription_ids is not UNSET:
            field_dict["new_subscription_ids"] = new_subscription_ids
        if role is not UNSET:
            field_dict["role"] = role
        if services is not UNSET:
            field_dict["services"] = services
        if state is not UNSET:
            field_dict["state"] = state
        if steps is not UNSET:
            field_dict["steps"] = steps
        if told_at is not UNSET:
            field_dict["told_at"] = told_at

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chosen_displacement_new_subscription_ids import ChosenDisplacementNewSubscriptionIds # noqa: PLC0415
        from ..models.chosen_displacement_services_item import ChosenDisplacementServicesItem # noqa: PLC0415
        from ..models.step import Step # noqa: PLC0415
        d = dict(src_dict)
        access_id = d.pop("access_id", UNSET)

        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        answer_days = d.pop("answer_days", UNSET)

        def _parse_answered_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)



                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        answered_at = _parse_answered_at(d.pop("answered_at", UNSET))


        def _parse_confirmation_sent_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmation_sent_at_type_0 = datetime.datetime.fromisoformat(data)



                return confirmation_sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        confirmation_sent_at = _parse_confirmation_sent_at(d.pop("confirmation_sent_at", UNSET))


        def _parse_contacted_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contacted_at_type_0 = datetime.datetime.fromisoformat(data)



                return contacted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        contacted_at = _parse_contacted_at(d.pop("contacted_at", UNSET))


        _deactivated_at = d.pop("deactivated_at", UNSET)
        deactivated_at: datetime.datetime | Unset
        if isinstance(_deactivated_at,  Unset):
            deactivated_at = UNSET
        else:
            deactivated_at = datetime.datetime.fromisoformat(_deactivated_at)




        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        def _parse_last_answer_day(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_answer_day_type_0 = datetime.date.fromisoformat(data)



                return last_answer_day_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        last_answer_day = _parse_last_answer_day(d.pop("last_answer_day", UNSET))


        def _parse_late_disputed_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                late_disputed_at_type_0 = datetime.datetime.fromisoformat(data)



                return late_disputed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        late_disputed_at = _parse_late_disputed_at(d.pop("late_disputed_at", UNSET))


        network = d.pop("network", UNSET)

        _new_subscription_ids = d.pop("new_subscription_ids", UNSET)
        new_subscription_ids: ChosenDisplacementNewSubscriptionIds | Unset
        if isinstance(_new_subscription_ids,  Unset):
            new_subscription_ids = UNSET
        else:
            new_subscription_ids = ChosenDisplacementNewSubscriptionIds.from_dict(_new_subscription_ids)




        role = cast(Literal['displaced'] | Unset , d.pop("role", UNSET))
        if role != 'displaced'and not isinstance(role, Unset):
            raise ValueError(f"role must match const 'displaced', got '{role}'")

        _services = d.pop("services", UNSET)
        services: list[ChosenDisplacementServicesItem] | Unset = UNSET
        if _services is not UNSET:
            services = []
            for services_item_data in _services:
                services_item = ChosenDisplacementServicesItem.from_dict(services_item_data)



                services.append(services_item)


        _state = d.pop("state", UNSET)
        state: DisplacementState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = DisplacementState(_state)




        _steps = d.pop("steps", UNSET)
        steps: list[Step] | Unset = UNSET
        if _steps is not UNSET:
            steps = []
            for steps_item_data in _steps:
                steps_item = Step.from_dict(steps_item_data)



                steps.append(steps_item)


        def _parse_told_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                told_at_type_0 = datetime.datetime.fromisoformat(data)



                return told_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        told_at = _parse_told_at(d.pop("told_at", UNSET))


        chosen_displacement = cls(
            access_id=access_id,
            allowed_actions=allowed_actions,
            answer_days=answer_days,
            answered_at=answered_at,
            confirmation_sent_at=confirmation_sent_at,
            contacted_at=contacted_at,
            deactivated_at=deactivated_at,
            id=id,
            last_answer_day=last_answer_day,
            late_disputed_at=late_disputed_at,
            network=network,
            new_subscription_ids=new_subscription_ids,
            role=role,
            services=services,
            state=state,
            steps=steps,
            told_at=told_at,
        )


        chosen_displacement.additional_properties = d
        return chosen_displacement

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
