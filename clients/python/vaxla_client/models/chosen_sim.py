from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sim_kind import SimKind
from ..models.sim_state import SimState
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
  from ..models.sim_user import SimUser





T = TypeVar("T", bound="ChosenSim")



@_attrs_define
class ChosenSim:
    """ What was chosen by `fields`.

        Attributes:
            allowed_actions (list[str] | Unset):
            case_id (UUID | Unset):
            customer_id (UUID | Unset):
            envelope (int | None | Unset): Which envelope of the parcel.
            iccid (str | Unset):
            id (UUID | Unset):
            kind (SimKind | Unset): A card, or a profile that is loaded by a code.
            number (str | Unset):
            parcel_id (None | Unset | UUID):
            state (SimState | Unset): A SIM card or eSIM profile (names of `peers.md` section 6).
            user (None | SimUser | Unset):
     """

    allowed_actions: list[str] | Unset = UNSET
    case_id: UUID | Unset = UNSET
    customer_id: UUID | Unset = UNSET
    envelope: int | None | Unset = UNSET
    iccid: str | Unset = UNSET
    id: UUID | Unset = UNSET
    kind: SimKind | Unset = UNSET
    number: str | Unset = UNSET
    parcel_id: None | Unset | UUID = UNSET
    state: SimState | Unset = UNSET
    user: None | SimUser | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.sim_user import SimUser # noqa: PLC0415
        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        case_id: str | Unset = UNSET
        if not isinstance(self.case_id, Unset):
            case_id = str(self.case_id)

        customer_id: str | Unset = UNSET
        if not isinstance(self.customer_id, Unset):
            customer_id = str(self.customer_id)

        envelope: int | None | Unset
        if isinstance(self.envelope, Unset):
            envelope = UNSET
        else:
            envelope = self.envelope

        iccid = self.iccid

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value


        number = self.number

        parcel_id: None | str | Unset
        if isinstance(self.parcel_id, Unset):
            parcel_id = UNSET
        elif isinstance(self.parcel_id, UUID):
            parcel_id = str(self.parcel_id)
        else:
            parcel_id = self.parcel_id

        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value


        user: dict[str, Any] | None | Unset
        if isinstance(self.user, Unset):
            user = UNSET
        elif isinstance(self.user, SimUser):
            user = self.user.to_dict()
        else:
            user = self.user


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if case_id is not UNSET:
            field_dict["case_id"] = case_id
        if customer_id is not UNSET:
            field_dict["customer_id"] = customer_id
        if envelope is not UNSET:
            field_dict["envelope"] = envelope
        if iccid is not UNSET:
            field_dict["iccid"] = iccid
        if id is not UNSET:
            field_dict["id"] = id
        if kind is not UNSET:
            field_dict["kind"] = kind
        if number is not UNSET:
            field_dict["number"] = number
        if parcel_id is not UNSET:
            field_dict["parcel_id"] = parcel_id
        if state is not UNSET:
            field_dict["state"] = state
        if user is not UNSET:
            field_dict["user"] = user

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sim_user import SimUser # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        _case_id = d.pop("case_id", UNSET)
        case_id: UUID | Unset
        if isinstance(_case_id,  Unset):
            case_id = UNSET
        else:
            case_id = UUID(_case_id)




        _customer_id = d.pop("customer_id", UNSET)
        customer_id: UUID | Unset
        if isinstance(_customer_id,  Unset):
            customer_id = UNSET
        else:
            customer_id = UUID(_customer_id)




        def _parse_envelope(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        envelope = _parse_envelope(d.pop("envelope", UNSET))


        iccid = d.pop("iccid", UNSET)

        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        _kind = d.pop("kind", UNSET)
        kind: SimKind | Unset
        if isinstance(_kind,  Unset):
            kind = UNSET
        else:
            kind = SimKind(_kind)




        number = d.pop("number", UNSET)

        def _parse_parcel_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                parcel_id_type_0 = UUID(data)



                return parcel_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        parcel_id = _parse_parcel_id(d.pop("parcel_id", UNSET))


        _state = d.pop("state", UNSET)
        state: SimState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = SimState(_state)




        def _parse_user(data: object) -> None | SimUser | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                user_type_0 = SimUser.from_dict(data)



                return user_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SimUser | Unset, data)

        user = _parse_user(d.pop("user", UNSET))


        chosen_sim = cls(
            allowed_actions=allowed_actions,
            case_id=case_id,
            customer_id=customer_id,
            envelope=envelope,
            iccid=iccid,
            id=id,
            kind=kind,
            number=number,
            parcel_id=parcel_id,
            state=state,
            user=user,
        )


        chosen_sim.additional_properties = d
        return chosen_sim

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
