from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.subscription_state import SubscriptionState
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime






T = TypeVar("T", bound="ChosenSubscription")



@_attrs_define
class ChosenSubscription:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            behind (int | Unset): events of the feed that are not laid up yet
            both_secrets_until (datetime.datetime | None | Unset): until when the secret before signs too
            created_at (datetime.datetime | Unset):
            disabled_reason (str | Unset): gone (410) or unreachable, when disabled
            id (UUID | Unset):
            name (str | Unset):
            next_try_at (datetime.datetime | None | Unset):
            state (SubscriptionState | Unset): Whether a subscription gets events. Paused or disabled, it loses none: its
                place in the feed stands still.
            types (list[str] | Unset):
            url (str | Unset):
            waiting (int | Unset): deliveries that are laid up
     """

    allowed_actions: list[str] | Unset = UNSET
    behind: int | Unset = UNSET
    both_secrets_until: datetime.datetime | None | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    disabled_reason: str | Unset = UNSET
    id: UUID | Unset = UNSET
    name: str | Unset = UNSET
    next_try_at: datetime.datetime | None | Unset = UNSET
    state: SubscriptionState | Unset = UNSET
    types: list[str] | Unset = UNSET
    url: str | Unset = UNSET
    waiting: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        behind = self.behind

        both_secrets_until: None | str | Unset
        if isinstance(self.both_secrets_until, Unset):
            both_secrets_until = UNSET
        elif isinstance(self.both_secrets_until, datetime.datetime):
            both_secrets_until = self.both_secrets_until.isoformat()
        else:
            both_secrets_until = self.both_secrets_until

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        disabled_reason = self.disabled_reason

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        name = self.name

        next_try_at: None | str | Unset
        if isinstance(self.next_try_at, Unset):
            next_try_at = UNSET
        elif isinstance(self.next_try_at, datetime.datetime):
            next_try_at = self.next_try_at.isoformat()
        else:
            next_try_at = self.next_try_at

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value


        types: list[str] | Unset = UNSET
        if not isinstance(self.types, Unset):
            types = self.types



        url = self.url

        waiting = self.waiting


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if behind is not UNSET:
            field_dict["behind"] = behind
        if both_secrets_until is not UNSET:
            field_dict["both_secrets_until"] = both_secrets_until
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if disabled_reason is not UNSET:
            field_dict["disabled_reason"] = disabled_reason
        if id is not UNSET:
            field_dict["id"] = id
        if name is not UNSET:
            field_dict["name"] = name
        if next_try_at is not UNSET:
            field_dict["next_try_at"] = next_try_at
        if state is not UNSET:
            field_dict["state"] = state
        if types is not UNSET:
            field_dict["types"] = types
        if url is not UNSET:
            field_dict["url"] = url
        if waiting is not UNSET:
            field_dict["waiting"] = waiting

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        behind = d.pop("behind", UNSET)

        def _parse_both_secrets_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                both_secrets_until_type_0 = datetime.datetime.fromisoformat(data)



                return both_secrets_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        both_secrets_until = _parse_both_secrets_until(d.pop("both_secrets_until", UNSET))


        _created_at = d.pop("created_at", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at,  Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)




        disabled_reason = d.pop("disabled_reason", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        name = d.pop("name", UNSET)

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


        _state = d.pop("state", UNSET)
        state: SubscriptionState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = SubscriptionState(_state)




        types = cast(list[str], d.pop("types", UNSET))


        url = d.pop("url", UNSET)

        waiting = d.pop("waiting", UNSET)

        chosen_subscription = cls(
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


        chosen_subscription.additional_properties = d
        return chosen_subscription

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
