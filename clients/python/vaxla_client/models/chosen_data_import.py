from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID






T = TypeVar("T", bound="ChosenDataImport")



@_attrs_define
class ChosenDataImport:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            cancelled_by (str | Unset):
            case_id (UUID | Unset):
            ended (bool | Unset):
            filename (str | Unset):
            id (UUID | Unset):
            refusal (str | Unset): why nothing came of it
            rows_checked (int | Unset):
            rows_expected (int | Unset):
            rows_read (int | Unset):
            rows_stored (int | Unset):
            version_number (int | None | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    cancelled_by: str | Unset = UNSET
    case_id: UUID | Unset = UNSET
    ended: bool | Unset = UNSET
    filename: str | Unset = UNSET
    id: UUID | Unset = UNSET
    refusal: str | Unset = UNSET
    rows_checked: int | Unset = UNSET
    rows_expected: int | Unset = UNSET
    rows_read: int | Unset = UNSET
    rows_stored: int | Unset = UNSET
    version_number: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        cancelled_by = self.cancelled_by

        case_id: str | Unset = UNSET
        if not isinstance(self.case_id, Unset):
            case_id = str(self.case_id)

        ended = self.ended

        filename = self.filename

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        refusal = self.refusal

        rows_checked = self.rows_checked

        rows_expected = self.rows_expected

        rows_read = self.rows_read

        rows_stored = self.rows_stored

        version_number: int | None | Unset
        if isinstance(self.version_number, Unset):
            version_number = UNSET
        else:
            version_number = self.version_number


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if cancelled_by is not UNSET:
            field_dict["cancelled_by"] = cancelled_by
        if case_id is not UNSET:
            field_dict["case_id"] = case_id
        if ended is not UNSET:
            field_dict["ended"] = ended
        if filename is not UNSET:
            field_dict["filename"] = filename
        if id is not UNSET:
            field_dict["id"] = id
        if refusal is not UNSET:
            field_dict["refusal"] = refusal
        if rows_checked is not UNSET:
            field_dict["rows_checked"] = rows_checked
        if rows_expected is not UNSET:
            field_dict["rows_expected"] = rows_expected
        if rows_read is not UNSET:
            field_dict["rows_read"] = rows_read
        if rows_stored is not UNSET:
            field_dict["rows_stored"] = rows_stored
        if version_number is not UNSET:
            field_dict["version_number"] = version_number

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        cancelled_by = d.pop("cancelled_by", UNSET)

        _case_id = d.pop("case_id", UNSET)
        case_id: UUID | Unset
        if isinstance(_case_id,  Unset):
            case_id = UNSET
        else:
            case_id = UUID(_case_id)




        ended = d.pop("ended", UNSET)

        filename = d.pop("filename", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        refusal = d.pop("refusal", UNSET)

        rows_checked = d.pop("rows_checked", UNSET)

        rows_expected = d.pop("rows_expected", UNSET)

        rows_read = d.pop("rows_read", UNSET)

        rows_stored = d.pop("rows_stored", UNSET)

        def _parse_version_number(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        version_number = _parse_version_number(d.pop("version_number", UNSET))


        chosen_data_import = cls(
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


        chosen_data_import.additional_properties = d
        return chosen_data_import

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
