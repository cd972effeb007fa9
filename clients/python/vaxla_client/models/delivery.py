from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.delivery_kind import DeliveryKind
from ..models.delivery_state import DeliveryState
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.delivery_log_item import DeliveryLogItem





T = TypeVar("T", bound="Delivery")



@_attrs_define
class Delivery:
    """ One event on its way to one receiver, with every try.

        Attributes:
            allowed_actions (list[str]):
            created_at (datetime.datetime):
            ended_at (datetime.datetime | None):
            event_id (str):
            id (UUID):
            kind (DeliveryKind): Why a delivery is made. Only `event` and `replay` keep the order of the feed.
            log (list[DeliveryLogItem]):
            next_try_at (datetime.datetime | None):
            outcome (DeliveryState): Where one delivery stands. A dead letter keeps its event: it can be resent or replayed.
            sequence (int | None):
            tries (int):
            type_ (str):
     """

    allowed_actions: list[str]
    created_at: datetime.datetime
    ended_at: datetime.datetime | None
    event_id: str
    id: UUID
    kind: DeliveryKind
    log: list[DeliveryLogItem]
    next_try_at: datetime.datetime | None
    outcome: DeliveryState
    sequence: int | None
    tries: int
    type_: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.delivery_log_item import DeliveryLogItem # noqa: PLC0415
        allowed_actions = self.allowed_actions



        created_at = self.created_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        event_id = self.event_id

        id = str(self.id)

        kind = self.kind.value

        log = []
        for log_item_data in self.log:
            log_item = log_item_data.to_dict()
            log.append(log_item)



        next_try_at: None | str
        if isinstance(self.next_try_at, datetime.datetime):
            next_try_at = self.next_try_at.isoformat()
        else:
            next_try_at = self.next_try_at

        outcome = self.outcome.value

        sequence: int | None
        sequence = self.sequence

        tries = self.tries

        type_ = self.type_


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "allowed_actions": allowed_actions,
            "created_at": created_at,
            "ended_at": ended_at,
            "event_id": event_id,
            "id": id,
            "kind": kind,
            "log": log,
            "next_try_at": next_try_at,
            "outcome": outcome,
            "sequence": sequence,
            "tries": tries,
            "type": type_,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.delivery_log_item import DeliveryLogItem # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)



                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))


        event_id = d.pop("event_id")

        id = UUID(d.pop("id"))




        kind = DeliveryKind(d.pop("kind"))




        log = []
        _log = d.pop("log")
        for log_item_data in (_log):
            log_item = DeliveryLogItem.from_dict(log_item_data)



            log.append(log_item)


        def _parse_next_try_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_try_at_type_0 = datetime.datetime.fromisoformat(data)



                return next_try_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_try_at = _parse_next_try_at(d.pop("next_try_at"))


        outcome = DeliveryState(d.pop("outcome"))




        def _parse_sequence(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sequence = _parse_sequence(d.pop("sequence"))


        tries = d.pop("tries")

        type_ = d.pop("type")

        delivery = cls(
            allowed_actions=allowed_actions,
            created_at=created_at,
            ended_at=ended_at,
            event_id=event_id,
            id=id,
            kind=kind,
            log=log,
            next_try_at=next_try_at,
            outcome=outcome,
            sequence=sequence,
            tries=tries,
            type_=type_,
        )


        delivery.additional_properties = d
        return delivery

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
