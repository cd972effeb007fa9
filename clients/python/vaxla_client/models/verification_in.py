from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="VerificationIn")



@_attrs_define
class VerificationIn:
    """ What you and your consumer found out (step 5). Leave out what you do not know yet.

        Attributes:
            address_confirmed (bool | Unset):  Default: False.
            apartment_confirmed (bool | Unset):  Default: False.
            newly_moved_in (bool | None | Unset):
            own_services (bool | None | Unset): does the consumer subscribe to what blocks the port?
            right_access_id (str | Unset):  Default: ''.
            terminate (bool | None | Unset): shall the present services end at activation?
     """

    address_confirmed: bool | Unset = False
    apartment_confirmed: bool | Unset = False
    newly_moved_in: bool | None | Unset = UNSET
    own_services: bool | None | Unset = UNSET
    right_access_id: str | Unset = ''
    terminate: bool | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        address_confirmed = self.address_confirmed

        apartment_confirmed = self.apartment_confirmed

        newly_moved_in: bool | None | Unset
        if isinstance(self.newly_moved_in, Unset):
            newly_moved_in = UNSET
        else:
            newly_moved_in = self.newly_moved_in

        own_services: bool | None | Unset
        if isinstance(self.own_services, Unset):
            own_services = UNSET
        else:
            own_services = self.own_services

        right_access_id = self.right_access_id

        terminate: bool | None | Unset
        if isinstance(self.terminate, Unset):
            terminate = UNSET
        else:
            terminate = self.terminate


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if address_confirmed is not UNSET:
            field_dict["address_confirmed"] = address_confirmed
        if apartment_confirmed is not UNSET:
            field_dict["apartment_confirmed"] = apartment_confirmed
        if newly_moved_in is not UNSET:
            field_dict["newly_moved_in"] = newly_moved_in
        if own_services is not UNSET:
            field_dict["own_services"] = own_services
        if right_access_id is not UNSET:
            field_dict["right_access_id"] = right_access_id
        if terminate is not UNSET:
            field_dict["terminate"] = terminate

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        address_confirmed = d.pop("address_confirmed", UNSET)

        apartment_confirmed = d.pop("apartment_confirmed", UNSET)

        def _parse_newly_moved_in(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        newly_moved_in = _parse_newly_moved_in(d.pop("newly_moved_in", UNSET))


        def _parse_own_services(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        own_services = _parse_own_services(d.pop("own_services", UNSET))


        right_access_id = d.pop("right_access_id", UNSET)

        def _parse_terminate(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        terminate = _parse_terminate(d.pop("terminate", UNSET))


        verification_in = cls(
            address_confirmed=address_confirmed,
            apartment_confirmed=apartment_confirmed,
            newly_moved_in=newly_moved_in,
            own_services=own_services,
            right_access_id=right_access_id,
            terminate=terminate,
        )

        return verification_in

