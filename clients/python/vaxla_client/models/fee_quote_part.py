from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="FeeQuotePart")



@_attrs_define
class FeeQuotePart:
    """ Series of one kind at one donor, for which the same holds.

    `attempt` is the request that is meant; `amount_ore` what it costs for each series, and `payer` whom.
    `donor_fee_ore` is what the donor takes for each series: the operator bears it, it is no part of the sums.

        Attributes:
            amount_ore (int):
            attempt (int):
            donor (str):
            donor_fee_ore (int):
            number_type (str):
            payer (str):
            reason (str):
            series (int):
     """

    amount_ore: int
    attempt: int
    donor: str
    donor_fee_ore: int
    number_type: str
    payer: str
    reason: str
    series: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        amount_ore = self.amount_ore

        attempt = self.attempt

        donor = self.donor

        donor_fee_ore = self.donor_fee_ore

        number_type = self.number_type

        payer = self.payer

        reason = self.reason

        series = self.series


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "amount_ore": amount_ore,
            "attempt": attempt,
            "donor": donor,
            "donor_fee_ore": donor_fee_ore,
            "number_type": number_type,
            "payer": payer,
            "reason": reason,
            "series": series,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount_ore = d.pop("amount_ore")

        attempt = d.pop("attempt")

        donor = d.pop("donor")

        donor_fee_ore = d.pop("donor_fee_ore")

        number_type = d.pop("number_type")

        payer = d.pop("payer")

        reason = d.pop("reason")

        series = d.pop("series")

        fee_quote_part = cls(
            amount_ore=amount_ore,
            attempt=attempt,
            donor=donor,
            donor_fee_ore=donor_fee_ore,
            number_type=number_type,
            payer=payer,
            reason=reason,
            series=series,
        )


        fee_quote_part.additional_properties = d
        return fee_quote_part

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
