from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.data_change_change import DataChangeChange
from ..models.data_change_kind import DataChangeKind
from typing import cast

if TYPE_CHECKING:
  from ..models.field_change import FieldChange





T = TypeVar("T", bound="DataChange")



@_attrs_define
class DataChange:
    """ One user, answer group or series that comes, goes or is not the same; `fields` for changed users.

        Attributes:
            change (DataChangeChange):
            fields (list[FieldChange]):
            kind (DataChangeKind):
            name (str):
            row (int | None): As in the margin of the newer file.
     """

    change: DataChangeChange
    fields: list[FieldChange]
    kind: DataChangeKind
    name: str
    row: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.field_change import FieldChange # noqa: PLC0415
        change = self.change.value

        fields = []
        for fields_item_data in self.fields:
            fields_item = fields_item_data.to_dict()
            fields.append(fields_item)



        kind = self.kind.value

        name = self.name

        row: int | None
        row = self.row


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "change": change,
            "fields": fields,
            "kind": kind,
            "name": name,
            "row": row,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.field_change import FieldChange # noqa: PLC0415
        d = dict(src_dict)
        change = DataChangeChange(d.pop("change"))




        fields = []
        _fields = d.pop("fields")
        for fields_item_data in (_fields):
            fields_item = FieldChange.from_dict(fields_item_data)



            fields.append(fields_item)


        kind = DataChangeKind(d.pop("kind"))




        name = d.pop("name")

        def _parse_row(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        row = _parse_row(d.pop("row"))


        data_change = cls(
            change=change,
            fields=fields,
            kind=kind,
            name=name,
            row=row,
        )


        data_change.additional_properties = d
        return data_change

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
