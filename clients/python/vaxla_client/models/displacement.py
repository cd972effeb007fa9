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
  from ..models.displacement_new_subscription_ids import DisplacementNewSubscriptionIds
  from ..models.displacement_services_item import DisplacementServicesItem
  from ..models.step import Step





T = TypeVar("T", bound="Displacement")



@_attrs_define
class Displacement:
    """ A service of yours that was deactivated through somebody else's unblocking.

        Attributes:
            access_id (str):
            allowed_actions (list[str]):
            answer_days (int):
            answered_at (datetime.datetime | None):
            confirmation_sent_at (datetime.datetime | None):
            contacted_at (datetime.datetime | None):
            deactivated_at (datetime.datetime):
            id (UUID):
            last_answer_day (datetime.date | None):
            late_disputed_at (datetime.datetime | None):
            network (str):
            new_subscription_ids (DisplacementNewSubscriptionIds):
            services (list[DisplacementServicesItem]):
            state (DisplacementState): Where one displaced provider stands with its consumer (BK).
            steps (list[Step]):
            told_at (datetime.datetime | None):
            role (Literal['displaced'] | Unset):  Default: 'displaced'.
     """

    access_id: str
    allowed_actions: list[str]
    answer_days: int
    answered_at: datetime.datetime | None
    confirmation_sent_at: datetime.datetime | None
    contacted_at: datetime.datetime | None
    deactivated_at: datetime.datetime
    id: UUID
    last_answer_day: datetime.date | None
    late_disputed_at: datetime.datetime | None
    network: str
    new_subscription_ids: DisplacementNewSubscriptionIds
    services: list[DisplacementServicesItem]
    state: DisplacementState
    steps: list[Step]
    told_at: datetime.datetime | None
    role: Literal['displaced'] | Unset = 'displaced'
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.displacement_new_subscription_ids import DisplacementNewSubscriptionIds # noqa: PLC0415
        from ..models.displacement_services_item import DisplacementServicesItem # noqa: PLC0415
        from ..models.step import Step # noqa: PLC0415
        access_id = self.access_id

        allowed_actions = self.allowed_actions



        answer_days = self.answer_days

        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        confirmation_sent_at: None | str
        if isinstance(self.confirmation_sent_at, datetime.datetime):
            confirmation_sent_at = self.confirmation_sent_at.isoformat()
        else:
            confirmation_sent_at = self.confirmation_sent_at

        contacted_at: None | str
        if isinstance(self.contacted_at, datetime.datetime):
            contacted_at = self.contacted_at.isoformat()
        else:
            contacted_at = self.contacted_at

        deactivated_at = self.deactivated_at.isoformat()

        id = str(self.id)

        last_answer_day: None | str
        if isinstance(self.last_answer_day, datetime.date):
            last_answer_day = self.last_answer_day.isoformat()
        else:
            last_answer_day = self.last_answer_day

        late_disputed_at: None | str
        if isinstance(self.late_disputed_at, datetime.datetime):
            late_disputed_at = self.late_disputed_at.isoformat()
        else:
            late_disputed_at = self.late_disputed_at

        network = self.network

        new_subscription_ids = self.new_subscription_ids.to_dict()

        services = []
        for services_item_data in self.services:
            services_item = services_item_data.to_dict()
            services.append(services_item)



        state = self.state.value

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)



        told_at: None | str
        if isinstance(self.told_at, datetime.datetime):
            told_at = self.told_at.isoformat()
        else:
            told_at = self.told_at

        role = self.role


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "access_id": access_id,
            "allowed_actions": allowed_actions,
            "answer_days": answer_days,
            "answered_at": answered_at,
            "confirmation_sent_at": confirmation_sent_at,
            "contacted_at": contacted_at,
            "deactivated_at": deactivated_at,
            "id": id,
            "last_answer_day": last_answer_day,
            "late_disputed_at": late_disputed_at,
            "network": network,
            "new_subscription_ids": new_subscription_ids,
            "services": services,
            "state": state,
            "steps": steps,
            "told_at": told_at,
        })
        if role is not UNSET:
            field_dict["role"] = role

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.displacement_new_subscription_ids import DisplacementNewSubscriptionIds # noqa: PLC0415
        from ..models.displacement_services_item import DisplacementServicesItem # noqa: PLC0415
        from ..models.step import Step # noqa: PLC0415
        d = dict(src_dict)
        access_id = d.pop("access_id")

        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        answer_days = d.pop("answer_days")

        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)



                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))


        def _parse_confirmation_sent_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmation_sent_at_type_0 = datetime.datetime.fromisoformat(data)



                return confirmation_sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        confirmation_sent_at = _parse_confirmation_sent_at(d.pop("confirmation_sent_at"))


        def _parse_contacted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contacted_at_type_0 = datetime.datetime.fromisoformat(data)



                return contacted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        contacted_at = _parse_contacted_at(d.pop("contacted_at"))


        deactivated_at = datetime.datetime.fromisoformat(d.pop("deactivated_at"))




        id = UUID(d.pop("id"))




        def _parse_last_answer_day(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_answer_day_type_0 = datetime.date.fromisoformat(data)



                return last_answer_day_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        last_answer_day = _parse_last_answer_day(d.pop("last_answer_day"))


        def _parse_late_disputed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                late_disputed_at_type_0 = datetime.datetime.fromisoformat(data)



                return late_disputed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        late_disputed_at = _parse_late_disputed_at(d.pop("late_disputed_at"))


        network = d.pop("network")

        new_subscription_ids = DisplacementNewSubscriptionIds.from_dict(d.pop("new_subscription_ids"))




        services = []
        _services = d.pop("services")
        for services_item_data in (_services):
            services_item = DisplacementServicesItem.from_dict(services_item_data)



            services.append(services_item)


        state = DisplacementState(d.pop("state"))




        steps = []
        _steps = d.pop("steps")
        for steps_item_data in (_steps):
            steps_item = Step.from_dict(steps_item_data)



            steps.append(steps_item)


        def _parse_told_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                told_at_type_0 = datetime.datetime.fromisoformat(data)



                return told_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        told_at = _parse_told_at(d.pop("told_at"))


        role = cast(Literal['displaced'] | Unset , d.pop("role", UNSET))
        if role != 'displaced'and not isinstance(role, Unset):
            raise ValueError(f"role must match const 'displaced', got '{role}'")

        displacement = cls(
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
            services=services,
            state=state,
            steps=steps,
            told_at=told_at,
            role=role,
        )


        displacement.additional_properties = d
        return displacement

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
