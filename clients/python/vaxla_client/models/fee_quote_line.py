from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID






T = TypeVar("T", bound="FeeQuoteLine")



@_attrs_define
class FeeQuoteLine:
    """ One request of one series. `order_id` is null while the number is not ordered.

        Attributes:
            amount_ore (int):
            attempt (int):
            donor (str):
            first (str):
            last (str):
            number_type (str):
            order_id (None | UUID):
            payer (str):
            place (int):
            reason (str):
     """

    amount_ore: int
    attempt: int
    donor: str
    first: str
    last: str
    number_type: str
    order_id: None | UUID
    payer: str
    place: int
    reason: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        amount_ore = self.amount_ore

        attempt = self.attempt

        donor = self.donor

        first = self.first

        last = self.last

        number_type = self.number_type

        order_id: None | str
        if isinstance(self.order_id, UUID):
            order_id = str(self.order_id)
        else:
            order_id = self.order_id

        payer = self.payer

        place = self.place

        reason = self.reason


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "amount_ore": amount_ore,
            "attempt": attempt,
            "donor": donor,
            "first": first,
            "last": last,
            "number_type": number_type,
            "order_id": order_id,
            "payer": payer,
            "place": place,
            "reason": reason,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount_ore = d.pop("amount_ore")

        attempt = d.pop("attempt")

        donor = d.pop("donor")

        first = d.pop("first")

        last = d.pop("last")

        number_type = d.pop("number_type")

        def _parse_order_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                order_id_type_0 = UUID(data)



                return order_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        order_id = _parse_order_id(d.pop("order_id"))


        payer = d.pop("payer")

        place = d.pop("place")

        reason = d.pop("reason")

        fee_quote_line = cls(
            amount_ore=amount_ore,
            attempt=attempt,
            donor=donor,
            first=first,
            last=last,
            number_type=number_type,
            order_id=order_id,
            payer=payer,
            place=place,
            reason=reason,
        )


        fee_quote_line.additional_properties = d
        return fee_quote_line

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
