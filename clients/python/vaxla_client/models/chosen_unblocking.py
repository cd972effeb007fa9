from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.case_state import CaseState
from ..types import UNSET, Unset
from typing import cast
from typing import Literal, cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.obstacle import Obstacle
  from ..models.step import Step





T = TypeVar("T", bound="ChosenUnblocking")



@_attrs_define
class ChosenUnblocking:
    """ What was chosen by `fields`.

        Attributes:
            access_id (str | Unset):
            allowed_actions (list[str] | Unset):
            blocked (list[str] | Unset):
            closed_at (datetime.datetime | None | Unset):
            created_at (datetime.datetime | Unset):
            forced_order_possible (bool | Unset):
            free_from (None | str | Unset):
            id (UUID | Unset):
            network (str | Unset):
            problem (None | Obstacle | Unset):
            reference (str | Unset):
            role (Literal['new'] | Unset):
            services (list[str] | Unset):
            sp_reference (str | Unset):
            state (CaseState | Unset): Where an unblocking stands.
            steps (list[Step] | Unset):
     """

    access_id: str | Unset = UNSET
    allowed_actions: list[str] | Unset = UNSET
    blocked: list[str] | Unset = UNSET
    closed_at: datetime.datetime | None | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    forced_order_possible: bool | Unset = UNSET
    free_from: None | str | Unset = UNSET
    id: UUID | Unset = UNSET
    network: str | Unset = UNSET
    problem: None | Obstacle | Unset = UNSET
    reference: str | Unset = UNSET
    role: Literal['new'] | Unset = UNSET
    services: list[str] | Unset = UNSET
    sp_reference: str | Unset = UNSET
    state: CaseState | Unset = UNSET
    steps: list[Step] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.obstacle import Obstacle # noqa: PLC0415
        from ..models.step import Step # noqa: PLC0415
        access_id = self.access_id

        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        blocked: list[str] | Unset = UNSET
        if not isinstance(self.blocked, Unset):
            blocked = self.blocked



        closed_at: None | str | Unset
        if isinstance(self.closed_at, Unset):
            closed_at = UNSET
        elif isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        forced_order_possible = self.forced_order_possible

        free_from: None | str | Unset
        if isinstance(self.free_from, Unset):
            free_from = UNSET
        else:
            free_from = self.free_from

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        network = self.network

        problem: dict[str, Any] | None | Unset
        if isinstance(self.problem, Unset):
            problem = UNSET
        elif isinstance(self.problem, Obstacle):
            problem = self.problem.to_dict()
        else:
            problem = self.problem

        reference = self.reference

        role = self.role

        services: list[str] | Unset = UNSET
        if not isinstance(self.services, Unset):
            services = self.services



        sp_reference = self.sp_reference

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value


        steps: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.steps, Unset):
            steps = []
            for steps_item_data in self.steps:
                steps_item = steps_item_data.to_dict()
                steps.append(steps_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if access_id is not UNSET:
            field_dict["access_id"] = access_id
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if blocked is not UNSET:
            field_dict["blocked"] = blocked
        if closed_at is not UNSET:
            field_dict["closed_at"] = closed_at
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if forced_order_possible is not UNSET:
            field_dict["forced_order_possible"] = forced_order_possible
        if free_from is not UNSET:
            field_dict["free_from"] = free_from
        if id is not UNSET:
            field_dict["id"] = id
        if network is not UNSET:
            field_dict["network"] = network
        if problem is not UNSET:
            field_dict["problem"] = problem
        if reference is not UNSET:
            field_dict["reference"] = reference
        if role is not UNSET:
            field_dict["role"] = role
        if services is not UNSET:
            field_dict["services"] = services
        if sp_reference is not UNSET:
            field_dict["sp_reference"] = sp_reference
        if state is not UNSET:
            field_dict["state"] = state
        if steps is not UNSET:
            field_dict["steps"] = steps

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.obstacle import Obstacle # noqa: PLC0415
        from ..models.step import Step # noqa: PLC0415
        d = dict(src_dict)
        access_id = d.pop("access_id", UNSET)

        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        blocked = cast(list[str], d.pop("blocked", UNSET))


        def _parse_closed_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)



                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        closed_at = _parse_closed_at(d.pop("closed_at", UNSET))


        _created_at = d.pop("created_at", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at,  Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)




        forced_order_possible = d.pop("forced_order_possible", UNSET)

        def _parse_free_from(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        free_from = _parse_free_from(d.pop("free_from", UNSET))


        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        network = d.pop("network", UNSET)

        def _parse_problem(data: object) -> None | Obstacle | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                problem_type_0 = Obstacle.from_dict(data)



                return problem_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Obstacle | Unset, data)

        problem = _parse_problem(d.pop("problem", UNSET))


        reference = d.pop("reference", UNSET)

        role = cast(Literal['new'] | Unset , d.pop("role", UNSET))
        if role != 'new'and not isinstance(role, Unset):
            raise ValueError(f"role must match const 'new', got '{role}'")

        services = cast(list[str], d.pop("services", UNSET))


        sp_reference = d.pop("sp_reference", UNSET)

        _state = d.pop("state", UNSET)
        state: CaseState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = CaseState(_state)




        _steps = d.pop("steps", UNSET)
        steps: list[Step] | Unset = UNSET
        if _steps is not UNSET:
            steps = []
            for steps_item_data in _steps:
                steps_item = Step.from_dict(steps_item_data)



                steps.append(steps_item)


        chosen_unblocking = cls(
            access_id=access_id,
            allowed_actions=allowed_actions,
            blocked=blocked,
            closed_at=closed_at,
            created_at=created_at,
            forced_order_possible=forced_order_possible,
            free_from=free_from,
            id=id,
            network=network,
            problem=problem,
            reference=reference,
            role=role,
            services=services,
            sp_reference=sp_reference,
            state=state,
            steps=steps,
        )


        chosen_unblocking.additional_properties = d
        return chosen_unblocking

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
