from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.field import Field
from typing import cast






T = TypeVar("T", bound="ListColumn")



@_attrs_define
class ListColumn:
    """ A column of a sheet, and what it is read as; null for one that is not read.

        Attributes:
            column (str): The letter over it.
            examples (list[str]): Up to three different values below the heading.
            field (Field | None):
            heading (str):
     """

    column: str
    examples: list[str]
    field: Field | None
    heading: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        column = self.column

        examples = self.examples



        field: None | str
        if isinstance(self.field, Field):
            field = self.field.value
        else:
            field = self.field

        heading = self.heading


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "column": column,
            "examples": examples,
            "field": field,
            "heading": heading,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        column = d.pop("column")

        examples = cast(list[str], d.pop("examples"))


        def _parse_field(data: object) -> Field | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                field_type_0 = Field(data)



                return field_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Field | None, data)

        field = _parse_field(d.pop("field"))


        heading = d.pop("heading")

        list_column = cls(
            column=column,
            examples=examples,
            field=field,
            heading=heading,
        )


        list_column.additional_properties = d
        return list_column

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
