from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.data_state import DataState
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="ChosenDataVersion")



@_attrs_define
class ChosenDataVersion:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            case_id (UUID | Unset):
            errors (int | Unset):
            filename (str | Unset):
            groups (int | Unset):
            id (UUID | Unset):
            number (int | Unset):
            numbers (int | Unset): Different numbers of users and groups.
            series (int | Unset):
            signed_at (datetime.datetime | None | Unset):
            signed_by (str | Unset):
            state (DataState | Unset): A version of the customer's data (CU-03).
            uploaded_at (datetime.datetime | Unset):
            uploaded_by (str | Unset):
            users (int | Unset):
            warnings (int | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    case_id: UUID | Unset = UNSET
    errors: int | Unset = UNSET
    filename: str | Unset = UNSET
    groups: int | Unset = UNSET
    id: UUID | Unset = UNSET
    number: int | Unset = UNSET
    numbers: int | Unset = UNSET
    series: int | Unset = UNSET
    signed_at: datetime.datetime | None | Unset = UNSET
    signed_by: str | Unset = UNSET
    state: DataState | Unset = UNSET
    uploaded_at: datetime.datetime | Unset = UNSET
    uploaded_by: str | Unset = UNSET
    users: int | Unset = UNSET
    warnings: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        case_id: str | Unset = UNSET
        if not isinstance(self.case_id, Unset):
            case_id = str(self.case_id)

        errors = self.errors

        filename = self.filename

        groups = self.groups

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        number = self.number

        numbers = self.numbers

        series = self.series

        signed_at: None | str | Unset
        if isinstance(self.signed_at, Unset):
            signed_at = UNSET
        elif isinstance(self.signed_at, datetime.datetime):
            signed_at = self.signed_at.isoformat()
        else:
            signed_at = self.signed_at

        signed_by = self.signed_by

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value


        uploaded_at: str | Unset = UNSET
        if not isinstance(self.uploaded_at, Unset):
            uploaded_at = self.uploaded_at.isoformat()

        uploaded_by = self.uploaded_by

        users = self.users

        warnings = self.warnings


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if case_id is not UNSET:
            field_dict["case_id"] = case_id
        if errors is not UNSET:
            field_dict["errors"] = errors
        if filename is not UNSET:
            field_dict["filename"] = filename
        if groups is not UNSET:
            field_dict["groups"] = groups
        if id is not UNSET:
            field_dict["id"] = id
        if number is not UNSET:
            field_dict["number"] = number
        if numbers is not UNSET:
            field_dict["numbers"] = numbers
        if series is not UNSET:
            field_dict["series"] = series
        if signed_at is not UNSET:
            field_dict["signed_at"] = signed_at
        if signed_by is not UNSET:
            field_dict["signed_by"] = signed_by
        if state is not UNSET:
            field_dict["state"] = state
        if uploaded_at is not UNSET:
            field_dict["uploaded_at"] = uploaded_at
        if uploaded_by is not UNSET:
            field_dict["uploaded_by"] = uploaded_by
        if users is not UNSET:
            field_dict["users"] = users
        if warnings is not UNSET:
            field_dict["warnings"] = warnings

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        _case_id = d.pop("case_id", UNSET)
        case_id: UUID | Unset
        if isinstance(_case_id,  Unset):
            case_id = UNSET
        else:
            case_id = UUID(_case_id)




        errors = d.pop("errors", UNSET)

        filename = d.pop("filename", UNSET)

        groups = d.pop("groups", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        number = d.pop("number", UNSET)

        numbers = d.pop("numbers", UNSET)

        series = d.pop("series", UNSET)

        def _parse_signed_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                signed_at_type_0 = datetime.datetime.fromisoformat(data)



                return signed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        signed_at = _parse_signed_at(d.pop("signed_at", UNSET))


        signed_by = d.pop("signed_by", UNSET)

        _state = d.pop("state", UNSET)
        state: DataState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = DataState(_state)




        _uploaded_at = d.pop("uploaded_at", UNSET)
        uploaded_at: datetime.datetime | Unset
        if isinstance(_uploaded_at,  Unset):
            uploaded_at = UNSET
        else:
            uploaded_at = datetime.datetime.fromisoformat(_uploaded_at)




        uploaded_by = d.pop("uploaded_by", UNSET)

        users = d.pop("users", UNSET)

        warnings = d.pop("warnings", UNSET)

        chosen_data_version = cls(
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


        chosen_data_version.additional_properties = d
        return chosen_data_version

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
