from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.flow import Flow
from ..models.party import Party
from ..models.project_state import ProjectState
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.deadline_out import DeadlineOut
  from ..models.wave import Wave





T = TypeVar("T", bound="WholeChange")



@_attrs_define
class WholeChange:
    """ A change with its waves; its deadlines for all but service providers.

        Attributes:
            brytpunkt_on (datetime.date | None):
            deadlines (list[DeadlineOut]):
            flow (Flow): I when migration terms bind the outgoing operator; II when nothing does.
            id (UUID):
            name (str):
            next_migration_on (datetime.date | None):
            parts (list[Party]):
            reference (str):
            state (ProjectState): Where a project stands; in brackets the steps.
            waves (list[Wave]):
            allowed_actions (list[str] | Unset): None here: what is yours to do stands in the portal.
     """

    brytpunkt_on: datetime.date | None
    deadlines: list[DeadlineOut]
    flow: Flow
    id: UUID
    name: str
    next_migration_on: datetime.date | None
    parts: list[Party]
    reference: str
    state: ProjectState
    waves: list[Wave]
    allowed_actions: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.deadline_out import DeadlineOut # noqa: PLC0415
        from ..models.wave import Wave # noqa: PLC0415
        brytpunkt_on: None | str
        if isinstance(self.brytpunkt_on, datetime.date):
            brytpunkt_on = self.brytpunkt_on.isoformat()
        else:
            brytpunkt_on = self.brytpunkt_on

        deadlines = []
        for deadlines_item_data in self.deadlines:
            deadlines_item = deadlines_item_data.to_dict()
            deadlines.append(deadlines_item)



        flow = self.flow.value

        id = str(self.id)

        name = self.name

        next_migration_on: None | str
        if isinstance(self.next_migration_on, datetime.date):
            next_migration_on = self.next_migration_on.isoformat()
        else:
            next_migration_on = self.next_migration_on

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.value
            parts.append(parts_item)



        reference = self.reference

        state = self.state.value

        waves = []
        for waves_item_data in self.waves:
            waves_item = waves_item_data.to_dict()
            waves.append(waves_item)



        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "brytpunkt_on": brytpunkt_on,
            "deadlines": deadlines,
            "flow": flow,
            "id": id,
            "name": name,
            "next_migration_on": next_migration_on,
            "parts": parts,
            "reference": reference,
            "state": state,
            "waves": waves,
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.deadline_out import DeadlineOut # noqa: PLC0415
        from ..models.wave import Wave # noqa: PLC0415
        d = dict(src_dict)
        def _parse_brytpunkt_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                brytpunkt_on_type_0 = datetime.date.fromisoformat(data)



                return brytpunkt_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        brytpunkt_on = _parse_brytpunkt_on(d.pop("brytpunkt_on"))


        deadlines = []
        _deadlines = d.pop("deadlines")
        for deadlines_item_data in (_deadlines):
            deadlines_item = DeadlineOut.from_dict(deadlines_item_data)



            deadlines.append(deadlines_item)


        flow = Flow(d.pop("flow"))




        id = UUID(d.pop("id"))




        name = d.pop("name")

        def _parse_next_migration_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_migration_on_type_0 = datetime.date.fromisoformat(data)



                return next_migration_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        next_migration_on = _parse_next_migration_on(d.pop("next_migration_on"))


        parts = []
        _parts = d.pop("parts")
        for parts_item_data in (_parts):
            parts_item = Party(parts_item_data)



            parts.append(parts_item)


        reference = d.pop("reference")

        state = ProjectState(d.pop("state"))




        waves = []
        _waves = d.pop("waves")
        for waves_item_data in (_waves):
            waves_item = Wave.from_dict(waves_item_data)



            waves.append(waves_item)


        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        whole_change = cls(
            brytpunkt_on=brytpunkt_on,
            deadlines=deadlines,
            flow=flow,
            id=id,
            name=name,
            next_migration_on=next_migration_on,
            parts=parts,
            reference=reference,
            state=state,
            waves=waves,
            allowed_actions=allowed_actions,
        )


        whole_change.additional_properties = d
        return whole_change

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
