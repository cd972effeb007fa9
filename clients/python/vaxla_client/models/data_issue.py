from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.severity import Severity
from typing import cast






T = TypeVar("T", bound="DataIssue")



@_attrs_define
class DataIssue:
    """ A finding in a cell. `place` counts from 0 among the rows sent as JSON; null for a file.

        Attributes:
            code (str):
            column (str): The letter over the column.
            field (str): What the column was read as.
            heading (str):
            place (int | None):
            row (int | None): As in the margin of the file.
            severity (Severity): An error must be mended before the data can be used; a warning should be looked at.
            sheet (str):
            text (str):
            value (str):
     """

    code: str
    column: str
    field: str
    heading: str
    place: int | None
    row: int | None
    severity: Severity
    sheet: str
    text: str
    value: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        code = self.code

        column = self.column

        field = self.field

        heading = self.heading

        place: int | None
        place = self.place

        row: int | None
        row = self.row

        severity = self.severity.value

        sheet = self.sheet

        text = self.text

        value = self.value


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "code": code,
            "column": column,
            "field": field,
            "heading": heading,
            "place": place,
            "row": row,
            "severity": severity,
            "sheet": sheet,
            "text": text,
            "value": value,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        column = d.pop("column")

        field = d.pop("field")

        heading = d.pop("heading")

        def _parse_place(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        place = _parse_place(d.pop("place"))


        def _parse_row(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        row = _parse_row(d.pop("row"))


        severity = Severity(d.pop("severity"))




        sheet = d.pop("sheet")

        text = d.pop("text")

        value = d.pop("value")

        data_issue = cls(
            code=code,
            column=column,
            field=field,
            heading=heading,
            place=place,
            row=row,
            severity=severity,
            sheet=sheet,
            text=text,
            value=value,
        )


        data_issue.additional_properties = d
        return data_issue

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
