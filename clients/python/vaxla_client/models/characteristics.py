from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="Characteristics")



@_attrs_define
class Characteristics:
    """ Options of a service, as ON-API names them.

        Attributes:
            sla (None | str | Unset):
            fixed_ip (bool | None | Unset):
            ip_address (list[str] | None | Unset):
     """

    sla: None | str | Unset = UNSET
    fixed_ip: bool | None | Unset = UNSET
    ip_address: list[str] | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        sla: None | str | Unset
        if isinstance(self.sla, Unset):
            sla = UNSET
        else:
            sla = self.sla

        fixed_ip: bool | None | Unset
        if isinstance(self.fixed_ip, Unset):
            fixed_ip = UNSET
        else:
            fixed_ip = self.fixed_ip

        ip_address: list[str] | None | Unset
        if isinstance(self.ip_address, Unset):
            ip_address = UNSET
        elif isinstance(self.ip_address, list):
            ip_address = self.ip_address


        else:
            ip_address = self.ip_address


        field_dict: dict[str, Any] = {}

        field_dict.update({
        })
        if sla is not UNSET:
            field_dict["SLA"] = sla
        if fixed_ip is not UNSET:
            field_dict["fixedIp"] = fixed_ip
        if ip_address is not UNSET:
            field_dict["ipAddress"] = ip_address

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_sla(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        sla = _parse_sla(d.pop("SLA", UNSET))


        def _parse_fixed_ip(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        fixed_ip = _parse_fixed_ip(d.pop("fixedIp", UNSET))


        def _parse_ip_address(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                ip_address_type_0 = cast(list[str], data)

                return ip_address_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        ip_address = _parse_ip_address(d.pop("ipAddress", UNSET))


        characteristics = cls(
            sla=sla,
            fixed_ip=fixed_ip,
            ip_address=ip_address,
        )

        return characteristics

