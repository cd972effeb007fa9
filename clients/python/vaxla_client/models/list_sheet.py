from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sheet_kind import SheetKind
from typing import cast

if TYPE_CHECKING:
  from ..models.list_column import ListColumn





T = TypeVar("T", bound="ListSheet")



@_attrs_define
class ListSheet:
    """ A sheet as it was read; `kind` is null for one that is no list. Row 0: the data begin at the top.

        Attributes:
            columns (list[ListColumn]):
            header_row (int):
            is_unsure (bool): Guessed from few headings: look at it.
            kind (None | SheetKind):
            sheet (str):
     """

    columns: list[ListColumn]
    header_row: int
    is_unsure: bool
    kind: None | SheetKind
    sheet: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.list_column import ListColumn # noqa: PLC0415
        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.to_dict()
            columns.append(columns_item)



        header_row = self.header_row

        is_unsure = self.is_unsure

        kind: None | str
        if isinstance(self.kind, SheetKind):
            kind = self.kind.value
        else:
            kind = self.kind

        sheet = self.sheet


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "columns": columns,
            "header_row": header_row,
            "is_unsure": is_unsure,
            "kind": kind,
            "sheet": sheet,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.list_column import ListColumn # noqa: PLC0415
        d = dict(src_dict)
        columns = []
        _columns = d.pop("columns")
        for columns_item_data in (_columns):
            columns_item = ListColumn.from_dict(columns_item_data)



            columns.append(columns_item)


        header_row = d.pop("header_row")

        is_unsure = d.pop("is_unsure")

        def _parse_kind(data: object) -> None | SheetKind:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = SheetKind(data)



                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SheetKind, data)

        kind = _parse_kind(d.pop("kind"))


        sheet = d.pop("sheet")

        list_sheet = cls(
            columns=columns,
            header_row=header_row,
            is_unsure=is_unsure,
            kind=kind,
            sheet=sheet,
        )


        list_sheet.additional_properties = d
        return list_sheet

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
