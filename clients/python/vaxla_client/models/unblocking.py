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





T = TypeVar("T", bound="Unblocking")



@_attrs_define
class Unblocking:
    """ An unblocking that you asked for. It never tells whose services block the port.

        Attributes:
            access_id (str):
            allowed_actions (list[str]):
            blocked (list[str]):
            closed_at (datetime.datetime | None):
            created_at (datetime.datetime):
            forced_order_possible (bool):
            free_from (None | str):
            id (UUID):
            network (str):
            problem (None | Obstacle):
            reference (str):
            services (list[str]):
            sp_reference (str):
            state (CaseState): Where an unblocking stands.
            steps (list[Step]):
            role (Literal['new'] | Unset):  Default: 'new'.
     """

    access_id: str
    allowed_actions: list[str]
    blocked: list[str]
    closed_at: datetime.datetime | None
    created_at: datetime.datetime
    forced_order_possible: bool
    free_from: None | str
    id: UUID
    network: str
    problem: None | Obstacle
    reference: str
    services: list[str]
    sp_reference: str
    state: CaseState
    steps: list[Step]
    role: Literal['new'] | Unset = 'new'
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.obstacle import Obstacle # noqa: PLC0415
        from ..models.step import Step # noqa: PLC0415
        access_id = self.access_id

        allowed_actions = self.allowed_actions



        blocked = self.blocked



        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        created_at = self.created_at.isoformat()

        forced_order_possible = self.forced_order_possible

        free_from: None | str
        free_from = self.free_from

        id = str(self.id)

        network = self.network

        problem: dict[str, Any] | None
        if isinstance(self.problem, Obstacle):
            problem = self.problem.to_dict()
        else:
            problem = self.problem

        reference = self.reference

        services = self.services



        sp_reference = self.sp_reference

        state = self.state.value

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)



        role = self.role


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "access_id": access_id,
            "allowed_actions": allowed_actions,
            "blocked": blocked,
            "closed_at": closed_at,
            "created_at": created_at,
            "forced_order_possible": forced_order_possible,
            "free_from": free_from,
            "id": id,
            "network": network,
            "problem": problem,
            "reference": reference,
            "services": services,
            "sp_reference": sp_reference,
            "state": state,
            "steps": steps,
        })
        if role is not UNSET:
            field_dict["role"] = role

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.obstacle import Obstacle # noqa: PLC0415
        from ..models.step import Step # noqa: PLC0415
        d = dict(src_dict)
        access_id = d.pop("access_id")

        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        blocked = cast(list[str], d.pop("blocked"))


        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)



                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        forced_order_possible = d.pop("forced_order_possible")

        def _parse_free_from(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        free_from = _parse_free_from(d.pop("free_from"))


        id = UUID(d.pop("id"))




        network = d.pop("network")

        def _parse_problem(data: object) -> None | Obstacle:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                problem_type_0 = Obstacle.from_dict(data)



                return problem_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Obstacle, data)

        problem = _parse_problem(d.pop("problem"))


        reference = d.pop("reference")

        services = cast(list[str], d.pop("services"))


        sp_reference = d.pop("sp_reference")

        state = CaseState(d.pop("state"))




        steps = []
        _steps = d.pop("steps")
        for steps_item_data in (_steps):
            steps_item = Step.from_dict(steps_item_data)



            steps.append(steps_item)


        role = cast(Literal['new'] | Unset , d.pop("role", UNSET))
        if role != 'new'and not isinstance(role, Unset):
            raise ValueError(f"role must match const 'new', got '{role}'")

        unblocking = cls(
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
            services=services,
            sp_reference=sp_reference,
            state=state,
            steps=steps,
            role=role,
        )


        unblocking.additional_properties = d
        return unblocking

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
