from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.subscription_state import SubscriptionState
from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="Subscription")



@_attrs_define
class Subscription:
    """ A webhook subscription.

        Attributes:
            allowed_actions (list[str]):
            behind (int): events of the feed that are not laid up yet
            both_secrets_until (datetime.datetime | None): until when the secret before signs too
            created_at (datetime.datetime):
            disabled_reason (str): gone (410) or unreachable, when disabled
            id (UUID):
            name (str):
            next_try_at (datetime.datetime | None):
            state (SubscriptionState): Whether a subscription gets events. Paused or disabled, it loses none: its place in
                the feed stands still.
            types (list[str]):
            url (str):
            waiting (int): deliveries that are laid up
     """

    allowed_actions: list[str]
    behind: int
    both_secrets_until: datetime.datetime | None
    created_at: datetime.datetime
    disabled_reason: str
    id: UUID
    name: str
    next_try_at: datetime.datetime | None
    state: SubscriptionState
    types: list[str]
    url: str
    waiting: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        allowed_actions = self.allowed_actions



        behind = self.behind

        both_secrets_until: None | str
        if isinstance(self.both_secrets_until, datetime.datetime):
            both_secrets_until = self.both_secrets_until.isoformat()
        else:
            both_secrets_until = self.both_secrets_until

        created_at = self.created_at.isoformat()

        disabled_reason = self.disabled_reason

        id = str(self.id)

        name = self.name

        next_try_at: None | str
        if isinstance(self.next_try_at, datetime.datetime):
            next_try_at = self.next_try_at.isoformat()
        else:
            next_try_at = self.next_try_at

        state = self.state.value

        types = self.types



        url = self.url

        waiting = self.waiting


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "allowed_actions": allowed_actions,
            "behind": behind,
            "both_secrets_until": both_secrets_until,
            "created_at": created_at,
            "disabled_reason": disabled_reason,
            "id": id,
            "name": name,
            "next_try_at": next_try_at,
            "state": state,
            "types": types,
            "url": url,
            "waiting": waiting,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        behind = d.pop("behind")

        def _parse_both_secrets_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                both_secrets_until_type_0 = datetime.datetime.fromisoformat(data)



                return both_secrets_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        both_secrets_until = _parse_both_secrets_until(d.pop("both_secrets_until"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        disabled_reason = d.pop("disabled_reason")

        id = UUID(d.pop("id"))




        name = d.pop("name")

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


        state = SubscriptionState(d.pop("state"))




        types = cast(list[str], d.pop("types"))


        url = d.pop("url")

        waiting = d.pop("waiting")

        subscription = cls(
            allowed_actions=allowed_actions,
            behind=behind,
            both_secrets_until=both_secrets_until,
            created_at=created_at,
            disabled_reason=disabled_reason,
            id=id,
            name=name,
            next_try_at=next_try_at,
            state=state,
            types=types,
            url=url,
            waiting=waiting,
        )


        subscription.additional_properties = d
        return subscription

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
