from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.delivery_kind import DeliveryKind
from ..models.delivery_state import DeliveryState
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.chosen_delivery_log_item import ChosenDeliveryLogItem





T = TypeVar("T", bound="ChosenDelivery")



@_attrs_define
class ChosenDelivery:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            created_at (datetime.datetime | Unset):
            ended_at (datetime.datetime | None | Unset):
            event_id (str | Unset):
            id (UUID | Unset):
            kind (DeliveryKind | Unset): Why a delivery is made. Only `event` and `replay` keep the order of the feed.
            log (list[ChosenDeliveryLogItem] | Unset):
            next_try_at (datetime.datetime | None | Unset):
            outcome (DeliveryState | Unset): Where one delivery stands. A dead letter keeps its event: it can be resent or
                replayed.
            sequence (int | None | Unset):
            tries (int | Unset):
            type_ (str | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    ended_at: datetime.datetime | None | Unset = UNSET
    event_id: str | Unset = UNSET
    id: UUID | Unset = UNSET
    kind: DeliveryKind | Unset = UNSET
    log: list[ChosenDeliveryLogItem] | Unset = UNSET
    next_try_at: datetime.datetime | None | Unset = UNSET
    outcome: DeliveryState | Unset = UNSET
    sequence: int | None | Unset = UNSET
    tries: int | Unset = UNSET
    type_: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.chosen_delivery_log_item import ChosenDeliveryLogItem # noqa: PLC0415
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        ended_at: None | str | Unset
        if isinstance(self.ended_at, Unset):
            ended_at = UNSET
        elif isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        event_id = self.event_id

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value


        log: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.log, Unset):
            log = []
            for log_item_data in self.log:
                log_item = log_item_data.to_dict()
                log.append(log_item)



        next_try_at: None | str | Unset
        if isinstance(self.next_try_at, Unset):
            next_try_at = UNSET
        elif isinstance(self.next_try_at, datetime.datetime):
            next_try_at = self.next_try_at.isoformat()
        else:
            next_try_at = self.next_try_at

        outcome: str | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome.value


        sequence: int | None | Unset
        if isinstance(self.sequence, Unset):
            sequence = UNSET
        else:
            sequence = self.sequence

        tries = self.tries

        type_ = self.type_


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if ended_at is not UNSET:
            field_dict["ended_at"] = ended_at
        if event_id is not UNSET:
            field_dict["event_id"] = event_id
        if id is not UNSET:
            field_dict["id"] = id
        if kind is not UNSET:
            field_dict["kind"] = kind
        if log is not UNSET:
            field_dict["log"] = log
        if next_try_at is not UNSET:
            field_dict["next_try_at"] = next_try_at
        if outcome is not UNSET:
            field_dict["outcome"] = outcome
        if sequence is not UNSET:
            field_dict["sequence"] = sequence
        if tries is not UNSET:
            field_dict["tries"] = tries
        if type_ is not UNSET:
            field_dict["type"] = type_

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.chosen_delivery_log_item import ChosenDeliveryLogItem # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        _created_at = d.pop("created_at", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at,  Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)




        def _parse_ended_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)



                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        ended_at = _parse_ended_at(d.pop("ended_at", UNSET))


        event_id = d.pop("event_id", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        _kind = d.pop("kind", UNSET)
        kind: DeliveryKind | Unset
        if isinstance(_kind,  Unset):
            kind = UNSET
        else:
            kind = DeliveryKind(_kind)




        _log = d.pop("log", UNSET)
        log: list[ChosenDeliveryLogItem] | Unset = UNSET
        if _log is not UNSET:
            log = []
            for log_item_data in _log:
                log_item = ChosenDeliveryLogItem.from_dict(log_item_data)



                log.append(log_item)


        def _parse_next_try_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_try_at_type_0 = datetime.datetime.fromisoformat(data)



                return next_try_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        next_try_at = _parse_next_try_at(d.pop("next_try_at", UNSET))


        _outcome = d.pop("outcome", UNSET)
        outcome: DeliveryState | Unset
        if isinstance(_outcome,  Unset):
            outcome = UNSET
        else:
            outcome = DeliveryState(_outcome)




        def _parse_sequence(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        sequence = _parse_sequence(d.pop("sequence", UNSET))


        tries = d.pop("tries", UNSET)

        type_ = d.pop("type", UNSET)

        chosen_delivery = cls(
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


        chosen_delivery.additional_properties = d
        return chosen_delivery

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
