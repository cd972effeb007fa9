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
  from ..models.chosen_case_numbers import ChosenCaseNumbers
  from ..models.next_step import NextStep





T = TypeVar("T", bound="ChosenCase")



@_attrs_define
class ChosenCase:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            created_at (datetime.datetime | Unset):
            customer_name (str | Unset):
            external_reference (str | Unset):
            go_live_is_preliminary (bool | Unset):
            go_live_on (datetime.date | Unset):
            id (UUID | Unset):
            next_action (NextStep | Unset): What happens next, whose it is, and until when.
            numbers (ChosenCaseNumbers | Unset):
            org_number (str | Unset):
            phase (str | Unset):
            reference (str | Unset):
            reseller_id (None | Unset | UUID): Whose it is: yours, or that of a reseller under you.
     """

    allowed_actions: list[str] | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    customer_name: str | Unset = UNSET
    external_reference: str | Unset = UNSET
    go_live_is_preliminary: bool | Unset = UNSET
    go_live_on: datetime.date | Unset = UNSET
    id: UUID | Unset = UNSET
    next_action: NextStep | Unset = UNSET
    numbers: ChosenCaseNumbers | Unset = UNSET
    org_number: str | Unset = UNSET
    phase: str | Unset = UNSET
    reference: str | Unset = UNSET
    reseller_id: None | Unset | UUID = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.chosen_case_numbers import ChosenCaseNumbers # noqa: PLC0415
        from ..models.next_step import NextStep # noqa: PLC0415
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        customer_name = self.customer_name

        external_reference = self.external_reference

        go_live_is_preliminary = self.go_live_is_preliminary

        go_live_on: str | Unset = UNSET
        if not isinstance(self.go_live_on, Unset):
            go_live_on = self.go_live_on.isoformat()

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        next_action: dict[str, Any] | Unset = UNSET
        if not isinstance(self.next_action, Unset):
            next_action = self.next_action.to_dict()

        numbers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.numbers, Unset):
            numbers = self.numbers.to_dict()

        org_number = self.org_number

        phase = self.phase

        reference = self.reference

        reseller_id: None | str | Unset
        if isinstance(self.reseller_id, Unset):
            reseller_id = UNSET
        elif isinstance(self.reseller_id, UUID):
            reseller_id = str(self.reseller_id)
        else:
            reseller_id = self.reseller_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if customer_name is not UNSET:
            field_dict["customer_name"] = customer_name
        if external_reference is not UNSET:
            field_dict["external_reference"] = external_reference
        if go_live_is_preliminary is not UNSET:
            field_dict["go_live_is_preliminary"] = go_live_is_preliminary
        if go_live_on is not UNSET:
            field_dict["go_live_on"] = go_live_on
        if id is not UNSET:
            field_dict["id"] = id
        if next_action is not UNSET:
            field_dict["next_action"] = next_action
        if numbers is not UNSET:
            field_dict["numbers"] = numbers
        if org_number is not UNSET:
            field_dict["org_number"] = org_number
        if phase is not UNSET:
            field_dict["phase"] = phase
        if reference is not UNSET:
            field_dict["reference"] = reference
        if reseller_id is not UNSET:
            field_dict["reseller_id"] = reseller_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chosen_case_numbers import ChosenCaseNumbers # noqa: PLC0415
        from ..models.next_step import NextStep # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        _created_at = d.pop("created_at", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at,  Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)




        customer_name = d.pop("customer_name", UNSET)

        external_reference = d.pop("external_reference", UNSET)

        go_live_is_preliminary = d.pop("go_live_is_preliminary", UNSET)

        _go_live_on = d.pop("go_live_on", UNSET)
        go_live_on: datetime.date | Unset
        if isinstance(_go_live_on,  Unset):
            go_live_on = UNSET
        else:
            go_live_on = datetime.date.fromisoformat(_go_live_on)




        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        _next_action = d.pop("next_action", UNSET)
        next_action: NextStep | Unset
        if isinstance(_next_action,  Unset):
            next_action = UNSET
        else:
            next_action = NextStep.from_dict(_next_action)




        _numbers = d.pop("numbers", UNSET)
        numbers: ChosenCaseNumbers | Unset
        if isinstance(_numbers,  Unset):
            numbers = UNSET
        else:
            numbers = ChosenCaseNumbers.from_dict(_numbers)




        org_number = d.pop("org_number", UNSET)

        phase = d.pop("phase", UNSET)

        reference = d.pop("reference", UNSET)

        def _parse_reseller_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reseller_id_type_0 = UUID(data)



                return reseller_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        reseller_id = _parse_reseller_id(d.pop("reseller_id", UNSET))


        chosen_case = cls(
            allowed_actions=allowed_actions,
            created_at=created_at,
            customer_name=customer_name,
            external_reference=external_reference,
            go_live_is_preliminary=go_live_is_preliminary,
            go_live_on=go_live_on,
            id=id,
            next_action=next_action,
            numbers=numbers,
            org_number=org_number,
            phase=phase,
            reference=reference,
            reseller_id=reseller_id,
        )


        chosen_case.additional_properties = d
        return chosen_case

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
