from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.severity import Severity
from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="ChosenDataIssue")



@_attrs_define
class ChosenDataIssue:
    """ What was chosen by `fields`.

        Attributes:
            code (str | Unset):
            column (str | Unset): The letter over the column.
            field (str | Unset): What the column was read as.
            heading (str | Unset):
            place (int | None | Unset):
            row (int | None | Unset): As in the margin of the file.
            severity (Severity | Unset): An error must be mended before the data can be used; a warning should be looked at.
            sheet (str | Unset):
            text (str | Unset):
            value (str | Unset):
     """

    code: str | Unset = UNSET
    column: str | Unset = UNSET
    field: str | Unset = UNSET
    heading: str | Unset = UNSET
    place: int | None | Unset = UNSET
    row: int | None | Unset = UNSET
    severity: Severity | Unset = UNSET
    sheet: str | Unset = UNSET
    text: str | Unset = UNSET
    value: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        code = self.code

        column = self.column

        field = self.field

        heading = self.heading

        place: int | None | Unset
        if isinstance(self.place, Unset):
            place = UNSET
        else:
            place = self.place

        row: int | None | Unset
        if isinstance(self.row, Unset):
            row = UNSET
        else:
            row = self.row

        severity: str | Unset = UNSET
        if not isinstance(self.severity, Unset):
            severity = self.severity.value


        sheet = self.sheet

        text = self.text

        value = self.value


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if code is not UNSET:
            field_dict["code"] = code
        if column is not UNSET:
            field_dict["column"] = column
        if field is not UNSET:
            field_dict["field"] = field
        if heading is not UNSET:
            field_dict["heading"] = heading
        if place is not UNSET:
            field_dict["place"] = place
        if row is not UNSET:
            field_dict["row"] = row
        if severity is not UNSET:
            field_dict["severity"] = severity
        if sheet is not UNSET:
            field_dict["sheet"] = sheet
        if text is not UNSET:
            field_dict["text"] = text
        if value is not UNSET:
            field_dict["value"] = value

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code", UNSET)

        column = d.pop("column", UNSET)

        field = d.pop("field", UNSET)

        heading = d.pop("heading", UNSET)

        def _parse_place(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        place = _parse_place(d.pop("place", UNSET))


        def _parse_row(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        row = _parse_row(d.pop("row", UNSET))


        _severity = d.pop("severity", UNSET)
        severity: Severity | Unset
        if isinstance(_severity,  Unset):
            severity = UNSET
        else:
            severity = Severity(_severity)




        sheet = d.pop("sheet", UNSET)

        text = d.pop("text", UNSET)

        value = d.pop("value", UNSET)

        chosen_data_issue = cls(
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


        chosen_data_issue.additional_properties = d
        return chosen_data_issue

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
