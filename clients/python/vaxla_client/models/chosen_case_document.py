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






T = TypeVar("T", bound="ChosenCaseDocument")



@_attrs_define
class ChosenCaseDocument:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            at (datetime.datetime | Unset):
            by (str | Unset):
            case_id (UUID | Unset):
            id (UUID | Unset):
            is_shared (bool | Unset): The customer sees it too.
            is_yours (bool | Unset): Left by a partner; else shared by the operator.
            media_type (str | Unset):
            name (str | Unset):
            note (str | Unset):
            size (int | Unset): Bytes.
     """

    allowed_actions: list[str] | Unset = UNSET
    at: datetime.datetime | Unset = UNSET
    by: str | Unset = UNSET
    case_id: UUID | Unset = UNSET
    id: UUID | Unset = UNSET
    is_shared: bool | Unset = UNSET
    is_yours: bool | Unset = UNSET
    media_type: str | Unset = UNSET
    name: str | Unset = UNSET
    note: str | Unset = UNSET
    size: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        at: str | Unset = UNSET
        if not isinstance(self.at, Unset):
            at = self.at.isoformat()

        by = self.by

        case_id: str | Unset = UNSET
        if not isinstance(self.case_id, Unset):
            case_id = str(self.case_id)

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        is_shared = self.is_shared

        is_yours = self.is_yours

        media_type = self.media_type

        name = self.name

        note = self.note

        size = self.size


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if at is not UNSET:
            field_dict["at"] = at
        if by is not UNSET:
            field_dict["by"] = by
        if case_id is not UNSET:
            field_dict["case_id"] = case_id
        if id is not UNSET:
            field_dict["id"] = id
        if is_shared is not UNSET:
            field_dict["is_shared"] = is_shared
        if is_yours is not UNSET:
            field_dict["is_yours"] = is_yours
        if media_type is not UNSET:
            field_dict["media_type"] = media_type
        if name is not UNSET:
            field_dict["name"] = name
        if note is not UNSET:
            field_dict["note"] = note
        if size is not UNSET:
            field_dict["size"] = size

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        _at = d.pop("at", UNSET)
        at: datetime.datetime | Unset
        if isinstance(_at,  Unset):
            at = UNSET
        else:
            at = datetime.datetime.fromisoformat(_at)




        by = d.pop("by", UNSET)

        _case_id = d.pop("case_id", UNSET)
        case_id: UUID | Unset
        if isinstance(_case_id,  Unset):
            case_id = UNSET
        else:
            case_id = UUID(_case_id)




        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        is_shared = d.pop("is_shared", UNSET)

        is_yours = d.pop("is_yours", UNSET)

        media_type = d.pop("media_type", UNSET)

        name = d.pop("name", UNSET)

        note = d.pop("note", UNSET)

        size = d.pop("size", UNSET)

        chosen_case_document = cls(
            allowed_actions=allowed_actions,
            at=at,
            by=by,
            case_id=case_id,
            id=id,
            is_shared=is_shared,
            is_yours=is_yours,
            media_type=media_type,
            name=name,
            note=note,
            size=size,
        )


        chosen_case_document.additional_properties = d
        return chosen_case_document

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
