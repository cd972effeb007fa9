from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.contact_language import ContactLanguage
from ..types import UNSET, Unset






T = TypeVar("T", bound="Contact")



@_attrs_define
class Contact:
    """ The telefoniansvarig: gets a mail with a link.

        Attributes:
            email (str):
            name (str):
            language (ContactLanguage | Unset):  Default: ContactLanguage.SV.
            phone (str | Unset):  Default: ''.
     """

    email: str
    name: str
    language: ContactLanguage | Unset = ContactLanguage.SV
    phone: str | Unset = ''





    def to_dict(self) -> dict[str, Any]:
        email = self.email

        name = self.name

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language.value


        phone = self.phone


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "email": email,
            "name": name,
        })
        if language is not UNSET:
            field_dict["language"] = language
        if phone is not UNSET:
            field_dict["phone"] = phone

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        name = d.pop("name")

        _language = d.pop("language", UNSET)
        language: ContactLanguage | Unset
        if isinstance(_language,  Unset):
            language = UNSET
        else:
            language = ContactLanguage(_language)




        phone = d.pop("phone", UNSET)

        contact = cls(
            email=email,
            name=name,
            language=language,
            phone=phone,
        )

        return contact

