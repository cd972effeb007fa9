from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="ChosenContactWays")



@_attrs_define
class ChosenContactWays:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            changed_at (datetime.datetime | None | Unset):
            changed_by (str | Unset):
            email (str | Unset):
            guidelines (str | Unset):
            urgent_phone (str | Unset):
            version (int | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    changed_at: datetime.datetime | None | Unset = UNSET
    changed_by: str | Unset = UNSET
    email: str | Unset = UNSET
    guidelines: str | Unset = UNSET
    urgent_phone: str | Unset = UNSET
    version: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        changed_at: None | str | Unset
        if isinstance(self.changed_at, Unset):
            changed_at = UNSET
        elif isinstance(self.changed_at, datetime.datetime):
            changed_at = self.changed_at.isoformat()
        else:
            changed_at = self.changed_at

        changed_by = self.changed_by

        email = self.email

        guidelines = self.guidelines

        urgent_phone = self.urgent_phone

        version = self.version


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if changed_at is not UNSET:
            field_dict["changed_at"] = changed_at
        if changed_by is not UNSET:
            field_dict["changed_by"] = changed_by
        if email is not UNSET:
            field_dict["email"] = email
        if guidelines is not UNSET:
            field_dict["guidelines"] = guidelines
        if urgent_phone is not UNSET:
            field_dict["urgent_phone"] = urgent_phone
        if version is not UNSET:
            field_dict["version"] = version

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        def _parse_changed_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                changed_at_type_0 = datetime.datetime.fromisoformat(data)



                return changed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        changed_at = _parse_changed_at(d.pop("changed_at", UNSET))


        changed_by = d.pop("changed_by", UNSET)

        email = d.pop("email", UNSET)

        guidelines = d.pop("guidelines", UNSET)

        urgent_phone = d.pop("urgent_phone", UNSET)

        version = d.pop("version", UNSET)

        chosen_contact_ways = cls(
            allowed_actions=allowed_actions,
            changed_at=changed_at,
            changed_by=changed_by,
            email=email,
            guidelines=guidelines,
            urgent_phone=urgent_phone,
            version=version,
        )


        chosen_contact_ways.additional_properties = d
        return chosen_contact_ways

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
