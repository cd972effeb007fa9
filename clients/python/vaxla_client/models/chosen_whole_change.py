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





T = TypeVar("T", bound="ChosenWholeChange")



@_attrs_define
class ChosenWholeChange:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset): None here: what is yours to do stands in the portal.
            brytpunkt_on (datetime.date | None | Unset):
            deadlines (list[DeadlineOut] | Unset):
            flow (Flow | Unset): I when migration terms bind the outgoing operator; II when nothing does.
            id (UUID | Unset):
            name (str | Unset):
            next_migration_on (datetime.date | None | Unset):
            parts (list[Party] | Unset):
            reference (str | Unset):
            state (ProjectState | Unset): Where a project stands; in brackets the steps.
            waves (list[Wave] | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    brytpunkt_on: datetime.date | None | Unset = UNSET
    deadlines: list[DeadlineOut] | Unset = UNSET
    flow: Flow | Unset = UNSET
    id: UUID | Unset = UNSET
    name: str | Unset = UNSET
    next_migration_on: datetime.date | None | Unset = UNSET
    parts: list[Party] | Unset = UNSET
    reference: str | Unset = UNSET
    state: ProjectState | Unset = UNSET
    waves: list[Wave] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.deadline_out import DeadlineOut # noqa: PLC0415
        from ..models.wave import Wave # noqa: PLC0415
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        brytpunkt_on: None | str | Unset
        if isinstance(self.brytpunkt_on, Unset):
            brytpunkt_on = UNSET
        elif isinstance(self.brytpunkt_on, datetime.date):
            brytpunkt_on = self.brytpunkt_on.isoformat()
        else:
            brytpunkt_on = self.brytpunkt_on

        deadlines: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.deadlines, Unset):
            deadlines = []
            for deadlines_item_data in self.deadlines:
                deadlines_item = deadlines_item_data.to_dict()
                deadlines.append(deadlines_item)



        flow: str | Unset = UNSET
        if not isinstance(self.flow, Unset):
            flow = self.flow.value


        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        name = self.name

        next_migration_on: None | str | Unset
        if isinstance(self.next_migration_on, Unset):
            next_migration_on = UNSET
        elif isinstance(self.next_migration_on, datetime.date):
            next_migration_on = self.next_migration_on.isoformat()
        else:
            next_migration_on = self.next_migration_on

        parts: list[str] | Unset = UNSET
        if not isinstance(self.parts, Unset):
            parts = []
            for parts_item_data in self.parts:
                parts_item = parts_item_data.value
                parts.append(parts_item)



        reference = self.reference

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value


        waves: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.waves, Unset):
            waves = []
            for waves_item_data in self.waves:
                waves_item = waves_item_data.to_dict()
                waves.append(waves_item)




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if brytpunkt_on is not UNSET:
            field_dict["brytpunkt_on"] = brytpunkt_on
        if deadlines is not UNSET:
            field_dict["deadlines"] = deadlines
        if flow is not UNSET:
            field_dict["flow"] = flow
        if id is not UNSET:
            field_dict["id"] = id
        if name is not UNSET:
            field_dict["name"] = name
        if next_migration_on is not UNSET:
            field_dict["next_migration_on"] = next_migration_on
        if parts is not UNSET:
            field_dict["parts"] = parts
        if reference is not UNSET:
            field_dict["reference"] = reference
        if state is not UNSET:
            field_dict["state"] = state
        if waves is not UNSET:
            field_dict["waves"] = waves

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.deadline_out import DeadlineOut # noqa: PLC0415
        from ..models.wave import Wave # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        def _parse_brytpunkt_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                brytpunkt_on_type_0 = datetime.date.fromisoformat(data)



                return brytpunkt_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        brytpunkt_on = _parse_brytpunkt_on(d.pop("brytpunkt_on", UNSET))


        _deadlines = d.pop("deadlines", UNSET)
        deadlines: list[DeadlineOut] | Unset = UNSET
        if _deadlines is not UNSET:
            deadlines = []
            for deadlines_item_data in _deadlines:
                deadlines_item = DeadlineOut.from_dict(deadlines_item_data)



                deadlines.append(deadlines_item)


        _flow = d.pop("flow", UNSET)
        flow: Flow | Unset
        if isinstance(_flow,  Unset):
            flow = UNSET
        else:
            flow = Flow(_flow)




        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        name = d.pop("name", UNSET)

        def _parse_next_migration_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_migration_on_type_0 = datetime.date.fromisoformat(data)



                return next_migration_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        next_migration_on = _parse_next_migration_on(d.pop("next_migration_on", UNSET))


        _parts = d.pop("parts", UNSET)
        parts: list[Party] | Unset = UNSET
        if _parts is not UNSET:
            parts = []
            for parts_item_data in _parts:
                parts_item = Party(parts_item_data)



                parts.append(parts_item)


        reference = d.pop("reference", UNSET)

        _state = d.pop("state", UNSET)
        state: ProjectState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = ProjectState(_state)




        _waves = d.pop("waves", UNSET)
        waves: list[Wave] | Unset = UNSET
        if _waves is not UNSET:
            waves = []
            for waves_item_data in _waves:
                waves_item = Wave.from_dict(waves_item_data)



                waves.append(waves_item)


        chosen_whole_change = cls(
            allowed_actions=allowed_actions,
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
        )


        chosen_whole_change.additional_properties = d
        return chosen_whole_change

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
