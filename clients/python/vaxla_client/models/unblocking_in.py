from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.wanted_service_in import WantedServiceIn





T = TypeVar("T", bound="UnblockingIn")



@_attrs_define
class UnblockingIn:
    """ A question about a port. `sp_reference` is yours and names no person.

        Attributes:
            access_id (str):
            network (str):
            services (list[WantedServiceIn]):
            sp_reference (str):
     """

    access_id: str
    network: str
    services: list[WantedServiceIn]
    sp_reference: str





    def to_dict(self) -> dict[str, Any]:
        from ..models.wanted_service_in import WantedServiceIn # noqa: PLC0415
        access_id = self.access_id

        network = self.network

        services = []
        for services_item_data in self.services:
            services_item = services_item_data.to_dict()
            services.append(services_item)



        sp_reference = self.sp_reference


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "access_id": access_id,
            "network": network,
            "services": services,
            "sp_reference": sp_reference,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.wanted_service_in import WantedServiceIn # noqa: PLC0415
        d = dict(src_dict)
        access_id = d.pop("access_id")

        network = d.pop("network")

        services = []
        _services = d.pop("services")
        for services_item_data in (_services):
            services_item = WantedServiceIn.from_dict(services_item_data)



            services.append(services_item)


        sp_reference = d.pop("sp_reference")

        unblocking_in = cls(
            access_id=access_id,
            network=network,
            services=services,
            sp_reference=sp_reference,
        )

        return unblocking_in

