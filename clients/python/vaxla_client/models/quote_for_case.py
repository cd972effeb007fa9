from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from uuid import UUID






T = TypeVar("T", bound="QuoteForCase")



@_attrs_define
class QuoteForCase:
    """ Every order of a delivery case that has a request still to be made.

        Attributes:
            case_id (UUID):
     """

    case_id: UUID





    def to_dict(self) -> dict[str, Any]:
        case_id = str(self.case_id)


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "case_id": case_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        case_id = UUID(d.pop("case_id"))




        quote_for_case = cls(
            case_id=case_id,
        )

        return quote_for_case

