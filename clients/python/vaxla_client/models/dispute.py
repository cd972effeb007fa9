from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.displacement import Displacement





T = TypeVar("T", bound="Dispute")



@_attrs_define
class Dispute:
    """ What came of a dispute: the port is being restored, or it came late and a person decides.

    `late_reference` is null while a late one waits for the port to be free of another case.

        Attributes:
            displacement (Displacement): A service of yours that was deactivated through somebody else's unblocking.
            late (bool):
            late_reference (None | str):
     """

    displacement: Displacement
    late: bool
    late_reference: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.displacement import Displacement # noqa: PLC0415
        displacement = self.displacement.to_dict()

        late = self.late

        late_reference: None | str
        late_reference = self.late_reference


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "displacement": displacement,
            "late": late,
            "late_reference": late_reference,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.displacement import Displacement # noqa: PLC0415
        d = dict(src_dict)
        displacement = Displacement.from_dict(d.pop("displacement"))




        late = d.pop("late")

        def _parse_late_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        late_reference = _parse_late_reference(d.pop("late_reference"))


        dispute = cls(
            displacement=displacement,
            late=late,
            late_reference=late_reference,
        )


        dispute.additional_properties = d
        return dispute

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
