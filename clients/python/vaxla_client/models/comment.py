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






T = TypeVar("T", bound="Comment")



@_attrs_define
class Comment:
    """ A comment. It stands as it was written, so nothing can be done with it.

        Attributes:
            at (datetime.datetime):
            by (str):
            case_id (UUID):
            id (UUID):
            side (str): `partner` or `planner`
            text (str):
            allowed_actions (list[str] | Unset):
     """

    at: datetime.datetime
    by: str
    case_id: UUID
    id: UUID
    side: str
    text: str
    allowed_actions: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        by = self.by

        case_id = str(self.case_id)

        id = str(self.id)

        side = self.side

        text = self.text

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
            "side": side,
            "text": text,
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




        side = d.pop("side")

        text = d.pop("text")

        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        comment = cls(
            at=at,
            by=by,
            case_id=case_id,
            id=id,
            side=side,
            text=text,
            allowed_actions=allowed_actions,
        )


        comment.additional_properties = d
        return comment

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
