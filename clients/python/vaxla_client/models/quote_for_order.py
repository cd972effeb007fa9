from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from uuid import UUID






T = TypeVar("T", bound="QuoteForOrder")



@_attrs_define
class QuoteForOrder:
    """ One order.

        Attributes:
            order_id (UUID):
     """

    order_id: UUID





    def to_dict(self) -> dict[str, Any]:
        order_id = str(self.order_id)


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "order_id": order_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        order_id = UUID(d.pop("order_id"))




        quote_for_order = cls(
            order_id=order_id,
        )

        return quote_for_order

