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
  from ..models.customer_contact import CustomerContact





T = TypeVar("T", bound="NewAttempt")



@_attrs_define
class NewAttempt:
    """ What is put right. What is left out stays as it was; `why_now` says why unchanged data will do.

    `contact` is needed once for each no, unless a planner has recorded one.

        Attributes:
            contact (CustomerContact | None | Unset):
            donor (str | Unset):  Default: ''.
            owner_id (str | Unset):  Default: ''.
            owner_name (str | Unset):  Default: ''.
            port_at (datetime.datetime | None | Unset):
            why_now (str | Unset):  Default: ''.
     """

    contact: CustomerContact | None | Unset = UNSET
    donor: str | Unset = ''
    owner_id: str | Unset = ''
    owner_name: str | Unset = ''
    port_at: datetime.datetime | None | Unset = UNSET
    why_now: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        from ..models.customer_contact import CustomerContact # noqa: PLC0415
        contact: dict[str, Any] | None | Unset
        if isinstance(self.contact, Unset):
            contact = UNSET
        elif isinstance(self.contact, CustomerContact):
            contact = self.contact.to_dict()
        else:
            contact = self.contact

        donor = self.donor

        owner_id = self.owner_id

        owner_name = self.owner_name

        port_at: None | str | Unset
        if isinstance(self.port_at, Unset):
            port_at = UNSET
        elif isinstance(self.port_at, datetime.datetime):
            port_at = self.port_at.isoformat()
        else:
            port_at = self.port_at

        why_now = self.why_now


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if contact is not UNSET:
            field_dict["contact"] = contact
        if donor is not UNSET:
            field_dict["donor"] = donor
        if owner_id is not UNSET:
            field_dict["owner_id"] = owner_id
        if owner_name is not UNSET:
            field_dict["owner_name"] = owner_name
        if port_at is not UNSET:
            field_dict["port_at"] = port_at
        if why_now is not UNSET:
            field_dict["why_now"] = why_now

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.customer_contact import CustomerContact # noqa: PLC0415
        d = dict(src_dict)
        def _parse_contact(data: object) -> CustomerContact | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                contact_type_0 = CustomerContact.from_dict(data)



                return contact_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CustomerContact | None | Unset, data)

        contact = _parse_contact(d.pop("contact", UNSET))


        donor = d.pop("donor", UNSET)

        owner_id = d.pop("owner_id", UNSET)

        owner_name = d.pop("owner_name", UNSET)

        def _parse_port_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                port_at_type_0 = datetime.datetime.fromisoformat(data)



                return port_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        port_at = _parse_port_at(d.pop("port_at", UNSET))


        why_now = d.pop("why_now", UNSET)

        new_attempt = cls(
            contact=contact,
            donor=donor,
            owner_id=owner_id,
            owner_name=owner_name,
            port_at=port_at,
            why_now=why_now,
        )

        return new_attempt

