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

if TYPE_CHECKING:
  from ..models.line import Line





T = TypeVar("T", bound="ChosenWholeInvoice")



@_attrs_define
class ChosenWholeInvoice:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset): None: it is never changed.
            cost_centre (str | Unset):
            customer_id (UUID | Unset):
            due_on (datetime.date | Unset):
            first_day (datetime.date | Unset):
            id (UUID | Unset):
            issued_on (datetime.date | Unset):
            kind (InvoiceKind | Unset): Which invoice a line belongs on.
            last_day (datetime.date | Unset):
            lines (list[Line] | Unset):
            net_ore (int | Unset):
            reference (str | Unset):
            vat_ore (int | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    cost_centre: str | Unset = UNSET
    customer_id: UUID | Unset = UNSET
    due_on: datetime.date | Unset = UNSET
    first_day: datetime.date | Unset = UNSET
    id: UUID | Unset = UNSET
    issued_on: datetime.date | Unset = UNSET
    kind: InvoiceKind | Unset = UNSET
    last_day: datetime.date | Unset = UNSET
    lines: list[Line] | Unset = UNSET
    net_ore: int | Unset = UNSET
    reference: str | Unset = UNSET
    vat_ore: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.line import Line # noqa: PLC0415
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        cost_centre = self.cost_centre

        customer_id: str | Unset = UNSET
        if not isinstance(self.customer_id, Unset):
            customer_id = str(self.customer_id)

        due_on: str | Unset = UNSET
        if not isinstance(self.due_on, Unset):
            due_on = self.due_on.isoformat()

        first_day: str | Unset = UNSET
        if not isinstance(self.first_day, Unset):
            first_day = self.first_day.isoformat()

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        issued_on: str | Unset = UNSET
        if not isinstance(self.issued_on, Unset):
            issued_on = self.issued_on.isoformat()

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value


        last_day: str | Unset = UNSET
        if not isinstance(self.last_day, Unset):
            last_day = self.last_day.isoformat()

        lines: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.lines, Unset):
            lines = []
            for lines_item_data in self.lines:
                lines_item = lines_item_data.to_dict()
                lines.append(lines_item)



        net_ore = self.net_ore

        reference = self.reference

        vat_ore = self.vat_ore


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if cost_centre is not UNSET:
            field_dict["cost_centre"] = cost_centre
        if customer_id is not UNSET:
            field_dict["customer_id"] = customer_id
        if due_on is not UNSET:
            field_dict["due_on"] = due_on
        if first_day is not UNSET:
            field_dict["first_day"] = first_day
        if id is not UNSET:
            field_dict["id"] = id
        if issued_on is not UNSET:
            field_dict["issued_on"] = issued_on
        if kind is not UNSET:
            field_dict["kind"] = kind
        if last_day is not UNSET:
            field_dict["last_day"] = last_day
        if lines is not UNSET:
            field_dict["lines"] = lines
        if net_ore is not UNSET:
            field_dict["net_ore"] = net_ore
        if reference is not UNSET:
            field_dict["reference"] = reference
        if vat_ore is not UNSET:
            field_dict["vat_ore"] = vat_ore

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.line import Line # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        cost_centre = d.pop("cost_centre", UNSET)

        _customer_id = d.pop("customer_id", UNSET)
        customer_id: UUID | Unset
        if isinstance(_customer_id,  Unset):
            customer_id = UNSET
        else:
            customer_id = UUID(_customer_id)




        _due_on = d.pop("due_on", UNSET)
        due_on: datetime.date | Unset
        if isinstance(_due_on,  Unset):
            due_on = UNSET
        else:
            due_on = datetime.date.fromisoformat(_due_on)




        _first_day = d.pop("first_day", UNSET)
        first_day: datetime.date | Unset
        if isinstance(_first_day,  Unset):
            first_day = UNSET
        else:
            first_day = datetime.date.fromisoformat(_first_day)




        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        _issued_on = d.pop("issued_on", UNSET)
        issued_on: datetime.date | Unset
        if isinstance(_issued_on,  Unset):
            issued_on = UNSET
        else:
            issued_on = datetime.date.fromisoformat(_issued_on)




        _kind = d.pop("kind", UNSET)
        kind: InvoiceKind | Unset
        if isinstance(_kind,  Unset):
            kind = UNSET
        else:
            kind = InvoiceKind(_kind)




        _last_day = d.pop("last_day", UNSET)
        last_day: datetime.date | Unset
        if isinstance(_last_day,  Unset):
            last_day = UNSET
        else:
            last_day = datetime.date.fromisoformat(_last_day)




        _lines = d.pop("lines", UNSET)
        lines: list[Line] | Unset = UNSET
        if _lines is not UNSET:
            lines = []
            for lines_item_data in _lines:
                lines_item = Line.from_dict(lines_item_data)



                lines.append(lines_item)


        net_ore = d.pop("net_ore", UNSET)

        reference = d.pop("reference", UNSET)

        vat_ore = d.pop("vat_ore", UNSET)

        chosen_whole_invoice = cls(
            allowed_actions=allowed_actions,
            cost_centre=cost_centre,
            customer_id=customer_id,
            due_on=due_on,
            first_day=first_day,
            id=id,
            issued_on=issued_on,
            kind=kind,
            last_day=last_day,
            lines=lines,
            net_ore=net_ore,
            reference=reference,
            vat_ore=vat_ore,
        )


        chosen_whole_invoice.additional_properties = d
        return chosen_whole_invoice

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
