from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.field import Field






T = TypeVar("T", bound="ColumnIn")



@_attrs_define
class ColumnIn:
    """ What a column is.

        Attributes:
            column (str): The letter over it.
            field (Field): One thing that a column can hold.
     """

    column: str
    field: Field





    def to_dict(self) -> dict[str, Any]:
        column = self.column

        field = self.field.value


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "column": column,
            "field": field,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        column = d.pop("column")

        field = Field(d.pop("field"))




        column_in = cls(
            column=column,
            field=field,
        )

        return column_in

