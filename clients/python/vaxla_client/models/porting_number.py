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






T = TypeVar("T", bound="PortingNumber")



@_attrs_define
class PortingNumber:
    """ A number being ported, in E.164. What may be done stands with its order.

        Attributes:
            case_id (None | UUID):
            donor (str):
            family_id (None | UUID):
            id (UUID):
            number (str):
            order_id (UUID):
            ported_at (datetime.datetime | None):
            reasons (list[str]):
            state (NumberState): Where one telephone number stands.
            allowed_actions (list[str] | Unset): None: its order's hold for it.
     """

    case_id: None | UUID
    donor: str
    family_id: None | UUID
    id: UUID
    number: str
    order_id: UUID
    ported_at: datetime.datetime | None
    reasons: list[str]
    state: NumberState
    allowed_actions: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        case_id: None | str
        if isinstance(self.case_id, UUID):
            case_id = str(self.case_id)
        else:
            case_id = self.case_id

        donor = self.donor

        family_id: None | str
        if isinstance(self.family_id, UUID):
            family_id = str(self.family_id)
        else:
            family_id = self.family_id

        id = str(self.id)

        number = self.number

        order_id = str(self.order_id)

        ported_at: None | str
        if isinstance(self.ported_at, datetime.datetime):
            ported_at = self.ported_at.isoformat()
        else:
            ported_at = self.ported_at

        reasons = self.reasons



        state = self.state.value

        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "case_id": case_id,
            "donor": donor,
            "family_id": family_id,
            "id": id,
            "number": number,
            "order_id": order_id,
            "ported_at": ported_at,
            "reasons": reasons,
            "state": state,
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
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


        donor = d.pop("donor")

        def _parse_family_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                family_id_type_0 = UUID(data)



                return family_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        family_id = _parse_family_id(d.pop("family_id"))


        id = UUID(d.pop("id"))




        number = d.pop("number")

        order_id = UUID(d.pop("order_id"))




        def _parse_ported_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ported_at_type_0 = datetime.datetime.fromisoformat(data)



                return ported_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ported_at = _parse_ported_at(d.pop("ported_at"))


        reasons = cast(list[str], d.pop("reasons"))


        state = NumberState(d.pop("state"))




        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        porting_number = cls(
            case_id=case_id,
            donor=donor,
            family_id=family_id,
            id=id,
            number=number,
            order_id=order_id,
            ported_at=ported_at,
            reasons=reasons,
            state=state,
            allowed_actions=allowed_actions,
        )


        porting_number.additional_properties = d
        return porting_number

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
