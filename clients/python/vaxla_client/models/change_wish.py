from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="ChangeWish")



@_attrs_define
class ChangeWish:
    """ The new time: a whole hour at which the donor ports.

        Attributes:
            port_at (datetime.datetime):
            reason (str | Unset):  Default: ''.
     """

    port_at: datetime.datetime
    reason: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        port_at = self.port_at.isoformat()

        reason = self.reason


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "port_at": port_at,
        })
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        port_at = datetime.datetime.fromisoformat(d.pop("port_at"))




        reason = d.pop("reason", UNSET)

        change_wish = cls(
            port_at=port_at,
            reason=reason,
        )

        return change_wish

