from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="Submission")



@_attrs_define
class Submission:
    """ How to submit.

        Attributes:
            all_or_nothing (bool | Unset): Submit none unless all can go; else those that can. Default: False.
     """

    all_or_nothing: bool | Unset = False





    def to_dict(self) -> dict[str, Any]:
        all_or_nothing = self.all_or_nothing


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if all_or_nothing is not UNSET:
            field_dict["all_or_nothing"] = all_or_nothing

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        all_or_nothing = d.pop("all_or_nothing", UNSET)

        submission = cls(
            all_or_nothing=all_or_nothing,
        )

        return submission

