from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset






T = TypeVar("T", bound="SeriesRowIn")



@_attrs_define
class SeriesRowIn:
    """ A number series to port, with the operator that has it today.

        Attributes:
            series (str):
            operator (str | Unset):  Default: ''.
     """

    series: str
    operator: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        series = self.series

        operator = self.operator


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "series": series,
        })
        if operator is not UNSET:
            field_dict["operator"] = operator

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        series = d.pop("series")

        operator = d.pop("operator", UNSET)

        series_row_in = cls(
            series=series,
            operator=operator,
        )

        return series_row_in

