from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID

if TYPE_CHECKING:
  from ..models.list_sheet import ListSheet





T = TypeVar("T", bound="ListColumns")



@_attrs_define
class ListColumns:
    """ Every sheet of a version's file.

        Attributes:
            allowed_actions (list[str]):
            sheets (list[ListSheet]):
            version_id (UUID):
     """

    allowed_actions: list[str]
    sheets: list[ListSheet]
    version_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.list_sheet import ListSheet # noqa: PLC0415
        allowed_actions = self.allowed_actions



        sheets = []
        for sheets_item_data in self.sheets:
            sheets_item = sheets_item_data.to_dict()
            sheets.append(sheets_item)



        version_id = str(self.version_id)


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "allowed_actions": allowed_actions,
            "sheets": sheets,
            "version_id": version_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_sheet import ListSheet # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        sheets = []
        _sheets = d.pop("sheets")
        for sheets_item_data in (_sheets):
            sheets_item = ListSheet.from_dict(sheets_item_data)



            sheets.append(sheets_item)


        version_id = UUID(d.pop("version_id"))




        list_columns = cls(
            allowed_actions=allowed_actions,
            sheets=sheets,
            version_id=version_id,
        )


        list_columns.additional_properties = d
        return list_columns

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
