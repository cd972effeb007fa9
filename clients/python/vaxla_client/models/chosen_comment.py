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






T = TypeVar("T", bound="ChosenComment")



@_attrs_define
class ChosenComment:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            at (datetime.datetime | Unset):
            by (str | Unset):
            case_id (UUID | Unset):
            id (UUID | Unset):
            side (str | Unset): `partner` or `planner`
            text (str | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    at: datetime.datetime | Unset = UNSET
    by: str | Unset = UNSET
    case_id: UUID | Unset = UNSET
    id: UUID | Unset = UNSET
    side: str | Unset = UNSET
    text: str | Unset = UNSET
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

        side = self.side

        text = self.text


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
        if side is not UNSET:
            field_dict["side"] = side
        if text is not UNSET:
            field_dict["text"] = text

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




        side = d.pop("side", UNSET)

        text = d.pop("text", UNSET)

        chosen_comment = cls(
            allowed_actions=allowed_actions,
            at=at,
            by=by,
            case_id=case_id,
            id=id,
            side=side,
            text=text,
        )


        chosen_comment.additional_properties = d
        return chosen_comment

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
