from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.invoice_kind import InvoiceKind
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="InvoiceHead")



@_attrs_define
class InvoiceHead:
    """ The basis of an invoice. Amounts in öre; `net_ore` without VAT.

        Attributes:
            cost_centre (str):
            customer_id (UUID):
            due_on (datetime.date):
            first_day (datetime.date):
            id (UUID):
            issued_on (datetime.date):
            kind (InvoiceKind): Which invoice a line belongs on.
            last_day (datetime.date):
            net_ore (int):
            reference (str):
            vat_ore (int):
            allowed_actions (list[str] | Unset): None: it is never changed.
     """

    cost_centre: str
    customer_id: UUID
    due_on: datetime.date
    first_day: datetime.date
    id: UUID
    issued_on: datetime.date
    kind: InvoiceKind
    last_day: datetime.date
    net_ore: int
    reference: str
    vat_ore: int
    allowed_actions: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        cost_centre = self.cost_centre

        customer_id = str(self.customer_id)

        due_on = self.due_on.isoformat()

        first_day = self.first_day.isoformat()

        id = str(self.id)

        issued_on = self.issued_on.isoformat()

        kind = self.kind.value

        last_day = self.last_day.isoformat()

        net_ore = self.net_ore

        reference = self.reference

        vat_ore = self.vat_ore

        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "cost_centre": cost_centre,
            "customer_id": customer_id,
            "due_on": due_on,
            "first_day": first_day,
            "id": id,
            "issued_on": issued_on,
            "kind": kind,
            "last_day": last_day,
            "net_ore": net_ore,
            "reference": reference,
            "vat_ore": vat_ore,
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cost_centre = d.pop("cost_centre")

        customer_id = UUID(d.pop("customer_id"))




        due_on = datetime.date.fromisoformat(d.pop("due_on"))




        first_day = datetime.date.fromisoformat(d.pop("first_day"))




        id = UUID(d.pop("id"))




        issued_on = datetime.date.fromisoformat(d.pop("issued_on"))




        kind = InvoiceKind(d.pop("kind"))




        last_day = datetime.date.fromisoformat(d.pop("last_day"))




        net_ore = d.pop("net_ore")

        reference = d.pop("reference")

        vat_ore = d.pop("vat_ore")

        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        invoice_head = cls(
            cost_centre=cost_centre,
            customer_id=customer_id,
            due_on=due_on,
            first_day=first_day,
            id=id,
            issued_on=issued_on,
            kind=kind,
            last_day=last_day,
            net_ore=net_ore,
            reference=reference,
            vat_ore=vat_ore,
            allowed_actions=allowed_actions,
        )


        invoice_head.additional_properties = d
        return invoice_head

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
