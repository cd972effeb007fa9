from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.contact_in_consumer_language import ContactInConsumerLanguage
from ..types import UNSET, Unset
from typing import cast
import datetime






T = TypeVar("T", bound="ContactIn")



@_attrs_define
class ContactIn:
    """ You have contacted your consumer (step 13): the time to answer begins.

        Attributes:
            channel (str):
            consumer_email (str | Unset): to have the confirmation mailed; forgotten when it has been sent Default: ''.
            consumer_language (ContactInConsumerLanguage | Unset):  Default: ContactInConsumerLanguage.SV.
            contacted_at (datetime.datetime | None | Unset): now, unless given
     """

    channel: str
    consumer_email: str | Unset = ''
    consumer_language: ContactInConsumerLanguage | Unset = ContactInConsumerLanguage.SV
    contacted_at: datetime.datetime | None | Unset = UNSET





    def to_dict(self) -> dict[str, Any]:
        channel = self.channel

        consumer_email = self.consumer_email

        consumer_language: str | Unset = UNSET
        if not isinstance(self.consumer_language, Unset):
            consumer_language = self.consumer_language.value


        contacted_at: None | str | Unset
        if isinstance(self.contacted_at, Unset):
            contacted_at = UNSET
        elif isinstance(self.contacted_at, datetime.datetime):
            contacted_at = self.contacted_at.isoformat()
        else:
            contacted_at = self.contacted_at


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "channel": channel,
        })
        if consumer_email is not UNSET:
            field_dict["consumer_email"] = consumer_email
        if consumer_language is not UNSET:
            field_dict["consumer_language"] = consumer_language
        if contacted_at is not UNSET:
            field_dict["contacted_at"] = contacted_at

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        channel = d.pop("channel")

        consumer_email = d.pop("consumer_email", UNSET)

        _consumer_language = d.pop("consumer_language", UNSET)
        consumer_language: ContactInConsumerLanguage | Unset
        if isinstance(_consumer_language,  Unset):
            consumer_language = UNSET
        else:
            consumer_language = ContactInConsumerLanguage(_consumer_language)




        def _parse_contacted_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                contacted_at_type_0 = datetime.datetime.fromisoformat(data)



                return contacted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        contacted_at = _parse_contacted_at(d.pop("contacted_at", UNSET))


        contact_in = cls(
            channel=channel,
            consumer_email=consumer_email,
            consumer_language=consumer_language,
            contacted_at=contacted_at,
        )

        return contact_in

