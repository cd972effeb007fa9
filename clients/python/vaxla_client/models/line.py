from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="Line")



@_attrs_define
class Line:
    """ One line: `amount_ore` is quantity times unit price; a waived line costs nothing and says why.

        Attributes:
            amount_ore (int):
            article (str):
            cost_centre (str):
            first_day (datetime.date):
            last_day (datetime.date):
            number (str):
            quantity (int):
            text (str):
            unit (str):
            unit_price_ore (int):
            waived (str):
     """

    amount_ore: int
    article: str
    cost_centre: str
    first_day: datetime.date
    last_day: datetime.date
    number: str
    quantity: int
    text: str
    unit: str
    unit_price_ore: int
    waived: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        amount_ore = self.amount_ore

        article = self.article

        cost_centre = self.cost_centre

        first_day = self.first_day.isoformat()

        last_day = self.last_day.isoformat()

        number = self.number

        quantity = self.quantity

        text = self.text

        unit = self.unit

        unit_price_ore = self.unit_price_ore

        waived = self.waived


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "amount_ore": amount_ore,
            "article": article,
            "cost_centre": cost_centre,
            "first_day": first_day,
            "last_day": last_day,
            "number": number,
            "quantity": quantity,
            "text": text,
            "unit": unit,
            "unit_price_ore": unit_price_ore,
            "waived": waived,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount_ore = d.pop("amount_ore")

        article = d.pop("article")

        cost_centre = d.pop("cost_centre")

        first_day = datetime.date.fromisoformat(d.pop("first_day"))




        last_day = datetime.date.fromisoformat(d.pop("last_day"))




        number = d.pop("number")

        quantity = d.pop("quantity")

        text = d.pop("text")

        unit = d.pop("unit")

        unit_price_ore = d.pop("unit_price_ore")

        waived = d.pop("waived")

        line = cls(
            amount_ore=amount_ore,
            article=article,
            cost_centre=cost_centre,
            first_day=first_day,
            last_day=last_day,
            number=number,
            quantity=quantity,
            text=text,
            unit=unit,
            unit_price_ore=unit_price_ore,
            waived=waived,
        )


        line.additional_properties = d
        return line

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
