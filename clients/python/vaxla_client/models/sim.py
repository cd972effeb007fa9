from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.sim_kind import SimKind
from ..models.sim_state import SimState
from typing import cast
from uuid import UUID

if TYPE_CHECKING:
  from ..models.sim_user import SimUser





T = TypeVar("T", bound="Sim")



@_attrs_define
class Sim:
    """ A SIM card or eSIM profile of a case. `number` is the one that is ported to it, E.164; blank for a new one.

        Attributes:
            allowed_actions (list[str]):
            case_id (UUID):
            customer_id (UUID):
            envelope (int | None): Which envelope of the parcel.
            iccid (str):
            id (UUID):
            kind (SimKind): A card, or a profile that is loaded by a code.
            number (str):
            parcel_id (None | UUID):
            state (SimState): A SIM card or eSIM profile (names of `peers.md` section 6).
            user (None | SimUser):
     """

    allowed_actions: list[str]
    case_id: UUID
    customer_id: UUID
    envelope: int | None
    iccid: str
    id: UUID
    kind: SimKind
    number: str
    parcel_id: None | UUID
    state: SimState
    user: None | SimUser
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.sim_user import SimUser # noqa: PLC0415
        allowed_actions = self.allowed_actions



        case_id = str(self.case_id)

        customer_id = str(self.customer_id)

        envelope: int | None
        envelope = self.envelope

        iccid = self.iccid

        id = str(self.id)

        kind = self.kind.value

        number = self.number

        parcel_id: None | str
        if isinstance(self.parcel_id, UUID):
            parcel_id = str(self.parcel_id)
        else:
            parcel_id = self.parcel_id

        state = self.state.value

        user: dict[str, Any] | None
        if isinstance(self.user, SimUser):
            user = self.user.to_dict()
        else:
            user = self.user


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "allowed_actions": allowed_actions,
            "case_id": case_id,
            "customer_id": customer_id,
            "envelope": envelope,
            "iccid": iccid,
            "id": id,
            "kind": kind,
            "number": number,
            "parcel_id": parcel_id,
            "state": state,
            "user": user,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sim_user import SimUser # noqa: PLC0415
        d = dict(src_dict)
        allowed_actions = cast(list[str], d.pop("allowed_actions"))


        case_id = UUID(d.pop("case_id"))




        customer_id = UUID(d.pop("customer_id"))




        def _parse_envelope(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        envelope = _parse_envelope(d.pop("envelope"))


        iccid = d.pop("iccid")

        id = UUID(d.pop("id"))




        kind = SimKind(d.pop("kind"))




        number = d.pop("number")

        def _parse_parcel_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                parcel_id_type_0 = UUID(data)



                return parcel_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        parcel_id = _parse_parcel_id(d.pop("parcel_id"))


        state = SimState(d.pop("state"))




        def _parse_user(data: object) -> None | SimUser:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                user_type_0 = SimUser.from_dict(data)



                return user_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SimUser, data)

        user = _parse_user(d.pop("user"))


        sim = cls(
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


        sim.additional_properties = d
        return sim

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
