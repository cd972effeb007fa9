from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.data_state import DataState
from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="DataVersion")



@_attrs_define
class DataVersion:
    """ One version of the lists. `clean` holds once the customer has signed it off; `faulty` holds no rows.

        Attributes:
            allowed_actions (list[str]):
            case_id (UUID):
            errors (int):
            filename (str):
            groups (int):
            id (UUID):
            number (int):
            numbers (int): Different numbers of users and groups.
            series (int):
            signed_at (datetime.datetime | None):
            signed_by (str):
            state (DataState): A version of the customer's data (CU-03).
            uploaded_at (datetime.datetime):
            uploaded_by (str):
            users (int):
            warnings (int):
     """

    allowed_actions: list[str]
    case_id: UUID
    errors: int
    filename: str
    groups: int
    id: UUID
    number: int
    numbers: int
    series: int
    signed_at: datetime.datetime | None
    signed_by: str
    state: DataState
    uploaded_at: datetime.datetime
    uploaded_by: str
    users: int
    warnings: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        allowed_actions = self.allowed_actions



        case_id = str(self.case_id)

        errors = self.errors

        filename = self.filename

        groups = self.groups

        id = str(self.id)

        number = self.number

        numbers = self.numbers

        series = self.series

        signed_at: None | str
        if isinstance(self.signed_at, datetime.datetime):
            signed_at = self.signed_at.isoformat()
        else:
            signed_at = self.signed_at

        signed_by = self.signed_by

        state = self.state.value

        uploaded_at = self.uploaded_at.isoformat()

        uploaded_by = self.uploaded_by

        users = self.users

        warnings = self.warnings


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "allowed_actions": allowed_actions,
            "case_id": case_id,
            "errors": errors,
            "filename": filename,
            "groups": groups,
            "id": id,
            "number": number,
            "numbers": numbers,
            "series": series,
            "signed_at": signed_at,
            "signed_by": signed_by,
            "state": state,
            "uploaded_at": uploaded_at,
            "uploaded_by": uploaded_by,
            "users": users,
            "warnings": warnings,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        case_id = UUID(d.pop("case_id"))




        errors = d.pop("errors")

        filename = d.pop("filename")

        groups = d.pop("groups")

        id = UUID(d.pop("id"))




        number = d.pop("number")

        numbers = d.pop("numbers")

        series = d.pop("series")

        def _parse_signed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                signed_at_type_0 = datetime.datetime.fromisoformat(data)



                return signed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        signed_at = _parse_signed_at(d.pop("signed_at"))


        signed_by = d.pop("signed_by")

        state = DataState(d.pop("state"))




        uploaded_at = datetime.datetime.fromisoformat(d.pop("uploaded_at"))




        uploaded_by = d.pop("uploaded_by")

        users = d.pop("users")

        warnings = d.pop("warnings")

        data_version = cls(
            allowed_actions=allowed_actions,
            case_id=case_id,
            errors=errors,
            filename=filename,
            groups=groups,
            id=id,
            number=number,
            numbers=numbers,
            series=series,
            signed_at=signed_at,
            signed_by=signed_by,
            state=state,
            uploaded_at=uploaded_at,
            uploaded_by=uploaded_by,
            users=users,
            warnings=warnings,
        )


        data_version.additional_properties = d
        return data_version

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
