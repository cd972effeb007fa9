from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.family import Family
  from ..models.kept_order import KeptOrder





T = TypeVar("T", bound="SubmissionResult")



@_attrs_define
class SubmissionResult:
    """ How many orders went to their donors' queues, and each that is still a draft.

        Attributes:
            family (Family): Orders made in one call. Each is a porting order of its own: list them by `family_id`.
            kept (list[KeptOrder]):
            submitted (int):
     """

    family: Family
    kept: list[KeptOrder]
    submitted: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.family import Family # noqa: PLC0415
        from ..models.kept_order import KeptOrder # noqa: PLC0415
        family = self.family.to_dict()

        kept = []
        for kept_item_data in self.kept:
            kept_item = kept_item_data.to_dict()
            kept.append(kept_item)



        submitted = self.submitted


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "family": family,
            "kept": kept,
            "submitted": submitted,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.family import Family # noqa: PLC0415
        from ..models.kept_order import KeptOrder # noqa: PLC0415
        d = dict(src_dict)
        family = Family.from_dict(d.pop("family"))




        kept = []
        _kept = d.pop("kept")
        for kept_item_data in (_kept):
            kept_item = KeptOrder.from_dict(kept_item_data)



            kept.append(kept_item)


        submitted = d.pop("submitted")

        submission_result = cls(
            family=family,
            kept=kept,
            submitted=submitted,
        )


        submission_result.additional_properties = d
        return submission_result

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
