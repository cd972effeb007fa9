from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="RequiredMandate")



@_attrs_define
class RequiredMandate:
    """ The mandate (fullmakt): one for each operator and owner, signed before anything is submitted.

        Attributes:
            kind (str):
            must_cover_every_number (bool):
            signed_by (list[str]): Ways of signing, any of them.
            valid_days (int): From the signature.
     """

    kind: str
    must_cover_every_number: bool
    signed_by: list[str]
    valid_days: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        must_cover_every_number = self.must_cover_every_number

        signed_by = self.signed_by



        valid_days = self.valid_days


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "kind": kind,
            "must_cover_every_number": must_cover_every_number,
            "signed_by": signed_by,
            "valid_days": valid_days,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = d.pop("kind")

        must_cover_every_number = d.pop("must_cover_every_number")

        signed_by = cast(list[str], d.pop("signed_by"))


        valid_days = d.pop("valid_days")

        required_mandate = cls(
            kind=kind,
            must_cover_every_number=must_cover_every_number,
            signed_by=signed_by,
            valid_days=valid_days,
        )


        required_mandate.additional_properties = d
        return required_mandate

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
