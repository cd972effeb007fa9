from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="Asking")



@_attrs_define
class Asking:
    """ What you want to say beside the question; it stands in the mail.

        Attributes:
            words (str | Unset):  Default: ''.
     """

    words: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        words = self.words


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if words is not UNSET:
            field_dict["words"] = words

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        words = d.pop("words", UNSET)

        asking = cls(
            words=words,
        )

        return asking

