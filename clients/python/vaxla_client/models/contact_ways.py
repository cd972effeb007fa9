from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="ContactWays")



@_attrs_define
class ContactWays:
    """ A version of them; the greatest holds. Version 0 says that none are set.

        Attributes:
            changed_at (datetime.datetime | None):
            changed_by (str):
            email (str):
            guidelines (str):
            urgent_phone (str):
            version (int):
            allowed_actions (list[str] | Unset):
     """

    changed_at: datetime.datetime | None
    changed_by: str
    email: str
    guidelines: str
    urgent_phone: str
    version: int
    allowed_actions: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        changed_at: None | str
        if isinstance(self.changed_at, datetime.datetime):
            changed_at = self.changed_at.isoformat()
        else:
            changed_at = self.changed_at

        changed_by = self.changed_by

        email = self.email

        guidelines = self.guidelines

        urgent_phone = self.urgent_phone

        version = self.version

        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "changed_at": changed_at,
            "changed_by": changed_by,
            "email": email,
            "guidelines": guidelines,
            "urgent_phone": urgent_phone,
            "version": version,
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_changed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                changed_at_type_0 = datetime.datetime.fromisoformat(data)



                return changed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        changed_at = _parse_changed_at(d.pop("changed_at"))


        changed_by = d.pop("changed_by")

        email = d.pop("email")

        guidelines = d.pop("guidelines")

        urgent_phone = d.pop("urgent_phone")

        version = d.pop("version")

        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        contact_ways = cls(
            changed_at=changed_at,
            changed_by=changed_by,
            email=email,
            guidelines=guidelines,
            urgent_phone=urgent_phone,
            version=version,
            allowed_actions=allowed_actions,
        )


        contact_ways.additional_properties = d
        return contact_ways

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
