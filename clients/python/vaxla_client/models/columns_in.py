from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.sheet_in import SheetIn





T = TypeVar("T", bound="ColumnsIn")



@_attrs_define
class ColumnsIn:
    """ The sheets that are to be read otherwise; the others are read as they were.

        Attributes:
            sheets (list[SheetIn]):
     """

    sheets: list[SheetIn]





    def to_dict(self) -> dict[str, Any]:
        from ..models.sheet_in import SheetIn # noqa: PLC0415
        sheets = []
        for sheets_item_data in self.sheets:
            sheets_item = sheets_item_data.to_dict()
            sheets.append(sheets_item)




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "sheets": sheets,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sheet_in import SheetIn # noqa: PLC0415
        d = dict(src_dict)
        sheets = []
        _sheets = d.pop("sheets")
        for sheets_item_data in (_sheets):
            sheets_item = SheetIn.from_dict(sheets_item_data)



            sheets.append(sheets_item)


        columns_in = cls(
            sheets=sheets,
        )

        return columns_in

