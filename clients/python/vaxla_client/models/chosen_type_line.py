from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.chosen_type_line_json_schema import ChosenTypeLineJsonSchema
  from ..models.words import Words





T = TypeVar("T", bound="ChosenTypeLine")



@_attrs_define
class ChosenTypeLine:
    """ What was chosen by `fields`.

        Attributes:
            description (Words | Unset): A sentence in both languages.
            json_schema (ChosenTypeLineJsonSchema | Unset):
            type_ (str | Unset):
     """

    description: Words | Unset = UNSET
    json_schema: ChosenTypeLineJsonSchema | Unset = UNSET
    type_: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.chosen_type_line_json_schema import ChosenTypeLineJsonSchema # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        description: dict[str, Any] | Unset = UNSET
        if not isinstance(self.description, Unset):
            description = self.description.to_dict()

        json_schema: dict[str, Any] | Unset = UNSET
        if not isinstance(self.json_schema, Unset):
            json_schema = self.json_schema.to_dict()

        type_ = self.type_


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if description is not UNSET:
            field_dict["description"] = description
        if json_schema is not UNSET:
            field_dict["json_schema"] = json_schema
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chosen_type_line_json_schema import ChosenTypeLineJsonSchema # noqa: PLC0415
        from ..models.words import Words # noqa: PLC0415
        d = dict(src_dict)
        _description = d.pop("description", UNSET)
        description: Words | Unset
        if isinstance(_description,  Unset):
            description = UNSET
        else:
            description = Words.from_dict(_description)




        _json_schema = d.pop("json_schema", UNSET)
        json_schema: ChosenTypeLineJsonSchema | Unset
        if isinstance(_json_schema,  Unset):
            json_schema = UNSET
        else:
            json_schema = ChosenTypeLineJsonSchema.from_dict(_json_schema)




        type_ = d.pop("type", UNSET)

        chosen_type_line = cls(
            description=description,
            json_schema=json_schema,
            type_=type_,
        )


        chosen_type_line.additional_properties = d
        return chosen_type_line

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
