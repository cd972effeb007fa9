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
  from ..models.family_item import FamilyItem
  from ..models.porting_customer import PortingCustomer





T = TypeVar("T", bound="FamilyOrder")



@_attrs_define
class FamilyOrder:
    """ Numbers to port. A fault of one never stops the others, unless `all_or_nothing` asks for that.

        Attributes:
            customer (PortingCustomer): Whose numbers these will be.
            items (list[FamilyItem]):
            port_at (datetime.datetime): A whole hour at which the donors port.
            all_or_nothing (bool | Unset):  Default: False.
            external_reference (str | Unset): Yours. Default: ''.
            fee_quote_id (None | Unset | UUID): A fee quote for these numbers that you have accepted: it is bound to the
                orders.
     """

    customer: PortingCustomer
    items: list[FamilyItem]
    port_at: datetime.datetime
    all_or_nothing: bool | Unset = False
    external_reference: str | Unset = ''
    fee_quote_id: None | Unset | UUID = UNSET





    def to_dict(self) -> dict[str, Any]:
        from ..models.family_item import FamilyItem # noqa: PLC0415
        from ..models.porting_customer import PortingCustomer # noqa: PLC0415
        customer = self.customer.to_dict()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)



        port_at = self.port_at.isoformat()

        all_or_nothing = self.all_or_nothing

        external_reference = self.external_reference

        fee_quote_id: None | str | Unset
        if isinstance(self.fee_quote_id, Unset):
            fee_quote_id = UNSET
        elif isinstance(self.fee_quote_id, UUID):
            fee_quote_id = str(self.fee_quote_id)
        else:
            fee_quote_id = self.fee_quote_id


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "customer": customer,
            "items": items,
            "port_at": port_at,
        })
        if all_or_nothing is not UNSET:
            field_dict["all_or_nothing"] = all_or_nothing
        if external_reference is not UNSET:
            field_dict["external_reference"] = external_reference
        if fee_quote_id is not UNSET:
            field_dict["fee_quote_id"] = fee_quote_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.family_item import FamilyItem # noqa: PLC0415
        from ..models.porting_customer import PortingCustomer # noqa: PLC0415
        d = dict(src_dict)
        customer = PortingCustomer.from_dict(d.pop("customer"))




        items = []
        _items = d.pop("items")
        for items_item_data in (_items):
            items_item = FamilyItem.from_dict(items_item_data)



            items.append(items_item)


        port_at = datetime.datetime.fromisoformat(d.pop("port_at"))




        all_or_nothing = d.pop("all_or_nothing", UNSET)

        external_reference = d.pop("external_reference", UNSET)

        def _parse_fee_quote_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fee_quote_id_type_0 = UUID(data)



                return fee_quote_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        fee_quote_id = _parse_fee_quote_id(d.pop("fee_quote_id", UNSET))


        family_order = cls(
            customer=customer,
            items=items,
            port_at=port_at,
            all_or_nothing=all_or_nothing,
            external_reference=external_reference,
            fee_quote_id=fee_quote_id,
        )

        return family_order

