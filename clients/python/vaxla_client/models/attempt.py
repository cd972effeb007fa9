from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="Attempt")



@_attrs_define
class Attempt:
    """ One request to the donor. The quote is in öre without VAT; the first attempt is included.

        Attributes:
            answered_at (datetime.datetime | None):
            attempt (int):
            fee_payer (str):
            fee_quote_id (None | UUID): The quote that was accepted for it.
            fee_quote_ore (int):
            outcome (str):
            reasons (list[str]):
            submitted_at (datetime.datetime | None):
     """

    answered_at: datetime.datetime | None
    attempt: int
    fee_payer: str
    fee_quote_id: None | UUID
    fee_quote_ore: int
    outcome: str
    reasons: list[str]
    submitted_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        attempt = self.attempt

        fee_payer = self.fee_payer

        fee_quote_id: None | str
        if isinstance(self.fee_quote_id, UUID):
            fee_quote_id = str(self.fee_quote_id)
        else:
            fee_quote_id = self.fee_quote_id

        fee_quote_ore = self.fee_quote_ore

        outcome = self.outcome

        reasons = self.reasons



        submitted_at: None | str
        if isinstance(self.submitted_at, datetime.datetime):
            submitted_at = self.submitted_at.isoformat()
        else:
            submitted_at = self.submitted_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "answered_at": answered_at,
            "attempt": attempt,
            "fee_payer": fee_payer,
            "fee_quote_id": fee_quote_id,
            "fee_quote_ore": fee_quote_ore,
            "outcome": outcome,
            "reasons": reasons,
            "submitted_at": submitted_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)



                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))


        attempt = d.pop("attempt")

        fee_payer = d.pop("fee_payer")

        def _parse_fee_quote_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fee_quote_id_type_0 = UUID(data)



                return fee_quote_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        fee_quote_id = _parse_fee_quote_id(d.pop("fee_quote_id"))


        fee_quote_ore = d.pop("fee_quote_ore")

        outcome = d.pop("outcome")

        reasons = cast(list[str], d.pop("reasons"))


        def _parse_submitted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                submitted_at_type_0 = datetime.datetime.fromisoformat(data)



                return submitted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        submitted_at = _parse_submitted_at(d.pop("submitted_at"))


        attempt = cls(
            answered_at=answered_at,
            attempt=attempt,
            fee_payer=fee_payer,
            fee_quote_id=fee_quote_id,
            fee_quote_ore=fee_quote_ore,
            outcome=outcome,
            reasons=reasons,
            submitted_at=submitted_at,
        )


        attempt.additional_properties = d
        return attempt

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
