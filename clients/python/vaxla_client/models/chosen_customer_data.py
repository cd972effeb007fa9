from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
  from ..models.data_version import DataVersion





T = TypeVar("T", bound="ChosenCustomerData")



@_attrs_define
class ChosenCustomerData:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            case_id (UUID | Unset):
            imports (list[UUID] | Unset): Large files that are being read.
            newest (DataVersion | None | Unset):
            signed (DataVersion | None | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    case_id: UUID | Unset = UNSET
    imports: list[UUID] | Unset = UNSET
    newest: DataVersion | None | Unset = UNSET
    signed: DataVersion | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.data_version import DataVersion # noqa: PLC0415
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        case_id: str | Unset = UNSET
        if not isinstance(self.case_id, Unset):
            case_id = str(self.case_id)

        imports: list[str] | Unset = UNSET
        if not isinstance(self.imports, Unset):
            imports = []
            for imports_item_data in self.imports:
                imports_item = str(imports_item_data)
                imports.append(imports_item)



        newest: dict[str, Any] | None | Unset
        if isinstance(self.newest, Unset):
            newest = UNSET
        elif isinstance(self.newest, DataVersion):
            newest = self.newest.to_dict()
        else:
            newest = self.newest

        signed: dict[str, Any] | None | Unset
        if isinstance(self.signed, Unset):
            signed = UNSET
        elif isinstance(self.signed, DataVersion):
            signed = self.signed.to_dict()
        else:
            signed = self.signed


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if case_id is not UNSET:
            field_dict["case_id"] = case_id
        if imports is not UNSET:
            field_dict["imports"] = imports
        if newest is not UNSET:
            field_dict["newest"] = newest
        if signed is not UNSET:
            field_dict["signed"] = signed

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.data_version import DataVersion # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        _case_id = d.pop("case_id", UNSET)
        case_id: UUID | Unset
        if isinstance(_case_id,  Unset):
            case_id = UNSET
        else:
            case_id = UUID(_case_id)




        _imports = d.pop("imports", UNSET)
        imports: list[UUID] | Unset = UNSET
        if _imports is not UNSET:
            imports = []
            for imports_item_data in _imports:
                imports_item = UUID(imports_item_data)



                imports.append(imports_item)


        def _parse_newest(data: object) -> DataVersion | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                newest_type_0 = DataVersion.from_dict(data)



                return newest_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DataVersion | None | Unset, data)

        newest = _parse_newest(d.pop("newest", UNSET))


        def _parse_signed(data: object) -> DataVersion | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                signed_type_0 = DataVersion.from_dict(data)



                return signed_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DataVersion | None | Unset, data)

        signed = _parse_signed(d.pop("signed", UNSET))


        chosen_customer_data = cls(
            allowed_actions=allowed_actions,
            case_id=case_id,
            imports=imports,
            newest=newest,
            signed=signed,
        )


        chosen_customer_data.additional_properties = d
        return chosen_customer_data

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
