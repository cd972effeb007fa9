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






T = TypeVar("T", bound="Change")



@_attrs_define
class Change:
    """ A change of operator that you are a party to.

        Attributes:
            brytpunkt_on (datetime.date | None):
            flow (Flow): I when migration terms bind the outgoing operator; II when nothing does.
            id (UUID):
            name (str):
            next_migration_on (datetime.date | None):
            parts (list[Party]):
            reference (str):
            state (ProjectState): Where a project stands; in brackets the steps.
            allowed_actions (list[str] | Unset): None here: what is yours to do stands in the portal.
     """

    brytpunkt_on: datetime.date | None
    flow: Flow
    id: UUID
    name: str
    next_migration_on: datetime.date | None
    parts: list[Party]
    reference: str
    state: ProjectState
    allowed_actions: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        brytpunkt_on: None | str
        if isinstance(self.brytpunkt_on, datetime.date):
            brytpunkt_on = self.brytpunkt_on.isoformat()
        else:
            brytpunkt_on = self.brytpunkt_on

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

        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "brytpunkt_on": brytpunkt_on,
            "flow": flow,
            "id": id,
            "name": name,
            "next_migration_on": next_migration_on,
            "parts": parts,
            "reference": reference,
            "state": state,
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
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




        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        change = cls(
            brytpunkt_on=brytpunkt_on,
            flow=flow,
            id=id,
            name=name,
            next_migration_on=next_migration_on,
            parts=parts,
            reference=reference,
            state=state,
            allowed_actions=allowed_actions,
        )


        change.additional_properties = d
        return change

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
