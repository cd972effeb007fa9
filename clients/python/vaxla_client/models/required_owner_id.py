from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="RequiredOwnerId")



@_attrs_define
class RequiredOwnerId:
    """ In which form the operator knows the owner of a number. Give ten digits or twelve: we make them so.

    `form` is `sixteen` or `zeros`: what stands before the ten digits of a company (`company_prefix`). A person's
    number gets its century.

        Attributes:
            company_prefix (str):
            digits (int):
            form (str):
     """

    company_prefix: str
    digits: int
    form: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        company_prefix = self.company_prefix

        digits = self.digits

        form = self.form


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "company_prefix": company_prefix,
            "digits": digits,
            "form": form,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        company_prefix = d.pop("company_prefix")

        digits = d.pop("digits")

        form = d.pop("form")

        required_owner_id = cls(
            company_prefix=company_prefix,
            digits=digits,
            form=form,
        )


        required_owner_id.additional_properties = d
        return required_owner_id

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
