from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast
from uuid import UUID






T = TypeVar("T", bound="MandateOrder")



@_attrs_define
class MandateOrder:
    """ What a mandate is to cover: numbers and series in any writing, all with one donor, of a case or of a family.

        Attributes:
            donor (str): Code or name.
            numbers (list[str]):
            case_id (None | Unset | UUID):
            family_id (None | Unset | UUID):
            owner_id (str | Unset): As the donor has it; the customer's unless told. Default: ''.
            owner_name (str | Unset):  Default: ''.
            two_signatories (bool | Unset): The company signs by two jointly. Default: False.
     """

    donor: str
    numbers: list[str]
    case_id: None | Unset | UUID = UNSET
    family_id: None | Unset | UUID = UNSET
    owner_id: str | Unset = ''
    owner_name: str | Unset = ''
    two_signatories: bool | Unset = False





    def to_dict(self) -> dict[str, Any]:
        donor = self.donor

        numbers = self.numbers



        case_id: None | str | Unset
        if isinstance(self.case_id, Unset):
            case_id = UNSET
        elif isinstance(self.case_id, UUID):
            case_id = str(self.case_id)
        else:
            case_id = self.case_id

        family_id: None | str | Unset
        if isinstance(self.family_id, Unset):
            family_id = UNSET
        elif isinstance(self.family_id, UUID):
            family_id = str(self.family_id)
        else:
            family_id = self.family_id

        owner_id = self.owner_id

        owner_name = self.owner_name

        two_signatories = self.two_signatories


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "donor": donor,
            "numbers": numbers,
        })
        if case_id is not UNSET:
            field_dict["case_id"] = case_id
        if family_id is not UNSET:
            field_dict["family_id"] = family_id
        if owner_id is not UNSET:
            field_dict["owner_id"] = owner_id
        if owner_name is not UNSET:
            field_dict["owner_name"] = owner_name
        if two_signatories is not UNSET:
            field_dict["two_signatories"] = two_signatories

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        donor = d.pop("donor")

        numbers = cast(list[str], d.pop("numbers"))


        def _parse_case_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                case_id_type_0 = UUID(data)



                return case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        case_id = _parse_case_id(d.pop("case_id", UNSET))


        def _parse_family_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                family_id_type_0 = UUID(data)



                return family_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        family_id = _parse_family_id(d.pop("family_id", UNSET))


        owner_id = d.pop("owner_id", UNSET)

        owner_name = d.pop("owner_name", UNSET)

        two_signatories = d.pop("two_signatories", UNSET)

        mandate_order = cls(
            donor=donor,
            numbers=numbers,
            case_id=case_id,
            family_id=family_id,
            owner_id=owner_id,
            owner_name=owner_name,
            two_signatories=two_signatories,
        )

        return mandate_order

