from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID






T = TypeVar("T", bound="ChosenFeeQuoteLine")



@_attrs_define
class ChosenFeeQuoteLine:
    """ What was chosen by `fields`.

        Attributes:
            amount_ore (int | Unset):
            attempt (int | Unset):
            donor (str | Unset):
            first (str | Unset):
            last (str | Unset):
            number_type (str | Unset):
            order_id (None | Unset | UUID):
            payer (str | Unset):
            place (int | Unset):
            reason (str | Unset):
     """

    amount_ore: int | Unset = UNSET
    attempt: int | Unset = UNSET
    donor: str | Unset = UNSET
    first: str | Unset = UNSET
    last: str | Unset = UNSET
    number_type: str | Unset = UNSET
    order_id: None | Unset | UUID = UNSET
    payer: str | Unset = UNSET
    place: int | Unset = UNSET
    reason: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        amount_ore = self.amount_ore

        attempt = self.attempt

        donor = self.donor

        first = self.first

        last = self.last

        number_type = self.number_type

        order_id: None | str | Unset
        if isinstance(self.order_id, Unset):
            order_id = UNSET
        elif isinstance(self.order_id, UUID):
            order_id = str(self.order_id)
        else:
            order_id = self.order_id

        payer = self.payer

        place = self.place

        reason = self.reason


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if amount_ore is not UNSET:
            field_dict["amount_ore"] = amount_ore
        if attempt is not UNSET:
            field_dict["attempt"] = attempt
        if donor is not UNSET:
            field_dict["donor"] = donor
        if first is not UNSET:
            field_dict["first"] = first
        if last is not UNSET:
            field_dict["last"] = last
        if number_type is not UNSET:
            field_dict["number_type"] = number_type
        if order_id is not UNSET:
            field_dict["order_id"] = order_id
        if payer is not UNSET:
            field_dict["payer"] = payer
        if place is not UNSET:
            field_dict["place"] = place
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount_ore = d.pop("amount_ore", UNSET)

        attempt = d.pop("attempt", UNSET)

        donor = d.pop("donor", UNSET)

        first = d.pop("first", UNSET)

        last = d.pop("last", UNSET)

        number_type = d.pop("number_type", UNSET)

        def _parse_order_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                order_id_type_0 = UUID(data)



                return order_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        order_id = _parse_order_id(d.pop("order_id", UNSET))


        payer = d.pop("payer", UNSET)

        place = d.pop("place", UNSET)

        reason = d.pop("reason", UNSET)

        chosen_fee_quote_line = cls(
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


        chosen_fee_quote_line.additional_properties = d
        return chosen_fee_quote_line

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
