from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
from uuid import UUID

if TYPE_CHECKING:
  from ..models.data_version import DataVersion





T = TypeVar("T", bound="CustomerData")



@_attrs_define
class CustomerData:
    """ How the lists of a case stand. `signed` is what is delivered; `newest` is what came last.

        Attributes:
            allowed_actions (list[str]):
            case_id (UUID):
            imports (list[UUID]): Large files that are being read.
            newest (DataVersion | None):
            signed (DataVersion | None):
     """

    allowed_actions: list[str]
    case_id: UUID
    imports: list[UUID]
    newest: DataVersion | None
    signed: DataVersion | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.data_version import DataVersion # noqa: PLC0415
        allowed_actions = self.allowed_actions



        case_id = str(self.case_id)

        imports = []
        for imports_item_data in self.imports:
            imports_item = str(imports_item_data)
            imports.append(imports_item)



        newest: dict[str, Any] | None
        if isinstance(self.newest, DataVersion):
            newest = self.newest.to_dict()
        else:
            newest = self.newest

        signed: dict[str, Any] | None
        if isinstance(self.signed, DataVersion):
            signed = self.signed.to_dict()
        else:
            signed = self.signed


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "allowed_actions": allowed_actions,
            "case_id": case_id,
            "imports": imports,
            "newest": newest,
            "signed": signed,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.data_version import DataVersion # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        case_id = UUID(d.pop("case_id"))




        imports = []
        _imports = d.pop("imports")
        for imports_item_data in (_imports):
            imports_item = UUID(imports_item_data)



            imports.append(imports_item)


        def _parse_newest(data: object) -> DataVersion | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                newest_type_0 = DataVersion.from_dict(data)



                return newest_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DataVersion | None, data)

        newest = _parse_newest(d.pop("newest"))


        def _parse_signed(data: object) -> DataVersion | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                signed_type_0 = DataVersion.from_dict(data)



                return signed_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DataVersion | None, data)

        signed = _parse_signed(d.pop("signed"))


        customer_data = cls(
            allowed_actions=allowed_actions,
            case_id=case_id,
            imports=imports,
            newest=newest,
            signed=signed,
        )


        customer_data.additional_properties = d
        return customer_data

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
