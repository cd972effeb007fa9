from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.fee_quote_part import FeeQuotePart





T = TypeVar("T", bound="ChosenFeeQuote")



@_attrs_define
class ChosenFeeQuote:
    """ What was chosen by `fields`.

        Attributes:
            accepted_at (datetime.datetime | None | Unset):
            accepted_by (str | Unset):
            allowed_actions (list[str] | Unset): What you may do with it as it stands.
            case_id (None | Unset | UUID):
            customer_id (None | Unset | UUID):
            further_attempt_ore (int | Unset):
            id (UUID | Unset):
            made_at (datetime.datetime | Unset):
            made_by (str | Unset):
            operator_ore (int | Unset):
            order_id (None | Unset | UUID):
            parts (list[FeeQuotePart] | Unset):
            replaces_id (None | Unset | UUID): The quote that this one was made instead of.
            reseller_id (UUID | Unset): Whose it is: yours, or that of a reseller under you.
            state (str | Unset): `open`, `accepted` or `expired`
            total_ore (int | Unset):
            valid_until (datetime.datetime | Unset):
     """

    accepted_at: datetime.datetime | None | Unset = UNSET
    accepted_by: str | Unset = UNSET
    allowed_actions: list[str] | Unset = UNSET
    case_id: None | Unset | UUID = UNSET
    customer_id: None | Unset | UUID = UNSET
    further_attempt_ore: int | Unset = UNSET
    id: UUID | Unset = UNSET
    made_at: datetime.datetime | Unset = UNSET
    made_by: str | Unset = UNSET
    operator_ore: int | Unset = UNSET
    order_id: None | Unset | UUID = UNSET
    parts: list[FeeQuotePart] | Unset = UNSET
    replaces_id: None | Unset | UUID = UNSET
    reseller_id: UUID | Unset = UNSET
    state: str | Unset = UNSET
    total_ore: int | Unset = UNSET
    valid_until: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.fee_quote_part import FeeQuotePart # noqa: PLC0415
        accepted_at: None | str | Unset
        if isinstance(self.accepted_at, Unset):
            accepted_at = UNSET
        elif isinstance(self.accepted_at, datetime.datetime):
            accepted_at = self.accepted_at.isoformat()
        else:
            accepted_at = self.accepted_at

        accepted_by = self.accepted_by

        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        case_id: None | str | Unset
        if isinstance(self.case_id, Unset):
            case_id = UNSET
        elif isinstance(self.case_id, UUID):
            case_id = str(self.case_id)
        else:
            case_id = self.case_id

        customer_id: None | str | Unset
        if isinstance(self.customer_id, Unset):
            customer_id = UNSET
        elif isinstance(self.customer_id, UUID):
            customer_id = str(self.customer_id)
        else:
            customer_id = self.customer_id

        further_attempt_ore = self.further_attempt_ore

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        made_at: str | Unset = UNSET
        if not isinstance(self.made_at, Unset):
            made_at = self.made_at.isoformat()

        made_by = self.made_by

        operator_ore = self.operator_ore

        order_id: None | str | Unset
        if isinstance(self.order_id, Unset):
            order_id = UNSET
        elif isinstance(self.order_id, UUID):
            order_id = str(self.order_id)
        else:
            order_id = self.order_id

        parts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.parts, Unset):
            parts = []
            for parts_item_data in self.parts:
                parts_item = parts_item_data.to_dict()
                parts.append(parts_item)



        replaces_id: None | str | Unset
        if isinstance(self.replaces_id, Unset):
            replaces_id = UNSET
        elif isinstance(self.replaces_id, UUID):
            replaces_id = str(self.replaces_id)
        else:
            replaces_id = self.replaces_id

        reseller_id: str | Unset = UNSET
        if not isinstance(self.reseller_id, Unset):
            reseller_id = str(self.reseller_id)

        state = self.state

        total_ore = self.total_ore

        valid_until: str | Unset = UNSET
        if not isinstance(self.valid_until, Unset):
            valid_until = self.valid_until.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if accepted_at is not UNSET:
            field_dict["accepted_at"] = accepted_at
        if accepted_by is not UNSET:
            field_dict["accepted_by"] = accepted_by
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if case_id is not UNSET:
            field_dict["case_id"] = case_id
        if customer_id is not UNSET:
            field_dict["customer_id"] = customer_id
        if further_attempt_ore is not UNSET:
            field_dict["further_attempt_ore"] = further_attempt_ore
        if id is not UNSET:
            field_dict["id"] = id
        if made_at is not UNSET:
            field_dict["made_at"] = made_at
        if made_by is not UNSET:
            field_dict["made_by"] = made_by
        if operator_ore is not UNSET:
            field_dict["operator_ore"] = operator_ore
        if order_id is not UNSET:
            field_dict["order_id"] = order_id
        if parts is not UNSET:
            field_dict["parts"] = parts
        if replaces_id is not UNSET:
            field_dict["replaces_id"] = replaces_id
        if reseller_id is not UNSET:
            field_dict["reseller_id"] = reseller_id
        if state is not UNSET:
            field_dict["state"] = state
        if total_ore is not UNSET:
            field_dict["total_ore"] = total_ore
        if valid_until is not UNSET:
            field_dict["valid_until"] = valid_until

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fee_quote_part import FeeQuotePart # noqa: PLC0415
        d = dict(src_dict)
        def _parse_accepted_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_at_type_0 = datetime.datetime.fromisoformat(data)



                return accepted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        accepted_at = _parse_accepted_at(d.pop("accepted_at", UNSET))


        accepted_by = d.pop("accepted_by", UNSET)

        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        def _parse_case_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                case_id_type_0 = UUID(data)



                return case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        case_id = _parse_case_id(d.pop("case_id", UNSET))


        def _parse_customer_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                customer_id_type_0 = UUID(data)



                return customer_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        customer_id = _parse_customer_id(d.pop("customer_id", UNSET))


        further_attempt_ore = d.pop("further_attempt_ore", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        _made_at = d.pop("made_at", UNSET)
        made_at: datetime.datetime | Unset
        if isinstance(_made_at,  Unset):
            made_at = UNSET
        else:
            made_at = datetime.datetime.fromisoformat(_made_at)




        made_by = d.pop("made_by", UNSET)

        operator_ore = d.pop("operator_ore", UNSET)

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


        _parts = d.pop("parts", UNSET)
        parts: list[FeeQuotePart] | Unset = UNSET
        if _parts is not UNSET:
            parts = []
            for parts_item_data in _parts:
                parts_item = FeeQuotePart.from_dict(parts_item_data)



                parts.append(parts_item)


        def _parse_replaces_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                replaces_id_type_0 = UUID(data)



                return replaces_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        replaces_id = _parse_replaces_id(d.pop("replaces_id", UNSET))


        _reseller_id = d.pop("reseller_id", UNSET)
        reseller_id: UUID | Unset
        if isinstance(_reseller_id,  Unset):
            reseller_id = UNSET
        else:
            reseller_id = UUID(_reseller_id)




        state = d.pop("state", UNSET)

        total_ore = d.pop("total_ore", UNSET)

        _valid_until = d.pop("valid_until", UNSET)
        valid_until: datetime.datetime | Unset
        if isinstance(_valid_until,  Unset):
            valid_until = UNSET
        else:
            valid_until = datetime.datetime.fromisoformat(_valid_until)




        chosen_fee_quote = cls(
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


        chosen_fee_quote.additional_properties = d
        return chosen_fee_quote

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
