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
  from ..models.case_numbers import CaseNumbers
  from ..models.next_step import NextStep





T = TypeVar("T", bound="Case")



@_attrs_define
class Case:
    """ A delivery case.

        Attributes:
            allowed_actions (list[str]):
            created_at (datetime.datetime):
            customer_name (str):
            external_reference (str):
            go_live_is_preliminary (bool):
            go_live_on (datetime.date):
            id (UUID):
            next_action (NextStep): What happens next, whose it is, and until when.
            numbers (CaseNumbers):
            org_number (str):
            phase (str):
            reference (str):
            reseller_id (None | UUID): Whose it is: yours, or that of a reseller under you.
     """

    allowed_actions: list[str]
    created_at: datetime.datetime
    customer_name: str
    external_reference: str
    go_live_is_preliminary: bool
    go_live_on: datetime.date
    id: UUID
    next_action: NextStep
    numbers: CaseNumbers
    org_number: str
    phase: str
    reference: str
    reseller_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.case_numbers import CaseNumbers # noqa: PLC0415
        from ..models.next_step import NextStep # noqa: PLC0415
        allowed_actions = self.allowed_actions



        created_at = self.created_at.isoformat()

        customer_name = self.customer_name

        external_reference = self.external_reference

        go_live_is_preliminary = self.go_live_is_preliminary

        go_live_on = self.go_live_on.isoformat()

        id = str(self.id)

        next_action = self.next_action.to_dict()

        numbers = self.numbers.to_dict()

        org_number = self.org_number

        phase = self.phase

        reference = self.reference

        reseller_id: None | str
        if isinstance(self.reseller_id, UUID):
            reseller_id = str(self.reseller_id)
        else:
            reseller_id = self.reseller_id


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "allowed_actions": allowed_actions,
            "created_at": created_at,
            "customer_name": customer_name,
            "external_reference": external_reference,
            "go_live_is_preliminary": go_live_is_preliminary,
            "go_live_on": go_live_on,
            "id": id,
            "next_action": next_action,
            "numbers": numbers,
            "org_number": org_number,
            "phase": phase,
            "reference": reference,
            "reseller_id": reseller_id,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.case_numbers import CaseNumbers # noqa: PLC0415
        from ..models.next_step import NextStep # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        customer_name = d.pop("customer_name")

        external_reference = d.pop("external_reference")

        go_live_is_preliminary = d.pop("go_live_is_preliminary")

        go_live_on = datetime.date.fromisoformat(d.pop("go_live_on"))




        id = UUID(d.pop("id"))




        next_action = NextStep.from_dict(d.pop("next_action"))




        numbers = CaseNumbers.from_dict(d.pop("numbers"))




        org_number = d.pop("org_number")

        phase = d.pop("phase")

        reference = d.pop("reference")

        def _parse_reseller_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reseller_id_type_0 = UUID(data)



                return reseller_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        reseller_id = _parse_reseller_id(d.pop("reseller_id"))


        case = cls(
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


        case.additional_properties = d
        return case

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
