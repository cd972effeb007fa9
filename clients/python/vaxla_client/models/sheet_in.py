from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sheet_kind import SheetKind
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.column_in import ColumnIn





T = TypeVar("T", bound="SheetIn")



@_attrs_define
class SheetIn:
    """ What a sheet lists (null: nothing of ours), in which row its headings stand (0: it has none), its columns.

    A column that is left out is not read.

        Attributes:
            columns (list[ColumnIn]):
            kind (None | SheetKind):
            sheet (str):
            header_row (int | Unset):  Default: 1.
     """

    columns: list[ColumnIn]
    kind: None | SheetKind
    sheet: str
    header_row: int | Unset = 1





    def to_dict(self) -> dict[str, Any]:
        from ..models.column_in import ColumnIn # noqa: PLC0415
        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.to_dict()
            columns.append(columns_item)



        kind: None | str
        if isinstance(self.kind, SheetKind):
            kind = self.kind.value
        else:
            kind = self.kind

        sheet = self.sheet

        header_row = self.header_row


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "columns": columns,
            "kind": kind,
            "sheet": sheet,
        })
        if header_row is not UNSET:
            field_dict["header_row"] = header_row

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.column_in import ColumnIn # noqa: PLC0415
        d = dict(src_dict)
        columns = []
        _columns = d.pop("columns")
        for columns_item_data in (_columns):
            columns_item = ColumnIn.from_dict(columns_item_data)



            columns.append(columns_item)


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

        header_row = d.pop("header_row", UNSET)

        sheet_in = cls(
            columns=columns,
            kind=kind,
            sheet=sheet,
            header_row=header_row,
        )

        return sheet_in

