from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.customer_contact_channel import CustomerContactChannel






T = TypeVar("T", bound="CustomerContact")



@_attrs_define
class CustomerContact:
    """ How you spoke with the customer about the no, and what was said.

        Attributes:
            channel (CustomerContactChannel):
            note (str):
     """

    channel: CustomerContactChannel
    note: str





    def to_dict(self) -> dict[str, Any]:
        channel = self.channel.value

        note = self.note


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "channel": channel,
            "note": note,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        channel = CustomerContactChannel(d.pop("channel"))




        note = d.pop("note")

        customer_contact = cls(
            channel=channel,
            note=note,
        )

        return customer_contact

