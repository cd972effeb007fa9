from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.mandate_state import MandateState
from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="SignedMandate")



@_attrs_define
class SignedMandate:
    """ A mandate that is signed.

        Attributes:
            mandate_id (UUID):
            signed_by (str):
            state (MandateState): Where a fullmakt stands. `viewed` lasts until all who must sign have signed.
            valid_until (datetime.datetime | None):
     """

    mandate_id: UUID
    signed_by: str
    state: MandateState
    valid_until: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        mandate_id = str(self.mandate_id)

        signed_by = self.signed_by

        state = self.state.value

        valid_until: None | str
        if isinstance(self.valid_until, datetime.datetime):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "mandate_id": mandate_id,
            "signed_by": signed_by,
            "state": state,
            "valid_until": valid_until,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        mandate_id = UUID(d.pop("mandate_id"))




        signed_by = d.pop("signed_by")

        state = MandateState(d.pop("state"))




        def _parse_valid_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.datetime.fromisoformat(data)



                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        valid_until = _parse_valid_until(d.pop("valid_until"))


        signed_mandate = cls(
            mandate_id=mandate_id,
            signed_by=signed_by,
            state=state,
            valid_until=valid_until,
        )


        signed_mandate.additional_properties = d
        return signed_mandate

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
