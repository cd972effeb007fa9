from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.parcel_state import ParcelState
from ..types import UNSET, Unset
from typing import cast
from uuid import UUID
import datetime

if TYPE_CHECKING:
  from ..models.parcel_address import ParcelAddress
  from ..models.scan import Scan





T = TypeVar("T", bound="ChosenSimParcel")



@_attrs_define
class ChosenSimParcel:
    """ What was chosen by `fields`.

        Attributes:
            address (ParcelAddress | Unset): Where a parcel goes.
            allowed_actions (list[str] | Unset):
            cards (int | Unset):
            case_id (UUID | Unset):
            created_at (datetime.datetime | Unset):
            customer_id (UUID | Unset):
            delivered_at (datetime.datetime | None | Unset):
            dispatched_at (datetime.datetime | None | Unset):
            id (UUID | Unset):
            reference (str | Unset):
            scans (list[Scan] | Unset): Oldest first.
            state (ParcelState | Unset): A parcel: all cards to one address (SM-02).
            tracking (str | Unset):
     """

    address: ParcelAddress | Unset = UNSET
    allowed_actions: list[str] | Unset = UNSET
    cards: int | Unset = UNSET
    case_id: UUID | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    customer_id: UUID | Unset = UNSET
    delivered_at: datetime.datetime | None | Unset = UNSET
    dispatched_at: datetime.datetime | None | Unset = UNSET
    id: UUID | Unset = UNSET
    reference: str | Unset = UNSET
    scans: list[Scan] | Unset = UNSET
    state: ParcelState | Unset = UNSET
    tracking: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.parcel_address import ParcelAddress # noqa: PLC0415
        from ..models.scan import Scan # noqa: PLC0415
        address: dict[str, Any] | Unset = UNSET
        if not isinstance(self.address, Unset):
            address = self.address.to_dict()

        allowed_actions: list[str] | Unset = UNSET
        if not isinstance(self.allowed_actions, Unset):
            allowed_actions = self.allowed_actions



        cards = self.cards

        case_id: str | Unset = UNSET
        if not isinstance(self.case_id, Unset):
            case_id = str(self.case_id)

        created_at: str | Unset = UNSET
        if not isinstance(self.created_at, Unset):
            created_at = self.created_at.isoformat()

        customer_id: str | Unset = UNSET
        if not isinstance(self.customer_id, Unset):
            customer_id = str(self.customer_id)

        delivered_at: None | str | Unset
        if isinstance(self.delivered_at, Unset):
            delivered_at = UNSET
        elif isinstance(self.delivered_at, datetime.datetime):
            delivered_at = self.delivered_at.isoformat()
        else:
            delivered_at = self.delivered_at

        dispatched_at: None | str | Unset
        if isinstance(self.dispatched_at, Unset):
            dispatched_at = UNSET
        elif isinstance(self.dispatched_at, datetime.datetime):
            dispatched_at = self.dispatched_at.isoformat()
        else:
            dispatched_at = self.dispatched_at

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)

        reference = self.reference

        scans: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.scans, Unset):
            scans = []
            for scans_item_data in self.scans:
                scans_item = scans_item_data.to_dict()
                scans.append(scans_item)



        state: str | Unset = UNSET
        if not isinstance(self.state, Unset):
            state = self.state.value


        tracking = self.tracking


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if address is not UNSET:
            field_dict["address"] = address
        if allowed_actions is not UNSET:
            field_dict["allowed_actions"] = allowed_actions
        if cards is not UNSET:
            field_dict["cards"] = cards
        if case_id is not UNSET:
            field_dict["case_id"] = case_id
        if created_at is not UNSET:
            field_dict["created_at"] = created_at
        if customer_id is not UNSET:
            field_dict["customer_id"] = customer_id
        if delivered_at is not UNSET:
            field_dict["delivered_at"] = delivered_at
        if dispatched_at is not UNSET:
            field_dict["dispatched_at"] = dispatched_at
        if id is not UNSET:
            field_dict["id"] = id
        if reference is not UNSET:
            field_dict["reference"] = reference
        if scans is not UNSET:
            field_dict["scans"] = scans
        if state is not UNSET:
            field_dict["state"] = state
        if tracking is not UNSET:
            field_dict["tracking"] = tracking

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.parcel_address import ParcelAddress # noqa: PLC0415
        from ..models.scan import Scan # noqa: PLC0415
        d = dict(src_dict)
        _address = d.pop("address", UNSET)
        address: ParcelAddress | Unset
        if isinstance(_address,  Unset):
            address = UNSET
        else:
            address = ParcelAddress.from_dict(_address)




        allowed_actions = cast(list[str], d.pop("allowed_actions", UNSET))


        cards = d.pop("cards", UNSET)

        _case_id = d.pop("case_id", UNSET)
        case_id: UUID | Unset
        if isinstance(_case_id,  Unset):
            case_id = UNSET
        else:
            case_id = UUID(_case_id)




        _created_at = d.pop("created_at", UNSET)
        created_at: datetime.datetime | Unset
        if isinstance(_created_at,  Unset):
            created_at = UNSET
        else:
            created_at = datetime.datetime.fromisoformat(_created_at)




        _customer_id = d.pop("customer_id", UNSET)
        customer_id: UUID | Unset
        if isinstance(_customer_id,  Unset):
            customer_id = UNSET
        else:
            customer_id = UUID(_customer_id)




        def _parse_delivered_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delivered_at_type_0 = datetime.datetime.fromisoformat(data)



                return delivered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        delivered_at = _parse_delivered_at(d.pop("delivered_at", UNSET))


        def _parse_dispatched_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                dispatched_at_type_0 = datetime.datetime.fromisoformat(data)



                return dispatched_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        dispatched_at = _parse_dispatched_at(d.pop("dispatched_at", UNSET))


        _id = d.pop("id", UNSET)
        id: UUID | Unset
        if isinstance(_id,  Unset):
            id = UNSET
        else:
            id = UUID(_id)




        reference = d.pop("reference", UNSET)

        _scans = d.pop("scans", UNSET)
        scans: list[Scan] | Unset = UNSET
        if _scans is not UNSET:
            scans = []
            for scans_item_data in _scans:
                scans_item = Scan.from_dict(scans_item_data)



                scans.append(scans_item)


        _state = d.pop("state", UNSET)
        state: ParcelState | Unset
        if isinstance(_state,  Unset):
            state = UNSET
        else:
            state = ParcelState(_state)




        tracking = d.pop("tracking", UNSET)

        chosen_sim_parcel = cls(
            address=address,
            allowed_actions=allowed_actions,
            cards=cards,
            case_id=case_id,
            created_at=created_at,
            customer_id=customer_id,
            delivered_at=delivered_at,
            dispatched_at=dispatched_at,
            id=id,
            reference=reference,
            scans=scans,
            state=state,
            tracking=tracking,
        )


        chosen_sim_parcel.additional_properties = d
        return chosen_sim_parcel

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
