from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="NumbersToCheck")



@_attrs_define
class NumbersToCheck:
    """ Numbers and series in any writing. `whole_series` are what the numbers are parts of, if they are.

        Attributes:
            numbers (list[str]):
            whole_series (list[str] | Unset):
     """

    numbers: list[str]
    whole_series: list[str] | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        numbers = self.numbers



        whole_series: list[str] | Unset = UNSET
        if not isinstance(self.whole_series, Unset):
            whole_series = self.whole_series




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "numbers": numbers,
        })
        if whole_series is not UNSET:
            field_dict["whole_series"] = whole_series

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        numbers = cast(list[str], d.pop("numbers"))


        whole_series = cast(list[str], d.pop("whole_series", UNSET))


        numbers_to_check = cls(
            numbers=numbers,
            whole_series=whole_series,
        )

        return numbers_to_check

