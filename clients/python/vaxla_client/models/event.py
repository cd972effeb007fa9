from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.event_actor import EventActor
  from ..models.event_data import EventData
  from ..models.event_previous import EventPrevious
  from ..models.event_subject import EventSubject





T = TypeVar("T", bound="Event")



@_attrs_define
class Event:
    """ One event. `id` is the same in the feed, in the stream and in every try of a webhook.

        Attributes:
            actor (EventActor): Who made it happen.
            data (EventData): as it is now; documented per type at /api/v1/event-types
            id (str):
            occurred_at (datetime.datetime):
            previous (EventPrevious): the values before, where something was changed
            sequence (int): its place in your feed, without gaps, from 1
            subject (EventSubject): What the event is about.
            type_ (str):
     """

    actor: EventActor
    data: EventData
    id: str
    occurred_at: datetime.datetime
    previous: EventPrevious
    sequence: int
    subject: EventSubject
    type_: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.event_actor import EventActor # noqa: PLC0415
        from ..models.event_data import EventData # noqa: PLC0415
        from ..models.event_previous import EventPrevious # noqa: PLC0415
        from ..models.event_subject import EventSubject # noqa: PLC0415
        actor = self.actor.to_dict()

        data = self.data.to_dict()

        id = self.id

        occurred_at = self.occurred_at.isoformat()

        previous = self.previous.to_dict()

        sequence = self.sequence

        subject = self.subject.to_dict()

        type_ = self.type_


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "actor": actor,
            "data": data,
            "id": id,
            "occurred_at": occurred_at,
            "previous": previous,
            "sequence": sequence,
            "subject": subject,
            "type": type_,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_actor import EventActor # noqa: PLC0415
        from ..models.event_data import EventData # noqa: PLC0415
        from ..models.event_previous import EventPrevious # noqa: PLC0415
        from ..models.event_subject import EventSubject # noqa: PLC0415
        d = dict(src_dict)
        actor = EventActor.from_dict(d.pop("actor"))




        data = EventData.from_dict(d.pop("data"))




        id = d.pop("id")

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))




        previous = EventPrevious.from_dict(d.pop("previous"))




        sequence = d.pop("sequence")

        subject = EventSubject.from_dict(d.pop("subject"))




        type_ = d.pop("type")

        event = cls(
            actor=actor,
            data=data,
            id=id,
            occurred_at=occurred_at,
            previous=previous,
            sequence=sequence,
            subject=subject,
            type_=type_,
        )


        event.additional_properties = d
        return event

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
