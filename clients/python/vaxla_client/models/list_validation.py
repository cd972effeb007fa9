from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.data_issue import DataIssue





T = TypeVar("T", bound="ListValidation")



@_attrs_define
class ListValidation:
    """ What lists would meet. At most a thousand findings, errors first.

        Attributes:
            compared_with (int | None): The number of the version whose users they are compared with.
            errors (int):
            groups (int):
            issues (list[DataIssue]):
            numbers (int):
            ok (bool): Whether they could be signed off.
            series (int):
            users (int):
            users_added (int):
            users_changed (int):
            users_removed (int):
            warnings (int):
     """

    compared_with: int | None
    errors: int
    groups: int
    issues: list[DataIssue]
    numbers: int
    ok: bool
    series: int
    users: int
    users_added: int
    users_changed: int
    users_removed: int
    warnings: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.data_issue import DataIssue # noqa: PLC0415
        compared_with: int | None
        compared_with = self.compared_with

        errors = self.errors

        groups = self.groups

        issues = []
        for issues_item_data in self.issues:
            issues_item = issues_item_data.to_dict()
            issues.append(issues_item)



        numbers = self.numbers

        ok = self.ok

        series = self.series

        users = self.users

        users_added = self.users_added

        users_changed = self.users_changed

        users_removed = self.users_removed

        warnings = self.warnings


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "compared_with": compared_with,
            "errors": errors,
            "groups": groups,
            "issues": issues,
            "numbers": numbers,
            "ok": ok,
            "series": series,
            "users": users,
            "users_added": users_added,
            "users_changed": users_changed,
            "users_removed": users_removed,
            "warnings": warnings,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.data_issue import DataIssue # noqa: PLC0415
        d = dict(src_dict)
        def _parse_compared_with(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        compared_with = _parse_compared_with(d.pop("compared_with"))


        errors = d.pop("errors")

        groups = d.pop("groups")

        issues = []
        _issues = d.pop("issues")
        for issues_item_data in (_issues):
            issues_item = DataIssue.from_dict(issues_item_data)



            issues.append(issues_item)


        numbers = d.pop("numbers")

        ok = d.pop("ok")

        series = d.pop("series")

        users = d.pop("users")

        users_added = d.pop("users_added")

        users_changed = d.pop("users_changed")

        users_removed = d.pop("users_removed")

        warnings = d.pop("warnings")

        list_validation = cls(
            compared_with=compared_with,
            errors=errors,
            groups=groups,
            issues=issues,
            numbers=numbers,
            ok=ok,
            series=series,
            users=users,
            users_added=users_added,
            users_changed=users_changed,
            users_removed=users_removed,
            warnings=warnings,
        )


        list_validation.additional_properties = d
        return list_validation

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
