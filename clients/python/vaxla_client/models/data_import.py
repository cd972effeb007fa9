from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID






T = TypeVar("T", bound="DataImport")



@_attrs_define
class DataImport:
    """ A large file on its way. It has ended when `ended` says so; then `version_number` or `refusal` says how.

        Attributes:
            allowed_actions (list[str]):
            cancelled_by (str):
            case_id (UUID):
            ended (bool):
            filename (str):
            id (UUID):
            refusal (str): why nothing came of it
            rows_checked (int):
            rows_expected (int):
            rows_read (int):
            rows_stored (int):
            version_number (int | None):
     """

    allowed_actions: list[str]
    cancelled_by: str
    case_id: UUID
    ended: bool
    filename: str
    id: UUID
    refusal: str
    rows_checked: int
    rows_expected: int
    rows_read: int
    rows_stored: int
    version_number: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        allowed_actions = self.allowed_actions



        cancelled_by = self.cancelled_by

        case_id = str(self.case_id)

        ended = self.ended

        filename = self.filename

        id = str(self.id)

        refusal = self.refusal

        rows_checked = self.rows_checked

        rows_expected = self.rows_expected

        rows_read = self.rows_read

        rows_stored = self.rows_stored

        version_number: int | None
        version_number = self.version_number


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "allowed_actions": allowed_actions,
            "cancelled_by": cancelled_by,
            "case_id": case_id,
            "ended": ended,
            "filename": filename,
            "id": id,
            "refusal": refusal,
            "rows_checked": rows_checked,
            "rows_expected": rows_expected,
            "rows_read": rows_read,
            "rows_stored": rows_stored,
            "version_number": version_number,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        cancelled_by = d.pop("cancelled_by")

        case_id = UUID(d.pop("case_id"))




        ended = d.pop("ended")

        filename = d.pop("filename")

        id = UUID(d.pop("id"))




        refusal = d.pop("refusal")

        rows_checked = d.pop("rows_checked")

        rows_expected = d.pop("rows_expected")

        rows_read = d.pop("rows_read")

        rows_stored = d.pop("rows_stored")

        def _parse_version_number(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        version_number = _parse_version_number(d.pop("version_number"))


        data_import = cls(
            allowed_actions=allowed_actions,
            cancelled_by=cancelled_by,
            case_id=case_id,
            ended=ended,
            filename=filename,
            id=id,
            refusal=refusal,
            rows_checked=rows_checked,
            rows_expected=rows_expected,
            rows_read=rows_read,
            rows_stored=rows_stored,
            version_number=version_number,
        )


        data_import.additional_properties = d
        return data_import

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
