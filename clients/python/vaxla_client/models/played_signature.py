from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from uuid import UUID






T = TypeVar("T", bound="PlayedSignature")



@_attrs_define
class PlayedSignature:
    """ Which mandate.

        Attributes:
            mandate_id (UUID):
     """

    mandate_id: UUID





    def to_dict(self) -> dict[str, Any]:
        mandate_id = str(self.mandate_id)


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "mandate_id": mandate_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        mandate_id = UUID(d.pop("mandate_id"))




        played_signature = cls(
            mandate_id=mandate_id,
        )

        return played_signature

