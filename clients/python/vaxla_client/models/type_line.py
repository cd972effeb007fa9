from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.type_line_json_schema import TypeLineJsonSchema
  from ..models.words import Words





T = TypeVar("T", bound="TypeLine")



@_attrs_define
class TypeLine:
    """ A type of event: what it tells, and the JSON schema of its `data` and `previous`.

        Attributes:
            description (Words): A sentence in both languages.
            json_schema (TypeLineJsonSchema):
            type_ (str):
     """

    description: Words
    json_schema: TypeLineJsonSchema
    type_: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.type_line_json_schema import TypeLineJsonSchema # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        description = self.description.to_dict()

        json_schema = self.json_schema.to_dict()

        type_ = self.type_


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "description": description,
            "json_schema": json_schema,
            "type": type_,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.type_line_json_schema import TypeLineJsonSchema # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        d = dict(src_dict)
        description = Words.from_dict(d.pop("description"))




        json_schema = TypeLineJsonSchema.from_dict(d.pop("json_schema"))




        type_ = d.pop("type")

        type_line = cls(
            description=description,
            json_schema=json_schema,
            type_=type_,
        )


        type_line.additional_properties = d
        return type_line

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
