from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sim_kind import SimKind






T = TypeVar("T", bound="Replacement")



@_attrs_define
class Replacement:
    """ Which kind of card instead, and why; it stands in the history.

        Attributes:
            kind (SimKind): A card, or a profile that is loaded by a code.
            reason (str):
     """

    kind: SimKind
    reason: str





    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        reason = self.reason


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "kind": kind,
            "reason": reason,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = SimKind(d.pop("kind"))




        reason = d.pop("reason")

        replacement = cls(
            kind=kind,
            reason=reason,
        )

        return replacement

