from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
  from ..models.list_sheet import ListSheet





T = TypeVar("T", bound="ChosenListColumns")



@_attrs_define
class ChosenListColumns:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            sheets (list[ListSheet] | Unset):
            version_id (UUID | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    sheets: list[ListSheet] | Unset = UNSET
    version_id: UUID | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.list_sheet import ListSheet # noqa: PLC0415
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        sheets: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.sheets, Unset):
            sheets = []
            for sheets_item_data in self.sheets:
                sheets_item = sheets_item_data.to_dict()
                sheets.append(sheets_item)



        version_id: str | Unset = UNSET
        if not isinstance(self.version_id, Unset):
            version_id = str(self.version_id)


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if sheets is not UNSET:
            field_dict["sheets"] = sheets
        if version_id is not UNSET:
            field_dict["version_id"] = version_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_sheet import ListSheet # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        _sheets = d.pop("sheets", UNSET)
        sheets: list[ListSheet] | Unset = UNSET
        if _sheets is not UNSET:
            sheets = []
            for sheets_item_data in _sheets:
                sheets_item = ListSheet.from_dict(sheets_item_data)



                sheets.append(sheets_item)


        _version_id = d.pop("version_id", UNSET)
        version_id: UUID | Unset
        if isinstance(_version_id,  Unset):
            version_id = UNSET
        else:
            version_id = UUID(_version_id)




        chosen_list_columns = cls(
            allowed_actions=allowed_actions,
            sheets=sheets,
            version_id=version_id,
        )


        chosen_list_columns.additional_properties = d
        return chosen_list_columns

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
