from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from uuid import UUID






T = TypeVar("T", bound="PlayedSignOff")



@_attrs_define
class PlayedSignOff:
    """ Which version of which case's lists.

        Attributes:
            case_id (UUID):
            version_id (UUID):
            default_donor (str | Unset): For numbers that name no operator we know. Default: ''.
     """

    case_id: UUID
    version_id: UUID
    default_donor: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        case_id = str(self.case_id)

        version_id = str(self.version_id)

        default_donor = self.default_donor


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "case_id": case_id,
            "version_id": version_id,
        })
        if default_donor is not UNSET:
            field_dict["default_donor"] = default_donor

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        case_id = UUID(d.pop("case_id"))




        version_id = UUID(d.pop("version_id"))




        default_donor = d.pop("default_donor", UNSET)

        played_sign_off = cls(
            case_id=case_id,
            version_id=version_id,
            default_donor=default_donor,
        )

        return played_sign_off

