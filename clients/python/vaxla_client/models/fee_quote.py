from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.fee_quote_part import FeeQuotePart





T = TypeVar("T", bound="FeeQuote")



@_attrs_define
class FeeQuote:
    """ What the next requests cost, öre without VAT.

    `total_ore` is the customer's, `operator_ore` the operator's to bear. `further_attempt_ore` is what an attempt
    after these costs, if the customer is the cause of it; it is told, not accepted.

        Attributes:
            accepted_at (datetime.datetime | None):
            accepted_by (str):
            allowed_actions (list[str]): What you may do with it as it stands.
            case_id (None | UUID):
            customer_id (None | UUID):
            further_attempt_ore (int):
            id (UUID):
            made_at (datetime.datetime):
            made_by (str):
            operator_ore (int):
            order_id (None | UUID):
            parts (list[FeeQuotePart]):
            replaces_id (None | UUID): The quote that this one was made instead of.
            reseller_id (UUID): Whose it is: yours, or that of a reseller under you.
            state (str): `open`, `accepted` or `expired`
            total_ore (int):
            valid_until (datetime.datetime):
     """

    accepted_at: datetime.datetime | None
    accepted_by: str
    allowed_actions: list[str]
    case_id: None | UUID
    customer_id: None | UUID
    further_attempt_ore: int
    id: UUID
    made_at: datetime.datetime
    made_by: str
    operator_ore: int
    order_id: None | UUID
    parts: list[FeeQuotePart]
    replaces_id: None | UUID
    reseller_id: UUID
    state: str
    total_ore: int
    valid_until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.fee_quote_part import FeeQuotePart # noqa: PLC0415
        accepted_at: None | str
        if isinstance(self.accepted_at, datetime.datetime):
            accepted_at = self.accepted_at.isoformat()
        else:
            accepted_at = self.accepted_at

        accepted_by = self.accepted_by

        allowed_actions = self.allowed_actions



        case_id: None | str
        if isinstance(self.case_id, UUID):
            case_id = str(self.case_id)
        else:
            case_id = self.case_id

        customer_id: None | str
        if isinstance(self.customer_id, UUID):
            customer_id = str(self.customer_id)
        else:
            customer_id = self.customer_id

        further_attempt_ore = self.further_attempt_ore

        id = str(self.id)

        made_at = self.made_at.isoformat()

        made_by = self.made_by

        operator_ore = self.operator_ore

        order_id: None | str
        if isinstance(self.order_id, UUID):
            order_id = str(self.order_id)
        else:
            order_id = self.order_id

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.to_dict()
            parts.append(parts_item)



        replaces_id: None | str
        if isinstance(self.replaces_id, UUID):
            replaces_id = str(self.replaces_id)
        else:
            replaces_id = self.replaces_id

        reseller_id = str(self.reseller_id)

        state = self.state

        total_ore = self.total_ore

        valid_until = self.valid_until.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "accepted_at": accepted_at,
            "accepted_by": accepted_by,
            "allowed_actions": allowed_actions,
            "case_id": case_id,
            "customer_id": customer_id,
            "further_attempt_ore": further_attempt_ore,
            "id": id,
            "made_at": made_at,
            "made_by": made_by,
            "operator_ore": operator_ore,
            "order_id": order_id,
            "parts": parts,
            "replaces_id": replaces_id,
            "reseller_id": reseller_id,
            "state": state,
            "total_ore": total_ore,
            "valid_until": valid_until,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fee_quote_part import FeeQuotePart # noqa: PLC0415
        d = dict(src_dict)
        def _parse_accepted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_at_type_0 = datetime.datetime.fromisoformat(data)



                return accepted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        accepted_at = _parse_accepted_at(d.pop("accepted_at"))


        accepted_by = d.pop("accepted_by")

        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        def _parse_case_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                case_id_type_0 = UUID(data)



                return case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        case_id = _parse_case_id(d.pop("case_id"))


        def _parse_customer_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                customer_id_type_0 = UUID(data)



                return customer_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        customer_id = _parse_customer_id(d.pop("customer_id"))


        further_attempt_ore = d.pop("further_attempt_ore")

        id = UUID(d.pop("id"))




        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))




        made_by = d.pop("made_by")

        operator_ore = d.pop("operator_ore")

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


        parts = []
        _parts = d.pop("parts")
        for parts_item_data in (_parts):
            parts_item = FeeQuotePart.from_dict(parts_item_data)



            parts.append(parts_item)


        def _parse_replaces_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                replaces_id_type_0 = UUID(data)



                return replaces_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        replaces_id = _parse_replaces_id(d.pop("replaces_id"))


        reseller_id = UUID(d.pop("reseller_id"))




        state = d.pop("state")

        total_ore = d.pop("total_ore")

        valid_until = datetime.datetime.fromisoformat(d.pop("valid_until"))




        fee_quote = cls(
            accepted_at=accepted_at,
            accepted_by=accepted_by,
            allowed_actions=allowed_actions,
            case_id=case_id,
            customer_id=customer_id,
            further_attempt_ore=further_attempt_ore,
            id=id,
            made_at=made_at,
            made_by=made_by,
            operator_ore=operator_ore,
            order_id=order_id,
            parts=parts,
            replaces_id=replaces_id,
            reseller_id=reseller_id,
            state=state,
            total_ore=total_ore,
            valid_until=valid_until,
        )


        fee_quote.additional_properties = d
        return fee_quote

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
