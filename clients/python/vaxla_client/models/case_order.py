from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.address import Address
  from ..models.contact import Contact
  from ..models.customer import Customer





T = TypeVar("T", bound="CaseOrder")



@_attrs_define
class CaseOrder:
    """ An order of a switchboard delivery.

        Attributes:
            agreement_address (Address): Where contracts and, unless the customer says else, SIM cards go.
            contact (Contact): The telefoniansvarig: gets a mail with a link.
            customer (Customer): Who gets the switchboard.
            go_live_on (datetime.date):
            external_reference (str | Unset): yours; unique among your cases Default: ''.
            options (list[str] | Unset):
            size (int | Unset): expected number of users Default: 0.
     """

    agreement_address: Address
    contact: Contact
    customer: Customer
    go_live_on: datetime.date
    external_reference: str | Unset = ''
    options: list[str] | Unset = UNSET
    size: int | Unset = 0





    def to_dict(self) -> dict[str, Any]:
        from ..models.address import Address # noqa: PLC0415
        from ..models.contact import Contact # noqa: PLC0415
        from ..models.customer import Customer # noqa: PLC0415
        agreement_address = self.agreement_address.to_dict()

        contact = self.contact.to_dict()

        customer = self.customer.to_dict()

        go_live_on = self.go_live_on.isoformat()

        external_reference = self.external_reference

        options: list[str] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = self.options



        size = self.size


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "agreement_address": agreement_address,
            "contact": contact,
            "customer": customer,
            "go_live_on": go_live_on,
        })
        if external_reference is not UNSET:
            field_dict["external_reference"] = external_reference
        if options is not UNSET:
            field_dict["options"] = options
        if size is not UNSET:
            field_dict["size"] = size

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.address import Address # noqa: PLC0415
        from ..models.contact import Contact # noqa: PLC0415
        from ..models.customer import Customer # noqa: PLC0415
        d = dict(src_dict)
        agreement_address = Address.from_dict(d.pop("agreement_address"))




        contact = Contact.from_dict(d.pop("contact"))




        customer = Customer.from_dict(d.pop("customer"))




        go_live_on = datetime.date.fromisoformat(d.pop("go_live_on"))




        external_reference = d.pop("external_reference", UNSET)

        options = cast(list[str], d.pop("options", UNSET))


        size = d.pop("size", UNSET)

        case_order = cls(
            agreement_address=agreement_address,
            contact=contact,
            customer=customer,
            go_live_on=go_live_on,
            external_reference=external_reference,
            options=options,
            size=size,
        )

        return case_order

