from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.chosen_data_change_change import ChosenDataChangeChange
from ..models.chosen_data_change_kind import ChosenDataChangeKind
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.field_change import FieldChange





T = TypeVar("T", bound="ChosenDataChange")



@_attrs_define
class ChosenDataChange:
    """ What was chosen by `fields`.

        Attributes:
            change (ChosenDataChangeChange | Unset):
            fields (list[FieldChange] | Unset):
            kind (ChosenDataChangeKind | Unset):
            name (str | Unset):
            row (int | None | Unset): As in the margin of the newer file.
     """

    change: ChosenDataChangeChange | Unset = UNSET
    fields: list[FieldChange] | Unset = UNSET
    kind: ChosenDataChangeKind | Unset = UNSET
    name: str | Unset = UNSET
    row: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.field_change import FieldChange # noqa: PLC0415
        change: str | Unset = UNSET
        if not isinstance(self.change, Unset):
            change = self.change.value


        fields: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.fields, Unset):
            fields = []
            for fields_item_data in self.fields:
                fields_item = fields_item_data.to_dict()
                fields.append(fields_item)



        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value


        name = self.name

        row: int | None | Unset
        if isinstance(self.row, Unset):
            row = UNSET
        else:
            row = self.row


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if change is not UNSET:
            field_dict["change"] = change
        if fields is not UNSET:
            field_dict["fields"] = fields
        if kind is not UNSET:
            field_dict["kind"] = kind
        if name is not UNSET:
            field_dict["name"] = name
        if row is not UNSET:
            field_dict["row"] = row

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.field_change import FieldChange # noqa: PLC0415
        d = dict(src_dict)
        _change = d.pop("change", UNSET)
        change: ChosenDataChangeChange | Unset
        if isinstance(_change,  Unset):
            change = UNSET
        else:
            change = ChosenDataChangeChange(_change)




        _fields = d.pop("fields", UNSET)
        fields: list[FieldChange] | Unset = UNSET
        if _fields is not UNSET:
            fields = []
            for fields_item_data in _fields:
                fields_item = FieldChange.from_dict(fields_item_data)



                fields.append(fields_item)


        _kind = d.pop("kind", UNSET)
        kind: ChosenDataChangeKind | Unset
        if isinstance(_kind,  Unset):
            kind = UNSET
        else:
            kind = ChosenDataChangeKind(_kind)




        name = d.pop("name", UNSET)

        def _parse_row(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        row = _parse_row(d.pop("row", UNSET))


        chosen_data_change = cls(
            change=change,
            fields=fields,
            kind=kind,
            name=name,
            row=row,
        )


        chosen_data_change.additional_properties = d
        return chosen_data_change

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
