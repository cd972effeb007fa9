from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field
import json
from .. import types

from ..types import UNSET, Unset

from ..types import File, FileTypes
from io import BytesIO
from typing import cast
import datetime






T = TypeVar("T", bound="BodyFileAMandateSignedOnPaper")



@_attrs_define
class BodyFileAMandateSignedOnPaper:
    """ 
        Attributes:
            file (File): The scan, as a PDF of at most 20 MB.
            signed_by (str):
            signed_on (datetime.date):
     """

    file: File
    signed_by: str
    signed_on: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        file = self.file.to_tuple()


        signed_by = self.signed_by

        signed_on = self.signed_on.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "file": file,
            "signed_by": signed_by,
            "signed_on": signed_on,
        })

        return field_dict


    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("file", self.file.to_tuple()))



        files.append(("signed_by", (None, str(self.signed_by).encode(), "text/plain")))



        files.append(("signed_on", (None, self.signed_on.isoformat().encode(), "text/plain")))




        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))



        return files


    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        file = File(
             payload = BytesIO(d.pop("file"))
        )




        signed_by = d.pop("signed_by")

        signed_on = datetime.date.fromisoformat(d.pop("signed_on"))




        body_file_a_mandate_signed_on_paper = cls(
            file=file,
            signed_by=signed_by,
            signed_on=signed_on,
        )


        body_file_a_mandate_signed_on_paper.additional_properties = d
        return body_file_a_mandate_signed_on_paper

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
