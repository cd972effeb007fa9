from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.wish_kind import WishKind
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="Wish")



@_attrs_define
class Wish:
    """ A wish and what came of it. `granted` at once when nothing lay at the donor; then `id` is null.

        Attributes:
            answer (str):
            answered_at (datetime.datetime | None):
            created_at (datetime.datetime):
            id (None | UUID):
            kind (WishKind): What we wish of a donor that has our request.
            order_id (UUID):
            port_at (datetime.datetime | None):
            reason (str):
            state (str):
            allowed_actions (list[str] | Unset): None: a wish waits for the donor's word.
     """

    answer: str
    answered_at: datetime.datetime | None
    created_at: datetime.datetime
    id: None | UUID
    kind: WishKind
    order_id: UUID
    port_at: datetime.datetime | None
    reason: str
    state: str
    allowed_actions: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        answer = self.answer

        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        created_at = self.created_at.isoformat()

        id: None | str
        if isinstance(self.id, UUID):
            id = str(self.id)
        else:
            id = self.id

        kind = self.kind.value

        order_id = str(self.order_id)

        port_at: None | str
        if isinstance(self.port_at, datetime.datetime):
            port_at = self.port_at.isoformat()
        else:
            port_at = self.port_at

        reason = self.reason

        state = self.state

        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "answer": answer,
            "answered_at": answered_at,
            "created_at": created_at,
            "id": id,
            "kind": kind,
            "order_id": order_id,
            "port_at": port_at,
            "reason": reason,
            "state": state,
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        answer = d.pop("answer")

        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)



                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                id_type_0 = UUID(data)



                return id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        id = _parse_id(d.pop("id"))


        kind = WishKind(d.pop("kind"))




        order_id = UUID(d.pop("order_id"))




        def _parse_port_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                port_at_type_0 = datetime.datetime.fromisoformat(data)



                return port_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        port_at = _parse_port_at(d.pop("port_at"))


        reason = d.pop("reason")

        state = d.pop("state")

        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        wish = cls(
            answer=answer,
            answered_at=answered_at,
            created_at=created_at,
            id=id,
            kind=kind,
            order_id=order_id,
            port_at=port_at,
            reason=reason,
            state=state,
            allowed_actions=allowed_actions,
        )


        wish.additional_properties = d
        return wish

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
