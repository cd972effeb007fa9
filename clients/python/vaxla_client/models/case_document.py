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






T = TypeVar("T", bound="CaseDocument")



@_attrs_define
class CaseDocument:
    """ A file that lies with a case. It stands as it came, so nothing can be done with it but to fetch it.

        Attributes:
            at (datetime.datetime):
            by (str):
            case_id (UUID):
            id (UUID):
            is_shared (bool): The customer sees it too.
            is_yours (bool): Left by a partner; else shared by the operator.
            media_type (str):
            name (str):
            note (str):
            size (int): Bytes.
            allowed_actions (list[str] | Unset):
     """

    at: datetime.datetime
    by: str
    case_id: UUID
    id: UUID
    is_shared: bool
    is_yours: bool
    media_type: str
    name: str
    note: str
    size: int
    allowed_actions: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        by = self.by

        case_id = str(self.case_id)

        id = str(self.id)

        is_shared = self.is_shared

        is_yours = self.is_yours

        media_type = self.media_type

        name = self.name

        note = self.note

        size = self.size

        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "at": at,
            "by": by,
            "case_id": case_id,
            "id": id,
            "is_shared": is_shared,
            "is_yours": is_yours,
            "media_type": media_type,
            "name": name,
            "note": note,
            "size": size,
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))




        by = d.pop("by")

        case_id = UUID(d.pop("case_id"))




        id = UUID(d.pop("id"))




        is_shared = d.pop("is_shared")

        is_yours = d.pop("is_yours")

        media_type = d.pop("media_type")

        name = d.pop("name")

        note = d.pop("note")

        size = d.pop("size")

        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        case_document = cls(
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
            allowed_actions=allowed_actions,
        )


        case_document.additional_properties = d
        return case_document

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
