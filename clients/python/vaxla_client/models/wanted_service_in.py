from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.characteristics import Characteristics
  from ..models.equipment import Equipment





T = TypeVar("T", bound="WantedServiceIn")



@_attrs_define
class WantedServiceIn:
    """ A service to order.

        Attributes:
            service (str):
            characteristics (Characteristics | Unset): Options of a service, as ON-API names them.
            equipment (list[Equipment] | Unset):
            sp_subscription_id (str | Unset):  Default: ''.
     """

    service: str
    characteristics: Characteristics | Unset = UNSET
    equipment: list[Equipment] | Unset = UNSET
    sp_subscription_id: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        from ..models.characteristics import Characteristics # noqa: PLC0415
        from ..models.equipment import Equipment # noqa: PLC0415
        service = self.service

        characteristics: dict[str, Any] | Unset = UNSET
        if not isinstance(self.characteristics, Unset):
            characteristics = self.characteristics.to_dict()

        equipment: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.equipment, Unset):
            equipment = []
            for equipment_item_data in self.equipment:
                equipment_item = equipment_item_data.to_dict()
                equipment.append(equipment_item)



        sp_subscription_id = self.sp_subscription_id


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "service": service,
        })
        if characteristics is not UNSET:
            field_dict["characteristics"] = characteristics
        if equipment is not UNSET:
            field_dict["equipment"] = equipment
        if sp_subscription_id is not UNSET:
            field_dict["sp_subscription_id"] = sp_subscription_id

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.characteristics import Characteristics # noqa: PLC0415
        from ..models.equipment import Equipment # noqa: PLC0415
        d = dict(src_dict)
        service = d.pop("service")

        _characteristics = d.pop("characteristics", UNSET)
        characteristics: Characteristics | Unset
        if isinstance(_characteristics,  Unset):
            characteristics = UNSET
        else:
            characteristics = Characteristics.from_dict(_characteristics)




        _equipment = d.pop("equipment", UNSET)
        equipment: list[Equipment] | Unset = UNSET
        if _equipment is not UNSET:
            equipment = []
            for equipment_item_data in _equipment:
                equipment_item = Equipment.from_dict(equipment_item_data)



                equipment.append(equipment_item)


        sp_subscription_id = d.pop("sp_subscription_id", UNSET)

        wanted_service_in = cls(
            service=service,
            characteristics=characteristics,
            equipment=equipment,
            sp_subscription_id=sp_subscription_id,
        )

        return wanted_service_in

