from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.number_state import NumberState
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="ChosenPortingNumber")



@_attrs_define
class ChosenPortingNumber:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset): None: its order's hold for it.
            case_id (None | Unset | UUID):
            donor (str | Unset):
            family_id (None | Unset | UUID):
            id (UUID | Unset):
            number (str | Unset):
            order_id (UUID | Unset):
            ported_at (datetime.datetime | None | Unset):
            reasons (list[str] | Unset):
            state (NumberState | Unset): Where one telephone number stands.
     """

    allowed_actions: list[str] | Unset = UNSET
    case_id: None | Unset | UUID = UNSET
    donor: str | Unset = UNSET
    family_id: None | Unset | UUID = UNSET
    id: UUID | Unset = UNSET
    number: str | Unset = UNSET
    order_id: UUID | Unset = UNSET
    ported_at: datetime.datetime | None | Unset = UNSET
    reasons: list[str] | Unset = UNSET
    state: NumberState | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
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

        donor = self.donor

        family_id: None | str | Unset
        if isinstance(self.family_id, Unset):
            family_id = UNSET
        elif isinstance(self.family_id, UUID):
            family_id = str(self.family_id)
        else:
            family_id = self.family_id

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        number = self.number

        order_id: str | Unset = UNSET
        if not isinstance(self.order_id, Unset):
            order_id = str(self.order_id)

        ported_at: None | str | Unset
        if isinstance(self.ported_at, Unset):
            ported_at = UNSET
        elif isinstance(self.ported_at, datetime.datetime):
            ported_at = self.ported_at.isoformat()
        else:
            ported_at = self.ported_at

        reasons: list[str] | Unset = UNSET
        if not isinstance(self.reasons, Unset):
            reasons = self.reasons



        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value



        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if case_id is not UNSET:
            field_dict["case_id"] = case_id
        if donor is not UNSET:
            field_dict["donor"] = donor
        if family_id is not UNSET:
            field_dict["family_id"] = family_id
        if id is not UNSET:
            field_dict["id"] = id
        if number is not UNSET:
            field_dict["number"] = number
        if order_id is not UNSET:
            field_dict["order_id"] = order_id
        if ported_at is not UNSET:
            field_dict["ported_at"] = ported_at
        if reasons is not UNSET:
            field_dict["reasons"] = reasons
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
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


        donor = d.pop("donor", UNSET)

        def _parse_family_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                family_id_type_0 = UUID(data)



                return family_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        family_id = _parse_family_id(d.pop("family_id", UNSET))


        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        number = d.pop("number", UNSET)

        _order_id = d.pop("order_id", UNSET)
        order_id: UUID | Unset
        if isinstance(_order_id,  Unset):
            order_id = UNSET
        else:
            order_id = UUID(_order_id)




        def _parse_ported_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ported_at_type_0 = datetime.datetime.fromisoformat(data)



                return ported_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        ported_at = _parse_ported_at(d.pop("ported_at", UNSET))


        reasons = cast(list[str], d.pop("reasons", UNSET))


        _state = d.pop("state", UNSET)
        state: NumberState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = NumberState(_state)




        chosen_porting_number = cls(
            allowed_actions=allowed_actions,
            case_id=case_id,
            donor=donor,
            family_id=family_id,
            id=id,
            number=number,
            order_id=order_id,
            ported_at=ported_at,
            reasons=reasons,
            state=state,
        )


        chosen_porting_number.additional_properties = d
        return chosen_porting_number

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
